package io.catalogbridge.server.cli;

import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Diagnosis;
import io.catalogbridge.server.doctor.Doctor;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks configuration, data folder, tenant, AWS account and permissions. Changes nothing.")
final class DoctorCommand extends StandaloneCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    int run(Console console) {
        Doctor doctor = new Doctor(
                () -> bridges().open(options), options.bridge().dataFolder(System.getenv()), Clock.systemUTC());
        Diagnosis diagnosis = doctor.examine(options.json ? check -> {} : printer(console));
        if (options.json) {
            console.json(json(diagnosis));
        } else {
            console.line(diagnosis.ok() ? "Nothing failed." : "Something failed: see what to do above.");
        }
        return diagnosis.ok() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static Consumer<Check> printer(Console console) {
        return check -> {
            console.line("%-8s %s: %s"
                    .formatted(
                            check.verdict().label().toUpperCase(Locale.ROOT),
                            Texts.plain(check.name()),
                            Texts.plain(check.message())));
            if (!check.remedy().isEmpty()) {
                console.line("         " + Texts.plain(check.remedy()));
            }
        };
    }

    private static ObjectNode json(Diagnosis diagnosis) {
        ObjectNode node = JSON.createObjectNode().put("ok", diagnosis.ok());
        ArrayNode checks = node.putArray("checks");
        diagnosis
                .checks()
                .forEach(check -> checks.addObject()
                        .put("name", check.name())
                        .put("verdict", check.verdict().label())
                        .put("message", check.message())
                        .put("remedy", check.remedy()));
        return node;
    }
}
