package io.catalogbridge.server.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes: results to the original standard output, everything else to standard error.
 *
 * @param out            the standard output the process was started with
 * @param err            standard error
 * @param outIsTerminal  whether a person sees standard output directly
 * @param errIsTerminal  whether a person sees standard error directly
 */
record Console(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {

    /** Colours are for people who see the output directly and did not ask for none ({@code NO_COLOR}, dumb terminals). */
    boolean colours(Map<String, String> environment) {
        return outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb(environment);
    }

    /** Bars redraw themselves, which needs a terminal that can. */
    boolean bars(Map<String, String> environment) {
        return errIsTerminal && !dumb(environment);
    }

    private static boolean dumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
    }

    void line(String text) {
        out.println(text);
    }

    void json(JsonNode node) {
        out.println(Indented.JSON.writeValueAsString(node));
    }

    /** One line, for programs that read line by line. */
    void jsonLine(JsonNode node) {
        out.println(node);
        out.flush();
    }

    void note(String text) {
        err.println(text);
    }

    /** Made when it is needed: a server on standard streams never prints this way. */
    private static final class Indented {
        static final JsonMapper JSON =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
