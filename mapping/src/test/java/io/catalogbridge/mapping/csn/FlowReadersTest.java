package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataProcess.ColumnMapping;
import io.catalogbridge.mapping.catalog.DataProcess.Transfer;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.ObjectRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.catalogbridge.mapping.csn.Csn.asset;
import static io.catalogbridge.mapping.csn.Csn.exported;
import static org.assertj.core.api.Assertions.assertThat;

class FlowReadersTest {

    private static final ObjectRef ORDERS = new AssetId("SALES", "ORDERS");
    private static final ObjectRef TARGET = new AssetId("SALES", "TARGET");

    private static List<Transfer> transfers(String document) {
        return ((DataProcess.Flow) asset(exported(document), "F")).transfers();
    }

    private static String dataFlow(String between, String connections) {
        return dataFlow("com.sap.database", between, connections);
    }

    private static String dataFlow(String vendor, String between, String connections) {
        return "{'dataflows':{'F':{'kind':'sap.dis.dataflow','@EndUserText.label':'Load','contents':{'processes':{"
                + "'in':{'component':'" + vendor
                + ".table.consumer','metadata':{'config':{'dwcEntity':'ORDERS','hanaConnection':{'connectionID':'$DWC'}}}},"
                + "'far':{'component':'" + vendor
                + ".table.consumer','metadata':{'config':{'qualifiedName':'/S/VBAK','hanaConnection':{'connectionID':'S4'}}}},"
                + between
                + "'out':{'component':'" + vendor
                + ".table.producer','metadata':{'config':{'dwcEntity':'TARGET','mode':'append','hanaConnection':{'connectionID':'$DWC'},"
                + "'attributeMappings':[{'expression':'\\\"NET\\\"','target':'AMOUNT'},{'expression':'UPPER(\\\"X\\\")','target':'Y'}]}}}},"
                + "'connections':[" + connections + "]}}}}";
    }

    private static String connection(String from, String to) {
        return "{'src':{'port':'o','process':'" + from + "'},'tgt':{'port':'i','process':'" + to + "'}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.sap.database", "com.sap.dataflow"})
    void followsADataFlowAlongItsConnections(String vendor) {
        assertThat(transfers(dataFlow(vendor, "", connection("in", "out"))))
                .containsExactly(new Transfer(
                        List.of(ORDERS),
                        TARGET,
                        "append",
                        List.of(new ColumnMapping("NET", "AMOUNT"), new ColumnMapping("UPPER(\"X\")", "Y")),
                        true));
    }

    @Test
    void joinsSeveralInputsWithoutGuessingTheirColumns() {
        Transfer transfer = transfers(dataFlow("", connection("in", "out") + "," + connection("far", "out")))
                .get(0);
        assertThat(transfer.from()).containsExactly(ORDERS, new ExternalObject("S4", "/S/VBAK"));
        assertThat(transfer.columns()).isEmpty();
        assertThat(transfer.resolved()).isTrue();
    }

    @Test
    void doesNotClaimToKnowWhatAScriptDoes() {
        String script =
                "'py':{'component':'com.sap.dataflow.sandboxPythonOperator','metadata':{'config':{'script':'x'}}},";
        Transfer transfer = transfers(dataFlow(script, connection("in", "py") + "," + connection("py", "out")))
                .get(0);
        assertThat(transfer.from()).containsExactly(ORDERS);
        assertThat(transfer.resolved()).isFalse();
        assertThat(transfer.columns()).isEmpty();
    }

    @Test
    void followsColumnsThroughAProjection() {
        String projection = "'p':{'component':'com.sap.dataflow.projection','metadata':{'config':{"
                + "'attributeMappings':[{'expression':'\\\"NETWR\\\"','target':'NET'}]}}},";
        Transfer transfer = transfers(dataFlow(projection, connection("in", "p") + "," + connection("p", "out")))
                .get(0);
        assertThat(transfer.columns()).containsExactly(new ColumnMapping("NETWR", "AMOUNT"));
    }

    @Test
    void survivesConnectionsInACircle() {
        String join = "'j':{'component':'com.sap.dataflow.join'},'k':{'component':'com.sap.dataflow.join'},";
        String circle = connection("in", "j") + "," + connection("j", "k") + "," + connection("k", "j") + ","
                + connection("k", "out");
        assertThat(transfers(dataFlow(join, circle)).get(0).from()).containsExactly(ORDERS);
    }

    @Test
    void readsAReplicationFlowTaskByTask() {
        String document = "{'replicationflows':{'F':{'kind':'sap.dis.replicationflow','contents':{'description':'Copy',"
                + "'sourceSystem':[{'connectionId':'S4','container':'/CDS'}],'targetSystem':[{'connectionId':'$DWC'}],"
                + "'replicationTasks':[{'loadType':'REPLICATE','sourceObject':{'name':'I_ORDER','definition':{'columns':[{'name':'A'},{'name':'B'}]}},'targetObject':{'name':'ORDERS'}},"
                + "{'loadType':'INITIAL','sourceObject':{'name':'I_ITEM'},'targetObject':{'name':'TARGET'},"
                + "'transform':{'attributeMappings':[{'source':'A','target':'B'}]}},{'sourceObject':{}}]}}}}";
        assertThat(transfers(document))
                .containsExactly(
                        new Transfer(
                                List.of(new ExternalObject("S4", "/CDS/I_ORDER")),
                                ORDERS,
                                "REPLICATE",
                                List.of(new ColumnMapping("A", "A"), new ColumnMapping("B", "B")),
                                true),
                        new Transfer(
                                List.of(new ExternalObject("S4", "/CDS/I_ITEM")),
                                TARGET,
                                "INITIAL",
                                List.of(new ColumnMapping("A", "B")),
                                true));
        assertThat(asset(exported(document), "F").head().business().description())
                .isEqualTo("Copy");
    }

    private static String transformation(String query) {
        return "{'transformationflows':{'F':{'kind':'sap.dis.transformationflow','contents':{'metadata':{'loadType':'INITIAL_AND_DELTA'},'processes':{"
                + "'v':{'component':'com.sap.dwc.viewtransform','metadata':{'config':{'definition':{" + query + "}}}},"
                + "'t':{'component':'com.sap.dwc.target','metadata':{'config':{'name':'TARGET','truncate':false,"
                + "'attributeMappings':[{'source':'NET','target':'AMOUNT'}]}}}},"
                + "'connections':[" + connection("v", "t") + "]}}}}";
    }

    @Test
    void readsTheQueryInsideATransformationFlow() {
        String query = "'query':{'SELECT':{'from':{'ref':['ORDERS']},'columns':[{'ref':['NETWR'],'as':'NET'}]}}";
        assertThat(transfers(transformation(query)))
                .containsExactly(new Transfer(
                        List.of(ORDERS),
                        TARGET,
                        "INITIAL_AND_DELTA",
                        List.of(new ColumnMapping("NETWR", "AMOUNT")),
                        true));
    }

    @Test
    void leavesATransformationWithoutAQueryUnresolved() {
        Transfer transfer = transfers(transformation("'@DataWarehouse.sqlEditor.query':'SELECT 1'"))
                .get(0);
        assertThat(transfer.from()).isEmpty();
        assertThat(transfer.resolved()).isFalse();
    }

    @Test
    void readsATaskChain() {
        DataProcess.TaskChain chain = (DataProcess.TaskChain) asset(
                exported(
                        "{'taskchains':{'F':{'kind':'sap.dwc.taskChain','nodes':[{'id':0,'type':'START'},"
                                + "{'id':1,'type':'TASK','taskIdentifier':{'applicationId':'VIEWS','activity':'PERSIST','objectId':'ORDERS'}},"
                                + "{'id':2,'type':'TASK','taskIdentifier':{'applicationId':'TASK_CHAINS','activity':'RUN_CHAIN','objectId':'N','spaceId':'HR'}}],"
                                + "'links':[{'startNode':{'nodeId':0,'statusRequired':'ANY'},'endNode':{'nodeId':1}},{'startNode':{}}]}}}"),
                "F");
        assertThat(chain.runs()).containsExactly(new AssetId("SALES", "ORDERS"), new AssetId("HR", "N"));
        assertThat(chain.links()).containsExactly(new DataProcess.TaskLink("0", "1", "ANY"));
        assertThat(chain.kind()).isEqualTo(AssetKind.TASK_CHAIN);
    }
}
