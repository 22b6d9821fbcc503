package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.oauth.OAuthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and how to call it. Printing it reveals no secret.
 *
 * @param tenantUrl         the tenant's address; only scheme, host and port count; plain HTTP on this machine only
 * @param oauth             the OAuth client
 * @param limits            how fast, how patiently, how much at once
 * @param language          wanted language of labels, such as {@code en}
 * @param catalogPrefix     which of the catalog's two addresses to use
 * @param diagnosticsFolder where the tenant's discovery document is kept for diagnosis; absent if it is not wanted
 */
public record DatasphereConfig(
        URI tenantUrl,
        OAuthSettings oauth,
        CallLimits limits,
        String language,
        CatalogPrefix catalogPrefix,
        @Nullable Path diagnosticsFolder) {

    /** Everything else at its default. */
    public static DatasphereConfig of(URI tenantUrl, OAuthSettings oauth) {
        return new DatasphereConfig(tenantUrl, oauth, CallLimits.DEFAULT, "en", CatalogPrefix.AUTO, null);
    }

    public DatasphereConfig withLimits(CallLimits value) {
        return new DatasphereConfig(tenantUrl, oauth, value, language, catalogPrefix, diagnosticsFolder);
    }

    public DatasphereConfig withLanguage(String value) {
        return new DatasphereConfig(tenantUrl, oauth, limits, value, catalogPrefix, diagnosticsFolder);
    }

    public DatasphereConfig withDiagnosticsFolder(Path value) {
        return new DatasphereConfig(tenantUrl, oauth, limits, language, catalogPrefix, value);
    }

    Optional<Path> diagnostics() {
        return Optional.ofNullable(diagnosticsFolder);
    }
}
