package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A tenant's scheme, host and port, and the addresses that follow from them.
 *
 * @param base ends with the root path
 */
record TenantAddress(HttpUrl base) {

    private static final Pattern TENANT_HOST = Pattern.compile("([^.]+)\\.([^.]+)\\.hcs\\.cloud\\.sap");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

    /** Keeps the host of whatever address of the tenant is given. */
    static TenantAddress of(URI url) {
        HttpUrl given = HttpUrl.get(url);
        if (given == null) {
            throw unusable(url, "is not an HTTP address", "Give it as https://<tenant>.<region>.hcs.cloud.sap.");
        }
        requireProtected(url, given);
        return new TenantAddress(
                given.newBuilder().encodedPath("/").query(null).fragment(null).build());
    }

    /** A secret must not travel unprotected, except within this machine. */
    static void requireProtected(URI url, HttpUrl parsed) {
        if (!parsed.isHttps() && !THIS_MACHINE.contains(parsed.host())) {
            throw unusable(url, "would carry secrets without protection", "Use https.");
        }
    }

    String host() {
        return base.host();
    }

    /**
     * The token URL that SAP's own tools derive from the host: {@code T.R.hcs.cloud.sap} has it at {@code
     * T.authentication.R.hana.ondemand.com}.
     */
    HttpUrl derivedTokenUrl() {
        Matcher host = TENANT_HOST.matcher(base.host());
        if (!host.matches()) {
            throw unusable(
                    base.uri(),
                    "is not of the form that the token URL follows from",
                    "Configure the token URL: System, Administration, App Integration shows it.");
        }
        return HttpUrl.get(
                "https://" + host.group(1) + ".authentication." + host.group(2) + ".hana.ondemand.com/oauth/token");
    }

    /** An address below the tenant's; each segment is encoded whole, slashes included. */
    HttpUrl.Builder at(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : segments) {
            url.addEncodedPathSegment(encoded(segment));
        }
        requireAll(url, segments);
        return url;
    }

    /** The same path and query on this tenant, whatever host the link names: only this host gets our token. */
    Optional<HttpUrl> onThisHost(String link) {
        return Optional.ofNullable(base.resolve(link))
                .map(url -> base.newBuilder()
                        .encodedPath(url.encodedPath())
                        .encodedQuery(url.encodedQuery())
                        .build());
    }

    /** The link, if it leads to this very host. */
    Optional<HttpUrl> ifOnThisHost(HttpUrl from, String link) {
        return Optional.ofNullable(from.resolve(link))
                .filter(url -> url.host().equals(base.host())
                        && url.port() == base.port()
                        && url.scheme().equals(base.scheme()));
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name that is a dot or two would silently address something else. */
    private void requireAll(HttpUrl.Builder url, String... segments) {
        List<String> built = url.build().pathSegments();
        if (!built.equals(List.of(segments))) {
            throw unusable(base.uri(), "cannot address " + String.join("/", segments), "Rename the object.");
        }
    }

    private static ConnectorException unusable(URI url, String what, String remedy) {
        return new ConnectorException(ErrorKind.INVALID, url.toString(), url + " " + what, remedy);
    }
}
