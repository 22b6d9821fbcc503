package io.catalogbridge.server.doctor;

import io.catalogbridge.connectors.datasphere.DatasphereSource;
import io.catalogbridge.connectors.datasphere.DoctorCheck;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.config.SourceConfig;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Token, discovery document, clock, membership and rate limit of a tenant. */
record SourceExamination(Bridge bridge) implements Examination {

    private static final String SYSTEM = "datasphere ";
    private static final String SPACE = "space ";

    @Override
    public void run(Consumer<Check> findings) {
        CatalogSource source = bridge.source();
        if (source instanceof DatasphereSource tenant) {
            examine(tenant, findings);
        } else {
            findings.accept(folder());
        }
    }

    private Check folder() {
        if (!(bridge.config().source() instanceof SourceConfig.Exports exports)) {
            return Check.ok("source", "There is no tenant to look at");
        }
        return Files.isDirectory(exports.folder()) && Files.isReadable(exports.folder())
                ? Check.ok("source", "A folder of exports; there is no tenant to look at")
                : Check.failed(
                        "source",
                        "The folder " + exports.folder() + " cannot be read",
                        "Set source.folder to a folder that holds one folder of exports per space.");
    }

    private void examine(DatasphereSource tenant, Consumer<Check> findings) {
        List<DoctorCheck> checks = tenant.doctor().examine();
        Set<String> wanted =
                bridge.configuredSpaces().stream().map(SPACE::concat).collect(Collectors.toSet());
        checks.stream()
                .filter(check -> concerns(check, wanted))
                .map(SourceExamination::check)
                .forEach(findings);
        if (checks.stream().anyMatch(check -> check.name().startsWith(SPACE))) {
            missing(checks, wanted).forEach(findings);
        }
    }

    /** Spaces that are not to be synchronised may be closed to us. */
    private static boolean concerns(DoctorCheck check, Set<String> wanted) {
        return !check.name().startsWith(SPACE) || wanted.isEmpty() || wanted.contains(check.name());
    }

    private static List<Check> missing(List<DoctorCheck> checks, Set<String> wanted) {
        Set<String> seen = checks.stream().map(DoctorCheck::name).collect(Collectors.toSet());
        return wanted.stream()
                .filter(space -> !seen.contains(space))
                .sorted()
                .map(space -> Check.failed(
                        SYSTEM + space,
                        "Configured, but the tenant does not show it: there is no such space, or we are not a member of it",
                        "Check the spelling (names are case-sensitive) and add the OAuth client's user to the space by a scoped"
                                + " role."))
                .toList();
    }

    private static Check check(DoctorCheck check) {
        Check.Verdict verdict = switch (check.verdict()) {
            case GOOD -> Check.Verdict.OK;
            case WARNING -> Check.Verdict.WARNING;
            case FAILED -> Check.Verdict.FAILED;
        };
        return new Check(SYSTEM + check.name(), verdict, check.message(), check.remedy());
    }
}
