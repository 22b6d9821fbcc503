package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Lifecycle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotLawsTest {

    /** Words the readers look for, so that random trees get past the first question. */
    private static final List<String> WORDS = List.of(
            "definitions",
            "businessLayerDefinitions",
            "dataflows",
            "replicationflows",
            "transformationflows",
            "taskchains",
            "contents",
            "processes",
            "connections",
            "metadata",
            "config",
            "definition",
            "attributeMappings",
            "replicationTasks",
            "sourceObject",
            "targetObject",
            "nodes",
            "links",
            "taskIdentifier",
            "startNode",
            "endNode",
            "E",
            "F",
            "HR.P",
            "kind",
            "entity",
            "context",
            "type",
            "elements",
            "cds.String",
            "cds.Association",
            "target",
            "on",
            "keys",
            "length",
            "items",
            "enum",
            "query",
            "SELECT",
            "SET",
            "args",
            "from",
            "join",
            "ref",
            "as",
            "columns",
            "*",
            "func",
            "xpr",
            "val",
            "cast",
            "mixin",
            "where",
            "$projection",
            "param",
            "params",
            "sourceModel",
            "factSources",
            "dimensionSources",
            "dataEntity",
            "key",
            "attributes",
            "measures",
            "attributeMapping",
            "measureMapping",
            "sourceKey",
            "variables",
            "#",
            "=",
            "@EndUserText.label",
            "@Hierarchy.leveled",
            "@Hierarchy.parentChild",
            "@DataWarehouse.delta",
            "@DataWarehouse.enclosingObject",
            "@DataWarehouse.remote.connection",
            "@DataWarehouse.sqlEditor.query",
            "@DataWarehouse.space.name",
            "@Semantics.amount.currencyCode",
            "@ObjectModel.text.element",
            "i18n",
            "en");

    private static final String SOUND = "{'definitions':{'HR':{'kind':'context','@DataWarehouse.space.name':'HR'},"
            + "'T':{'kind':'entity','@EndUserText.label':'T','@DataWarehouse.delta':{'deltaFromEntities':['T_Delta']},"
            + "'elements':{'A':{'type':'Code','@Semantics.amount.currencyCode':{'=':'B'}},'B':{'type':{'ref':['T','A']}}}},"
            + "'Code':{'kind':'type','type':'cds.String','length':3},"
            + "'V':{'kind':'entity','query':{'SET':{'args':[{'SELECT':{'from':{'join':'left','args':[{'ref':['T'],'as':'t'},{'ref':['HR.P']}],'on':[]},"
            + "'mixin':{'_d':{'type':'cds.Association','target':'T'}},'columns':[{'ref':['t','A']},{'xpr':[{'ref':['$projection','A']}],'as':'B'}]}}]}},"
            + "'elements':{'A':{},'B':{},'_d':{'type':'cds.Association','target':'T','on':[{'ref':['A']},'=',{'ref':['_d','B']}]}}},"
            + "'M':{'kind':'entity','elements':{'A':{},'N':{'@AnalyticsDetails.measureType':{'#':'BASE'}}}}},"
            + "'businessLayerDefinitions':{'M':{'version':'1.7.1','sourceModel':{'factSources':{'0':{'dataEntity':{'key':'V'}}}},"
            + "'attributes':{'A':{'attributeMapping':{'0':{'key':'A'}}}},'measures':{'N':{'measureMapping':{'0':{'key':'B'}}}},"
            + "'variables':{'P':{'type':'cds.Date'}},'exposedAssociations':{'_d':{'target':'T'}}}},"
            + "'dataflows':{'F':{'contents':{'processes':{'c':{'component':'x.table.consumer','metadata':{'config':{'dwcEntity':'T'}}},"
            + "'p':{'component':'x.table.producer','metadata':{'config':{'dwcEntity':'V','attributeMappings':[{'expression':'A','target':'B'}]}}}},"
            + "'connections':[{'src':{'process':'c'},'tgt':{'process':'p'}}]}}},"
            + "'taskchains':{'K':{'nodes':[{'id':1,'taskIdentifier':{'objectId':'F'}}],'links':[{'startNode':{'nodeId':1},'endNode':{'nodeId':1}}]}}}";

    @Provide
    Arbitrary<JsonNode> trees() {
        return Arbitraries.randomValue(random -> new Trees(random).any(9));
    }

    /** Makes JSON mostly of the words above: deep or wide, but never large, so that many different ones can be tried. */
    private static final class Trees {

        private static final List<JsonNode> LEAVES = List.of(
                BooleanNode.TRUE,
                BooleanNode.FALSE,
                NullNode.instance,
                IntNode.valueOf(0),
                IntNode.valueOf(-1),
                IntNode.valueOf(Integer.MAX_VALUE),
                DoubleNode.valueOf(1.5));

        private final Random random;
        private int nodesLeft = 400;

        Trees(Random random) {
            this.random = random;
        }

        JsonNode any(int depth) {
            nodesLeft--;
            int choice = depth == 0 || nodesLeft <= 0 ? 5 + random.nextInt(3) : random.nextInt(7);
            return choice < 4 ? object(depth) : choice == 4 ? list(depth) : leaf();
        }

        private JsonNode object(int depth) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = random.nextInt(7); i > 0; i--) {
                object.set(word(), any(depth - 1));
            }
            return object;
        }

        private JsonNode list(int depth) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                list.add(any(depth - 1));
            }
            return list;
        }

        private JsonNode leaf() {
            return switch (random.nextInt(3)) {
                case 0 -> StringNode.valueOf(word());
                case 1 -> StringNode.valueOf(noise());
                default -> LEAVES.get(random.nextInt(LEAVES.size()));
            };
        }

        private String word() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private String noise() {
            StringBuilder noise = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                noise.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            return noise.toString();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noJsonMakesAnyCallFail(@ForAll("trees") JsonNode tree, @ForAll boolean expected) {
        SnapshotAssembler assembler = Csn.assembler("HR");
        assembler.definition("SALES", expected ? "E" : null, expected ? AssetKind.VIEW : null, tree);
        assembler.definition("SALES", null, null, below("definitions", Map.of("E", tree, "F", tree)));
        assembler.definition("SALES", "F", AssetKind.DATA_FLOW, below("dataflows", Map.of("F", tree)));
        assertThat(assembler.assemble().tenant()).isEqualTo("tenant");
    }

    private static ObjectNode below(String root, Map<String, JsonNode> members) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        members.forEach(document.putObject(root)::set);
        return document;
    }

    /** A sound document in which one place holds something else. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noDamageToASoundDocumentMakesAnyCallFail(@ForAll("trees") JsonNode tree, @ForAll Random random) {
        ObjectNode document = (ObjectNode) Csn.json(SOUND);
        damage(document, tree, random);
        SnapshotAssembler assembler = Csn.assembler("HR");
        assembler.definition("SALES", null, null, document);
        assertThat(assembler.assemble().tenant()).isEqualTo("tenant");
    }

    /** Walks down at random and puts the tree where it stops. */
    private static void damage(ObjectNode document, JsonNode tree, Random random) {
        ObjectNode place = document;
        while (true) {
            List<String> names = List.copyOf(place.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0 || !(place.path(name) instanceof ObjectNode below) || below.isEmpty()) {
                place.set(name, tree);
                return;
            }
            place = below;
        }
    }

    @Property(tries = 100)
    void noBytesMakeMetadataFail(@ForAll byte[] bytes) {
        SnapshotAssembler assembler = Csn.assembler();
        assembler.metadata(new AssetId("SALES", "E"), bytes);
        assertThat(assembler.assemble().complete()).isFalse();
    }

    @Property(tries = 25)
    void theOrderOfTheCallsLeavesNoTrace(@ForAll Random random) {
        List<Consumer<SnapshotAssembler>> calls = new ArrayList<>(calls().toList());
        CatalogSnapshot straight = assembled(calls);
        Collections.shuffle(calls, random);
        assertThat(assembled(calls)).isEqualTo(straight);
    }

    private static CatalogSnapshot assembled(List<Consumer<SnapshotAssembler>> calls) {
        SnapshotAssembler assembler = new SnapshotAssembler("tenant", true, List.of("SALES"));
        calls.forEach(call -> call.accept(assembler));
        return assembler.assemble();
    }

    private static Stream<Consumer<SnapshotAssembler>> calls() {
        AssetId view = new AssetId("SALES", "V");
        AssetId served = new AssetId("SALES", "S");
        return Stream.of(
                export(
                        "SALES",
                        "'C':{'kind':'context','@DataWarehouse.space.name':'HR'},'C.P':{'kind':'entity','elements':{'X':{'type':'cds.Date'}}}"),
                export("SALES", "'C':{'kind':'context','@DataWarehouse.space.name':'FIN'}"),
                export(
                        "SALES",
                        "'V':{'kind':'entity','query':{'SELECT':{'from':{'ref':['C.P']}}},'elements':{'X':{},'Y':{}}}"),
                export(
                        "SALES",
                        "'V':{'kind':'entity','query':{'SELECT':{'from':{'ref':['T']}}},'elements':{'X':{},'Z':{}}}"),
                export("SALES", "'T':{'kind':'entity','elements':{'X':{'type':'cds.Time'}}}"),
                export("FIN", "'P':{'kind':'entity','elements':{'X':{'type':'cds.Double'}}}"),
                assembler -> assembler.facts(view, facts("A", "Deployed")),
                assembler -> assembler.facts(view, facts("B", "ChangesToDeploy")),
                assembler -> assembler.metadata(view, csdl("<Property Name='X' Type='Edm.Date'/>")),
                assembler -> assembler.metadata(
                        view, csdl("<Key><PropertyRef Name='X'/></Key><Property Name='X' Type='Edm.Int32'/>")),
                assembler -> assembler.metadata(served, csdl("<Property Name='Q' Type='Edm.Int32'/>")),
                assembler -> assembler.metadata(served, csdl("<Property Name='R' Type='Edm.Int32'/>")));
    }

    private static Consumer<SnapshotAssembler> export(String space, String definitions) {
        return assembler -> assembler.definition(space, null, null, Csn.json(Csn.definitions(definitions)));
    }

    private static ObjectFacts facts(String label, String status) {
        Lifecycle lifecycle = new Lifecycle(status, null, null, null, null, null);
        return new ObjectFacts(label, AssetKind.VIEW, null, null, lifecycle, Exposure.NONE);
    }

    private static byte[] csdl(String type) {
        return ("<Schema><EntityType Name='V'>" + type + "</EntityType></Schema>").getBytes(StandardCharsets.UTF_8);
    }
}
