package io.catalogbridge.server.apps;

import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.TestingScope;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.tools.TestingBridge;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.catalogbridge.server.tools.ToolSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The page's text, and, where Node.js is at hand, what its functions make of plans. */
class PlanAppTest {

    private static final String HTML =
            new PlanApp().read(PlanApp.URI, TestingScope.SCOPE).orElseThrow().body();

    @TempDir
    private Path folder;

    @Test
    void isAPageForHostsThatAsksForNothing() {
        ResourceContents page =
                new PlanApp().read(PlanApp.URI, TestingScope.SCOPE).orElseThrow();

        assertThat(page.mimeType()).isEqualTo("text/html;profile=mcp-app");
        assertThat(page.body()).startsWith("<!doctype html>").hasSizeLessThan(40_000);
        assertThat(new JsonMapper().<JsonNode>valueToTree(page.meta()).at("/ui/csp"))
                .allSatisfy(origins -> assertThat(origins).isEmpty());
        assertThat(new PlanApp().read("ui://catalog-bridge/other", TestingScope.SCOPE))
                .isEmpty();
    }

    @Test
    void isNamedByTheToolThatPlans() {
        try (TestingBridge bridge = new TestingBridge(folder)) {
            assertThat(ToolSet.of(bridge.context(WritePermission.ALLOWED)).stream()
                            .map(Tool::definition))
                    .filteredOn(definition -> PlanApp.URI.equals(definition.ui()))
                    .extracting(ToolDefinition::name)
                    .containsExactly("plan_sync");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https?:",
                "//[a-z0-9-]+\\.",
                "url\\(['\"a-z/.]",
                "@import",
                "<link",
                "<base",
                "<iframe",
                "\\bsrc=",
                "\\bhref=",
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document\\.write",
                "DOMParser",
                "\\beval\\(",
                "new Function",
                "\\bfetch\\(",
                "XMLHttpRequest",
                "WebSocket",
                "\\bimport\\(",
                "localStorage",
                "<[a-z][^>]* on[a-z]+="
            })
    void loadsNothingAndParsesNoText(String forbidden) {
        assertThat(Pattern.compile(forbidden).matcher(HTML).results().map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void opensAndClosesItsScripts() {
        assertThat(HTML.split("<script", -1)).hasSize(3);
        assertThat(HTML.split("</script>", -1)).hasSize(3);
    }

    @Test
    void putsDeletesAndConflictsFirst() throws Exception {
        assertThat(evaluate("""
                view.model({planId: "plan-1", summary: {create: 1, update: 1, delete: 1, conflicts: 1}, changes: [
                    {action: "create", kind: "table", subject: "glue:d/c"},
                    {action: "update", kind: "table", subject: "glue:d/u", fields: ["description"]},
                    {action: "delete", kind: "table", subject: "glue:d/x"}],
                  conflicts: [{subject: "glue:d/k", field: "description", current: "a", desired: "b", reason: "both"}],
                  skipped: [{subject: "glue:d/s", message: "kept", decision: false}, {subject: "glue:d/t", message: "?", decision: true}],
                  gaps: [{subject: "datasphere:HR", reason: "403"}]})
                .sections.map(section => section.key + " " + section.items.map(item => item.name).join(","))"""))
                .isEqualTo(
                        "[\"delete glue:d/x\",\"conflict glue:d/k\",\"decision glue:d/t\",\"update glue:d/u\",\"create glue:d/c\",\"skipped glue:d/s\",\"gap datasphere:HR\"]");
    }

    @Test
    void callsGlueUpToDateOnlyIfNothingIsLeft() throws Exception {
        assertThat(evaluate("""
                [{}, {summary: {conflicts: 1}}, {complete: false},
                    {skipped: [{subject: "glue:d/t", message: "?", decision: true}]},
                    {skipped: [{subject: "glue:d/t", message: "kept", decision: false}]}]
                .map(plan => view.head(view.model(plan))[1].text.slice(0, 16))"""))
                .isEqualTo(
                        "[\"Nothing to do: G\",\"Nothing to apply\",\"Nothing to apply\",\"Nothing to apply\",\"Nothing to do: G\"]");
    }

    @Test
    void groupsFieldsByColumn() throws Exception {
        assertThat(evaluate("""
                view.model({changes: [{action: "update", fields: [
                    {field: "columns.city.comment", after: "b"}, {field: "description", before: "a", after: ""},
                    {field: "columns.city.type", before: "int", after: "bigint"}, {field: "columns.old"}]}]})
                .sections.find(section => section.key === "update").items[0].groups"""))
                .isEqualTo("[{\"column\":\"\",\"rows\":[{\"field\":\"description\",\"before\":\"a\",\"after\":\"\"}]},"
                        + "{\"column\":\"city\",\"rows\":[{\"field\":\"comment\",\"before\":null,\"after\":\"b\"},"
                        + "{\"field\":\"type\",\"before\":\"int\",\"after\":\"bigint\"}]},"
                        + "{\"column\":\"old\",\"rows\":[{\"field\":\"column\",\"before\":null,\"after\":null}]}]");
    }

    @Test
    void filtersByActionAndByWords() throws Exception {
        assertThat(evaluate("""
                (() => {
                  const shown = view.model({changes: [
                    {action: "create", subject: "glue:d/orders", columns: [{name: "net", type: "int", comment: "Net amount"}]},
                    {action: "create", subject: "glue:d/people"}, {action: "delete", subject: "glue:d/orders_old"}]});
                  const names = (filter, words) => view.filtered(shown, filter, words).flatMap(each => each.items.map(item => item.name));
                  return [names("all", ""), names("create", ""), names("all", "ORDERS"), names("all", "net orders"), names("update", "")];
                })()"""))
                .isEqualTo(
                        "[[\"glue:d/orders_old\",\"glue:d/orders\",\"glue:d/people\"],[\"glue:d/orders\",\"glue:d/people\"],"
                                + "[\"glue:d/orders_old\",\"glue:d/orders\"],[\"glue:d/orders\"],[]]");
    }

    @Test
    void keepsHostileTextsAsText() throws Exception {
        assertThat(evaluate("""
                (() => {
                  const evil = "</script><img src=x onerror=alert(1)>\\u202ecod\\u0000";
                  const shown = view.model({planId: evil, environment: evil, summary: {delete: "<b>"}, changes: [
                    {action: "__proto__", kind: evil, subject: evil, fields: [{field: "columns." + evil + ".comment", before: evil, after: evil}]}]});
                  const all = [];
                  const walk = node => { all.push(node); node.children.forEach(walk); };
                  view.head(shown).forEach(walk);
                  view.filtered(shown, "all", "").forEach(each => { walk(view.section(each, 10)); each.items.forEach(item => walk(view.inside(item))); });
                  return {
                    tags: [...new Set(all.map(node => node.tag))].sort().join(),
                    attributes: [...new Set(all.flatMap(node => Object.keys(node.attributes)))].sort().join(),
                    kept: all.some(node => node.text.includes("<img src=x onerror=alert(1)>")),
                    hidden: all.some(node => /[\\u0000\\u202e]/.test(node.text) || Object.values(node.attributes).some(value => value.includes("<")))
                  };
                })()"""))
                .isEqualTo(
                        "{\"tags\":\"caption,details,div,h1,h2,li,p,section,span,summary,table,tbody,td,th,thead,tr,ul\","
                                + "\"attributes\":\"aria-hidden,class,data-index,data-section,scope\",\"kept\":true,\"hidden\":false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{changes: null, conflicts: 7, skipped: {}, summary: null, calls: null, findings: null}",
                "{changes: [{}, {fields: null, columns: 3}], conflicts: [{}], skipped: [{}], gaps: [{}], truncated: {}}"
            })
    void bearsWithWhateverArrives(String plan) throws Exception {
        assertThat(evaluate("(() => { const shown = view.model(" + plan + "); view.head(shown);"
                        + " view.filtered(shown, 'all', 'x'); view.filtered(shown, 'all', '').forEach(each => view.section(each, 1));"
                        + " return 'fine'; })()"))
                .isEqualTo("\"fine\"");
    }

    @Test
    void showsLongListsPieceByPiece() throws Exception {
        assertThat(evaluate("""
                (() => {
                  const changes = Array.from({length: 450}, (none, number) => ({action: "create", subject: "glue:d/t" + number}));
                  const [section] = view.filtered(view.model({changes}), "create", "");
                  const node = view.section(section, 200);
                  return [node.children[1].children.length, node.children[2].text];
                })()""")).isEqualTo("[200,\"Show 200 more of 250\"]");
    }

    /** The value of an expression over the page's view, as JSON. */
    private String evaluate(String expression) throws IOException, InterruptedException {
        Path script = folder.resolve("view.js");
        Files.writeString(script, view() + "\nprocess.stdout.write(JSON.stringify(" + expression + "));\n");
        Path output = folder.resolve("output.txt");
        Process node = node(script, output);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(node.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Process node(Path script, Path output) {
        try {
            return new ProcessBuilder("node", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "Node.js is not installed");
            throw new AssertionError(e);
        }
    }

    private static String view() {
        int from = HTML.indexOf('>', HTML.indexOf("<script id=\"view\"")) + 1;
        return HTML.substring(from, HTML.indexOf("</script>", from));
    }
}
