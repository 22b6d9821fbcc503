package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.Association.ColumnPair;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.ColumnRole.MeasureKind;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.catalogbridge.mapping.csn.Csn.codes;
import static io.catalogbridge.mapping.csn.Csn.column;
import static io.catalogbridge.mapping.csn.Csn.dataset;
import static io.catalogbridge.mapping.csn.Csn.exported;
import static org.assertj.core.api.Assertions.assertThat;

class AnalyticModelTest {

    private static final String FACT_AND_DIMENSION =
            "'FACT':{'kind':'entity','elements':{'PRODUCT':{'type':'cds.String','length':8},'CUR':{'type':'cds.String','length':5},"
                    + "'NET':{'type':'cds.Decimal','precision':15,'scale':2,'@EndUserText.label':'Net value',"
                    + "'@AnalyticsDetails.measureType':{'#':'BASE'},'@Aggregation.default':{'#':'SUM'},"
                    + "'@Semantics.amount.currencyCode':{'=':'CUR'}}}},"
                    + "'DIM':{'kind':'entity','elements':{'ID':{'type':'cds.String','length':8},'NAME':{'type':'cds.String','length':40}}},";

    private static final String QUERY =
            "'query':{'SELECT':{'from':{'ref':['FACT'],'as':'F'},'mixin':{'_D∞0':{'type':'cds.Association','target':'DIM'}},"
                    + "'columns':[{'ref':['F','PRODUCT'],'as':'Product'},{'ref':['F','CUR'],'as':'Currency'},"
                    + "{'ref':['_D∞0']},{'ref':['_D∞0','NAME'],'as':'Name_P'},{'ref':['F','NET'],'as':'Net'}]}},";

    private static final String ELEMENTS = "'elements':{'Product':{},'Currency':{},"
            + "'_D∞0':{'type':'cds.Association','target':'DIM','on':[{'ref':['Product']},'=',{'ref':['_D∞0','ID']}]},"
            + "'Name_P':{},'Net':{'@AnalyticsDetails.measureType':{'#':'BASE'}},"
            + "'Big':{'@AnalyticsDetails.measureType':{'#':'RESTRICTION'}},"
            + "'Ratio':{'@AnalyticsDetails.measureType':{'#':'CALCULATION'}}}";

    private static final String ATTRIBUTES =
            "'attributes':{'Product':{'attributeType':'AnalyticModelAttributeType.FactSourceAttribute','attributeMapping':{'0':{'key':'PRODUCT'}},'text':'Product'},"
                    + "'Name_P':{'attributeType':'AnalyticModelAttributeType.DimensionSourceAttribute','sourceKey':'1','key':'NAME'}},";

    private static final String DERIVED_MEASURES =
            "'Big':{'measureType':'AnalyticModelMeasureType.RestrictedMeasure','key':'Net','formulaRaw':'Product = A','text':'Big deals'},"
                    + "'Ratio':{'measureType':'AnalyticModelMeasureType.CalculatedMeasure','formula':'Net / Big'},"
                    + "'Hidden':{'measureType':'AnalyticModelMeasureType.CalculatedMeasure','isAuxiliary':true}";

    private static CatalogSnapshot model(String members, String measures, String version) {
        return exported("{'definitions':{" + FACT_AND_DIMENSION + "'M':{'kind':'entity'," + members + "}},"
                + "'businessLayerDefinitions':{'M':{'version':'" + version + "','sourceModel':{"
                + "'factSources':{'0':{'dataEntity':{'key':'FACT'}}},"
                + "'dimensionSources':{'1':{'dataEntity':{'key':'DIM'}}}}," + ATTRIBUTES
                + "'measures':{" + measures + "," + DERIVED_MEASURES + "},"
                + "'variables':{'P_DATE':{'text':'Key date','type':'cds.Date','defaultValue':'2024-01-01'}}}}}");
    }

    private static CatalogSnapshot model13() {
        return model(
                QUERY + ELEMENTS,
                "'Net':{'measureType':'AnalyticModelMeasureType.FactSourceMeasure','sourceKey':'0','key':'NET'}",
                "1.3.6");
    }

    private static CatalogSnapshot model17() {
        return model(
                ELEMENTS,
                "'Net':{'measureType':'AnalyticModelMeasureType.FactSourceMeasure','measureMapping':{'0':{'key':'NET'}}}",
                "1.7.1");
    }

    @Test
    void resolvesTypesThroughTheQuery() {
        Dataset model = dataset(model13(), "M");
        assertThat(column(model, "Product").type()).isEqualTo(new DataType.Text(8));
        assertThat(column(model, "Name_P").type()).isEqualTo(new DataType.Text(40));
        assertThat(column(model, "Net").type()).isEqualTo(new DataType.Decimal(15, 2));
    }

    @Test
    void resolvesTypesThroughTheBusinessLayerWhereThereIsNoQuery() {
        Dataset model = dataset(model17(), "M");
        assertThat(column(model, "Product").type()).isEqualTo(new DataType.Text(8));
        assertThat(column(model, "Name_P").type()).isEqualTo(new DataType.Text(40));
        assertThat(column(model, "Net").type()).isEqualTo(new DataType.Decimal(15, 2));
        assertThat(((Dataset.AnalyticModel) model).businessLayer()).isEqualTo("1.7.1");
    }

    @Test
    void givesRestrictedMeasuresTheTypeOfWhatTheyRestrictAndAdmitsWhatIsUnknown() {
        CatalogSnapshot snapshot = model13();
        Dataset model = dataset(snapshot, "M");
        assertThat(column(model, "Big").type()).isEqualTo(new DataType.Decimal(15, 2));
        assertThat(column(model, "Ratio").type()).isInstanceOf(DataType.Unresolved.class);
        assertThat(codes(snapshot)).containsExactly("type-unresolved");
    }

    @Test
    void describesMeasures() {
        Dataset model = dataset(model13(), "M");
        assertThat(column(model, "Net").role()).isEqualTo(new ColumnRole.Measure(MeasureKind.BASE, "SUM", null));
        assertThat(column(model, "Big").role())
                .isEqualTo(new ColumnRole.Measure(MeasureKind.RESTRICTED, null, "Product = A"));
        assertThat(column(model, "Ratio").role())
                .isEqualTo(new ColumnRole.Measure(MeasureKind.CALCULATED, null, "Net / Big"));
        assertThat(column(model, "Big").label()).isEqualTo("Big deals");
    }

    @Test
    void inheritsLabelsAndCurrenciesInTheModelsOwnNames() {
        Column net = column(dataset(model13(), "M"), "Net");
        assertThat(net.label()).isEqualTo("Net value");
        assertThat(net.semantics().currencyColumn()).isEqualTo("Currency");
    }

    @Test
    void readsFromFactsAndDimensions() {
        assertThat(dataset(model13(), "M").sources())
                .containsExactly(new AssetId("SALES", "FACT"), new AssetId("SALES", "DIM"));
        assertThat(dataset(model13(), "M").shape().associations())
                .containsExactly(
                        new Association("_D∞0", new AssetId("SALES", "DIM"), List.of(new ColumnPair("Product", "ID"))));
    }

    @Test
    void turnsVariablesIntoParameters() {
        Dataset model = dataset(model13(), "M");
        assertThat(model.shape().parameters())
                .containsExactly(new Parameter("P_DATE", new DataType.Date(), "Key date", "2024-01-01"));
        assertThat(model.head().exposure().parameters()).isTrue();
    }

    @Test
    void takesItsColumnsFromTheBusinessLayerIfThereAreNoElements() {
        CatalogSnapshot snapshot = model("'@x':1", "'Net':{'measureMapping':{'0':{'key':'NET'}}}", "1.7.1");
        assertThat(dataset(snapshot, "M").columns())
                .extracting(Column::name)
                .containsExactly("Product", "Name_P", "Net", "Big", "Ratio");
        assertThat(codes(snapshot)).contains("elements-missing");
    }

    @Test
    void followsColumnsOverSeveralHopsAndSpaces() {
        SnapshotAssembler assembler = Csn.assembler("HR");
        assembler.definition(
                "SALES",
                null,
                null,
                Csn.json(
                        Csn.definitions(
                                "'A':{'kind':'entity','query':{'SELECT':{'from':{'ref':['B']},'columns':[{'ref':['X'],'as':'Y'}]}},'elements':{'Y':{}}},"
                                        + "'B':{'kind':'entity','query':{'SELECT':{'from':{'ref':['HR.C']}}},'elements':{'X':{}}}")));
        assembler.definition(
                "HR",
                null,
                null,
                Csn.json(Csn.definitions("'C':{'kind':'entity','elements':{'X':{'type':'cds.Time'}}}")));
        assertThat(column(dataset(assembler.assemble(), "A"), "Y").type()).isEqualTo(new DataType.Time());
    }

    @Test
    void endsWhereColumnsLeadInACircle() {
        CatalogSnapshot snapshot = exported(
                Csn.definitions("'A':{'kind':'entity','query':{'SELECT':{'from':{'ref':['B']}}},'elements':{'X':{}}},"
                        + "'B':{'kind':'entity','query':{'SELECT':{'from':{'ref':['A']}}},'elements':{'X':{}}}"));
        assertThat(codes(snapshot)).containsExactly("type-unresolved", "type-unresolved");
    }
}
