package io.catalogbridge.connectors.sandbox.datasphere;

/**
 * In what tenants differ from each other.
 *
 * @param currentPrefix whether {@code /api/v1/datasphere/consumption} is served
 * @param oldPrefix whether {@code /api/v1/dwc} is served
 * @param bareArrays whether catalog collections come as plain arrays, without envelope
 * @param apiAccessOnly whether the client was registered for API access only, and is refused everywhere
 * @param clientId the OAuth client
 */
public record DatasphereOptions(
        boolean currentPrefix,
        boolean oldPrefix,
        boolean bareArrays,
        boolean apiAccessOnly,
        String clientId,
        String clientSecret) {

    /** A tenant as most are, with the given client. */
    public static DatasphereOptions standard(String clientId, String clientSecret) {
        return new DatasphereOptions(true, true, false, false, clientId, clientSecret);
    }

    public DatasphereOptions withoutCurrentPrefix() {
        return new DatasphereOptions(false, oldPrefix, bareArrays, apiAccessOnly, clientId, clientSecret);
    }

    public DatasphereOptions withoutOldPrefix() {
        return new DatasphereOptions(currentPrefix, false, bareArrays, apiAccessOnly, clientId, clientSecret);
    }

    public DatasphereOptions withBareArrays() {
        return new DatasphereOptions(currentPrefix, oldPrefix, true, apiAccessOnly, clientId, clientSecret);
    }

    public DatasphereOptions withApiAccessOnly() {
        return new DatasphereOptions(currentPrefix, oldPrefix, bareArrays, true, clientId, clientSecret);
    }

    @Override
    public String toString() {
        return "DatasphereOptions[clientId=" + clientId + "]";
    }
}
