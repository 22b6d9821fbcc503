package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.csn.Draft.Content;
import io.catalogbridge.mapping.csn.Draft.DraftShape;
import io.catalogbridge.mapping.csn.Draft.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads one document: the answer to reading one object, or an export of an object with all it depends on. One instance reads
 * one document.
 */
final class DocumentReader {

    /** Where a document keeps its flows and chains, and how each kind is read; section 4.3 of the Datasphere facts. */
    private static final Map<String, Function<JsonNode, Content>> PROCESSES = new TreeMap<>(Map.of(
            "dataflows", DataFlowReader::read,
            "replicationflows", ReplicationFlowReader::read,
            "transformationflows", TransformationFlowReader::read,
            "taskchains", TaskChainReader::read));

    private final String space;
    private final @Nullable String expectedName;
    private final @Nullable AssetKind expectedKind;
    private final JsonNode document;
    private final Translations translations;
    private final TypeReader types;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, String> contexts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean anythingKnown;

    /**
     * What a document holds.
     *
     * @param contexts names that stand for spaces, with the spaces they stand for
     */
    record Reading(List<Draft> drafts, Map<String, String> contexts, List<Finding> findings, List<Gap> gaps) {}

    private DocumentReader(
            String space, @Nullable String expectedName, @Nullable AssetKind expectedKind, JsonNode document) {
        this.space = space;
        this.expectedName = expectedName;
        this.expectedKind = expectedKind;
        this.document = document;
        translations = Translations.of(document);
        types = new TypeReader(document.path("definitions"));
    }

    static Reading read(
            String space, @Nullable String expectedName, @Nullable AssetKind expectedKind, JsonNode document) {
        return new DocumentReader(space, expectedName, expectedKind, document).read();
    }

    private Reading read() {
        Json.members(document.path("definitions")).forEach(entry -> definition(entry.getKey(), entry.getValue()));
        PROCESSES.forEach((root, reader) ->
                Json.members(document.path(root)).forEach(entry -> process(entry.getKey(), entry.getValue(), reader)));
        if (expectedName != null && !anythingKnown) {
            otherRoots(expectedName);
        }
        if (expectedName == null && !anythingKnown) {
            findings.add(notUnderstood());
        }
        return new Reading(drafts, contexts, findings, gaps());
    }

    private void definition(String name, JsonNode node) {
        if (name.isEmpty() || !node.isObject()) {
            findings.add(malformed(name));
            return;
        }
        Pruned pruned = Pruned.of(node);
        Definition definition = new Definition(name, pruned.node(), businessLayer(name));
        switch (DefinitionClass.of(definition)) {
            case CONTEXT -> context(definition);
            case TYPE, SERVICE -> declaration(definition);
            default -> drafts.add(entity(definition).withRemarks(pruned.remarks()));
        }
        anythingKnown |= expectedName == null || name.equals(expectedName);
    }

    private Draft entity(Definition definition) {
        boolean expected = definition.name().equals(expectedName);
        return new EntityReader(definition, expected ? expectedKind : null, types, translations)
                .read(space, standing(definition.name()));
    }

    private JsonNode businessLayer(String name) {
        JsonNode layer = document.path("businessLayerDefinitions").path(name);
        return Nesting.tooDeep(layer) ? MissingNode.getInstance() : layer;
    }

    private void context(Definition definition) {
        String standsFor = Json.text(definition.node(), "@DataWarehouse.space.name");
        if (standsFor != null && !standsFor.isEmpty()) {
            contexts.merge(definition.name(), standsFor, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** Types have done their work once the columns that use them are read; a listed one is an object like any other. */
    private void declaration(Definition definition) {
        if (definition.name().equals(expectedName)) {
            drafts.add(existence(definition.name(), definition.node(), new Draft.Existence(definition.kind())));
        } else if (definition.kind().equals("service")) {
            findings.add(Finding.info(
                    "service-skipped", subject(definition.name()), "A service holds no data and is not mapped."));
        }
    }

    private void process(String name, JsonNode node, Function<JsonNode, Content> reader) {
        if (name.isEmpty() || !node.isObject()) {
            findings.add(malformed(name));
            return;
        }
        anythingKnown |= expectedName == null || name.equals(expectedName);
        Pruned pruned = Pruned.of(node);
        drafts.add(existence(name, pruned.node(), reader.apply(pruned.node())).withRemarks(pruned.remarks()));
    }

    /** Objects of a kind that is listed but not mapped come under a key of their own. */
    private void otherRoots(String name) {
        for (Map.Entry<String, JsonNode> root : Json.members(document)) {
            JsonNode node = root.getValue().path(name);
            if (node.isObject() && !root.getKey().equals("editorSettings") && !anythingKnown) {
                drafts.add(existence(name, Pruned.of(node).node(), new Draft.Existence(root.getKey())));
                anythingKnown = true;
            }
        }
    }

    private Draft existence(String name, JsonNode node, Content content) {
        Annotations annotations = new Annotations(node, translations);
        String description = annotations.description();
        BusinessContext business = new BusinessContext(
                annotations.label(),
                description != null ? description : Prose.clean(Json.text(node.path("contents"), "description")),
                Usages.ofDefinition(annotations),
                List.of());
        return new Draft(space, name, standing(name), business, false, DraftShape.EMPTY, content, List.of());
    }

    private Standing standing(String name) {
        return name.equals(expectedName) ? Standing.EXPECTED : Standing.ACCOMPANYING;
    }

    private List<Gap> gaps() {
        return expectedName == null || anythingKnown
                ? List.of()
                : List.of(new Gap(
                        subject(expectedName),
                        "The answer does not hold the definition of " + expectedName + " but "
                                + Shapes.describe(document) + "."));
    }

    private Finding notUnderstood() {
        return Finding.error(
                "document-not-understood",
                AssetId.SCHEME + space,
                "A document holds no definition but " + Shapes.describe(document) + ".",
                "Export the object to a CSN/JSON file again.");
    }

    private Finding malformed(String name) {
        return Finding.error(
                "definition-malformed",
                subject(name),
                "The definition '" + name + "' is not an object with a name.",
                "Export the object again.");
    }

    private String subject(String name) {
        return Ids.subject(space, name);
    }
}
