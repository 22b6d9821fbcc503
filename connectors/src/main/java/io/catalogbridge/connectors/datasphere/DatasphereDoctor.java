package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.BearerTokens;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Body;
import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.ConnectorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Headers;
import tools.jackson.databind.JsonNode;

/** Finds out what is wrong between us and a tenant. No check throws; each says what to do about what it found. */
public final class DatasphereDoctor {

    private static final Duration TOLERABLE_SKEW = Duration.ofMinutes(1);

    private final CatalogApi catalog;
    private final CoreApi core;
    private final BearerTokens tokens;
    private final AdaptiveRateLimiter limiter;
    private final Clock clock;

    DatasphereDoctor(CatalogApi catalog, CoreApi core, BearerTokens tokens, AdaptiveRateLimiter limiter, Clock clock) {
        this.catalog = catalog;
        this.core = core;
        this.tokens = tokens;
        this.limiter = limiter;
        this.clock = clock;
    }

    /** All checks, in the order in which one needs the other; only the first if no token can be had. */
    public List<DoctorCheck> examine() {
        DoctorCheck token = token();
        if (token.verdict() == DoctorCheck.Verdict.FAILED) {
            return List.of(token);
        }
        return Stream.of(Stream.of(token), discovery().stream(), memberships().stream(), Stream.of(rateLimit()))
                .flatMap(checks -> checks)
                .toList();
    }

    /** Can a token be had? One call. */
    public DoctorCheck token() {
        return guarded("token", () -> {
            tokens.current();
            return DoctorCheck.good("token", "The token endpoint accepts the OAuth client");
        });
    }

    /** Does the tenant describe itself, and does its clock agree with ours? One call. */
    public List<DoctorCheck> discovery() {
        try {
            Fetched<JsonNode> document = core.discovery();
            return document instanceof Body<JsonNode> body
                    ? List.of(version(body.value()), clock(body.headers()))
                    : List.of(DoctorCheck.warning(
                            "discovery",
                            "The tenant does not show its discovery document",
                            "Only needed for diagnosis; ask for the right to use the command line interface."));
        } catch (ConnectorException error) {
            return List.of(failed("discovery", error));
        }
    }

    /** Which spaces are open to us? One call per space, and two to list them. */
    public List<DoctorCheck> memberships() {
        try {
            List<String> spaces = List.copyOf(VisibleSpaces.read(catalog, core).names());
            return spaces.isEmpty()
                    ? List.of(noSpace())
                    : spaces.stream().map(this::membership).toList();
        } catch (ConnectorException error) {
            return List.of(failed("spaces", error));
        }
    }

    /** How fast may we call? No call. */
    public DoctorCheck rateLimit() {
        RateState state = limiter.state();
        String pace = Math.round(state.perSecond() * 60) + " of " + Math.round(state.ceilingPerSecond() * 60)
                + " calls per minute, throttled " + state.throttled() + " times";
        return state.perSecond() < state.ceilingPerSecond()
                ? DoctorCheck.warning("rate limit", pace, "Others may use the same limit; configure a lower one.")
                : DoctorCheck.good("rate limit", pace);
    }

    private DoctorCheck membership(String space) {
        String name = "space " + space;
        return guarded(name, () -> {
            core.page(space, ObjectSegment.LOCAL_TABLES, ListColumns.UNASKED, 0).orThrow();
            return DoctorCheck.good(name, "Open to us");
        });
    }

    private static DoctorCheck noSpace() {
        return DoctorCheck.failed(
                "spaces", "The tenant shows us no space", "Add the principal to each space by a scoped role.");
    }

    private static DoctorCheck version(JsonNode document) {
        String version = document.path("info").path("version").asString("without version");
        List<String> deprecations = Deprecations.in(document);
        if (!deprecations.isEmpty()) {
            return DoctorCheck.warning(
                    "discovery",
                    "The tenant announces: " + String.join("; ", deprecations),
                    "Look for a newer version of Catalog Bridge before then.");
        }
        return DoctorCheck.good("discovery", "The tenant describes its interfaces, " + version);
    }

    private DoctorCheck clock(Headers headers) {
        Instant theirs = headers.getInstant("Date");
        if (theirs == null) {
            return DoctorCheck.good("clock", "The tenant does not tell its time");
        }
        Duration skew = Duration.between(theirs, clock.instant()).abs();
        return skew.compareTo(TOLERABLE_SKEW) > 0
                ? DoctorCheck.warning(
                        "clock",
                        "Our clock and the tenant's differ by " + skew.toSeconds() + " seconds",
                        "Set the clock of this machine: tokens are renewed by it.")
                : DoctorCheck.good("clock", "Agrees with the tenant's");
    }

    private static DoctorCheck guarded(String name, Supplier<DoctorCheck> check) {
        try {
            return check.get();
        } catch (ConnectorException error) {
            return failed(name, error);
        }
    }

    private static DoctorCheck failed(String name, ConnectorException error) {
        return DoctorCheck.failed(name, String.valueOf(error.getMessage()), error.remedy());
    }
}
