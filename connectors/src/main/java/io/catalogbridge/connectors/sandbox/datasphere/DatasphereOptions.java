package io.catalogbridge.connectors.sandbox.datasphere;

/**
 * In what tenants differ from each other.
 *
 * @param currentPrefix whether {@code /api/v1/datasphere/consumption} is served
 * @param oldPrefix whether {@code /api/v1/dwc} is served
 * @param bareArrays whether catalog collections come as plain arrays, without envelope
 * @param apiAccessOnly whether the client was registered for API access only, and is refused everywhere
 */
public record DatasphereOptions(boolean currentPrefix, boolean oldPrefix, boolean bareArrays, boolean apiAccessOnly) {

    /** A tenant as most are. */
    public static DatasphereOptions standard() {
        return new DatasphereOptions(true, true, false, false);
    }

    public DatasphereOptions withoutCurrentPrefix() {
        return new DatasphereOptions(false, oldPrefix, bareArrays, apiAccessOnly);
    }

    public DatasphereOptions withoutOldPrefix() {
        return new DatasphereOptions(currentPrefix, false, bareArrays, apiAccessOnly);
    }

    public DatasphereOptions withBareArrays() {
        return new DatasphereOptions(currentPrefix, oldPrefix, true, apiAccessOnly);
    }

    public DatasphereOptions withApiAccessOnly() {
        return new DatasphereOptions(currentPrefix, oldPrefix, bareArrays, true);
    }
}
