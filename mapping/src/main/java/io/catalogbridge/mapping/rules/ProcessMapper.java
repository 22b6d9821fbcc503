package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.glue.GlueJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A flow or task chain becomes a Glue job or, where no role is configured, a parameter of its space's database. */
final class ProcessMapper {

    private final String environment;
    private final FindingLog findings;

    ProcessMapper(String environment, FindingLog findings) {
        this.environment = environment;
        this.findings = findings;
    }

    GlueJob job(DataProcess process, String name, MappingRules.JobRules rules) {
        BusinessContext business = process.head().business();
        String description = TextRules.fit(
                        TextRules.paragraph(business.label(), business.description()), TextRules.DESCRIPTION_BYTES)
                .text();
        return GlueJob.of(name, description, rules.role(), rules.scriptLocation(), arguments(process));
    }

    private Map<String, String> arguments(DataProcess process) {
        Parameters parameters = new Parameters()
                .text(ParameterKey.OWNER, environment)
                .text(ParameterKey.ASSET, process.id().text())
                .text(ParameterKey.NAME, process.id().name())
                .text(ParameterKey.KIND, process.kind().label())
                .text(ParameterKey.LABEL, process.head().business().label())
                .list(ParameterKey.SOURCES, texts(process.sources()))
                .list(ParameterKey.TARGETS, texts(process.targets()))
                .list(ParameterKey.RUNS, texts(runs(process)));
        findings.cuts(parameters, process.id()::text);
        Map<String, String> arguments = new LinkedHashMap<>();
        parameters.values().forEach((key, value) -> arguments.put("--" + key, value));
        return arguments;
    }

    /** The parameter's name. */
    static String key(String name) {
        return ParameterKey.FLOW.key() + name;
    }

    /** Adds the process to the parameters of its space's database. */
    void addTo(Parameters parameters, DataProcess process, String name) {
        BusinessContext business = process.head().business();
        ObjectNode whole = identity(process);
        ShapeJson.put(
                whole, "description", TextRules.lines(business.description() == null ? "" : business.description()));
        addObjects(whole, "sources", process.sources());
        addObjects(whole, "targets", process.targets());
        addObjects(whole, "runs", runs(process));
        parameters.json(key(name), whole, identity(process).put("cut", true));
    }

    private static ObjectNode identity(DataProcess process) {
        ObjectNode json = ShapeJson.object()
                .put("id", process.id().text())
                .put("kind", process.kind().label());
        return ShapeJson.put(json, "label", process.head().business().label());
    }

    private static void addObjects(ObjectNode json, String field, List<? extends ObjectRef> objects) {
        if (!objects.isEmpty()) {
            json.set(field, ShapeJson.array(texts(objects)));
        }
    }

    private static List<AssetId> runs(DataProcess process) {
        return process instanceof DataProcess.TaskChain chain ? chain.runs() : List.of();
    }

    private static List<String> texts(List<? extends ObjectRef> objects) {
        return objects.stream().map(ObjectRef::text).toList();
    }
}
