package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.ColumnRole.MeasureKind;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Semantics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.catalogbridge.mapping.csn.Csn.column;
import static io.catalogbridge.mapping.csn.Csn.dataset;
import static io.catalogbridge.mapping.csn.Csn.definitions;
import static io.catalogbridge.mapping.csn.Csn.element;
import static io.catalogbridge.mapping.csn.Csn.entity;
import static io.catalogbridge.mapping.csn.Csn.exported;
import static org.assertj.core.api.Assertions.assertThat;

class ElementReaderTest {

    static List<Arguments> types() {
        return List.of(
                Arguments.of("'type':'cds.String','length':10", new DataType.Text(10)),
                Arguments.of("'type':'cds.String'", new DataType.Text(0)),
                Arguments.of("'type':'cds.LargeString'", new DataType.LargeText()),
                Arguments.of("'type':'cds.Integer'", new DataType.Whole(32)),
                Arguments.of("'type':'cds.Integer64'", new DataType.Whole(64)),
                Arguments.of("'type':'cds.hana.TINYINT'", new DataType.Whole(8)),
                Arguments.of("'type':'cds.hana.SMALLINT'", new DataType.Whole(16)),
                Arguments.of("'type':'cds.Decimal','precision':15,'scale':2", new DataType.Decimal(15, 2)),
                Arguments.of("'type':'cds.Decimal','precision':3", new DataType.Decimal(3, 0)),
                Arguments.of("'type':'cds.Decimal'", new DataType.FloatingDecimal()),
                Arguments.of("'type':'cds.Decimal','precision':3,'scale':9", new DataType.FloatingDecimal()),
                Arguments.of("'type':'cds.Decimal','precision':9,'scale':'floating'", new DataType.FloatingDecimal()),
                Arguments.of("'type':'cds.DecimalFloat'", new DataType.FloatingDecimal()),
                Arguments.of("'type':'cds.hana.SMALLDECIMAL'", new DataType.FloatingDecimal()),
                Arguments.of("'type':'cds.Double'", new DataType.Floating(64)),
                Arguments.of("'type':'cds.hana.REAL'", new DataType.Floating(32)),
                Arguments.of("'type':'cds.Boolean'", new DataType.Bool()),
                Arguments.of("'type':'cds.Date'", new DataType.Date()),
                Arguments.of("'type':'cds.Time'", new DataType.Time()),
                Arguments.of("'type':'cds.DateTime'", new DataType.DateTime()),
                Arguments.of("'type':'cds.Timestamp'", new DataType.Timestamp()),
                Arguments.of("'type':'cds.Binary','length':16", new DataType.Binary(16)),
                Arguments.of("'type':'cds.hana.BINARY','length':4", new DataType.Binary(4)),
                Arguments.of("'type':'cds.LargeBinary'", new DataType.LargeBinary()),
                Arguments.of("'type':'cds.UUID'", new DataType.Uuid()),
                Arguments.of("'type':'cds.hana.ST_POINT','srid':4326", new DataType.Geometry("point", 4326)),
                Arguments.of("'type':'cds.hana.ST_GEOMETRY'", new DataType.Geometry("geometry", 0)),
                Arguments.of("'type':'cds.Vector'", new DataType.Unknown("cds.Vector")),
                Arguments.of("'items':{'type':'cds.Date'}", new DataType.ListOf(new DataType.Date())),
                Arguments.of(
                        "'elements':{'A':{'type':'cds.Date'}}",
                        new DataType.Structure(List.of(new DataType.Structure.Field("A", new DataType.Date())))),
                Arguments.of("'type':'cds.String','length':1,'enum':{'X':{'val':'x'}}", new DataType.Text(1)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsEveryTypeWithItsFacets(String element, DataType type) {
        assertThat(element(element).type()).isEqualTo(type);
    }

    @Test
    void followsDerivedTypesAndLetsTheElementNarrowThem() {
        CatalogSnapshot snapshot = exported(definitions("'Code':{'kind':'type','type':'Name','length':4},"
                + "'Name':{'kind':'type','type':'cds.String','length':40},"
                + "'E':{'kind':'entity','elements':{'A':{'type':'Code'},'B':{'type':'Code','length':2},"
                + "'C':{'type':{'ref':['E','A']}}}}"));
        assertThat(dataset(snapshot, "E").columns())
                .extracting(Column::type)
                .containsExactly(new DataType.Text(4), new DataType.Text(2), new DataType.Text(4));
    }

    @Test
    void keepsTheNameOfATypeThatLeadsInACircle() {
        CatalogSnapshot snapshot = exported(definitions("'A':{'kind':'type','type':'B'},'B':{'kind':'type','type':'A'},"
                + "'E':{'kind':'entity','elements':{'C':{'type':'A'}}}"));
        assertThat(column(dataset(snapshot, "E"), "C").type()).isInstanceOf(DataType.Unknown.class);
        assertThat(Csn.codes(snapshot)).contains("type-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'@EndUserText.label':'Net'|Net",
                "'@Common.Label':'Net'|Net",
                "'@EndUserText.label':'Net','@Common.Label':'Other'|Net",
                "'@EndUserText.label':'A\\u0007\\tB'|A B",
                "'@EndUserText.label':{'=':'Net'}|Net"
            },
            quoteCharacter = '~')
    void takesTheLabelFromEitherAnnotationWithoutControlCharacters(String annotations, String label) {
        assertThat(element("'type':'cds.Date'," + annotations).label()).isEqualTo(label);
    }

    @Test
    void translatesLabelsThatAreKeptApart() {
        CatalogSnapshot snapshot = exported("{'i18n':{'de':{'k':'Umsatz','only':'Nur'},'en':{'k':'Revenue'}},"
                + "'definitions':{'E':{'kind':'entity','elements':{"
                + "'A':{'type':'cds.Date','@EndUserText.label':'{i18n>k}'},"
                + "'B':{'type':'cds.Date','@EndUserText.label':'{i18n>only}'},"
                + "'C':{'type':'cds.Date','@EndUserText.label':'{i18n>none}'}}}}}");
        assertThat(dataset(snapshot, "E").columns())
                .extracting(Column::label)
                .containsExactly("Revenue", "Nur", "{i18n>none}");
    }

    @Test
    void readsKeysAndWhetherNullIsAllowed() {
        assertThat(element("'type':'cds.Date','key':true")).matches(Column::key).matches(column -> !column.nullable());
        assertThat(element("'type':'cds.Date','notNull':true")).matches(column -> !column.nullable() && !column.key());
        assertThat(element("'type':'cds.Date','key':false")).matches(column -> column.nullable() && !column.key());
    }

    @Test
    void readsLongTextsAndDefaults() {
        Column column = element("'type':'cds.String','@EndUserText.quickInfo':'Line\\nLine','default':{'val':'I'}");
        assertThat(column.description()).isEqualTo("Line\nLine");
        assertThat(column.defaultValue()).isEqualTo("I");
        assertThat(element("'type':'cds.Timestamp','default':{'func':'NOW'}").defaultValue())
                .isEqualTo("NOW");
    }

    @Test
    void readsDimensionsAndMeasures() {
        assertThat(element("'@Analytics.dimension':true").role()).isEqualTo(ColumnRole.DIMENSION);
        assertThat(element("'@AnalyticsDetails.measureType':{'#':'BASE'},'@Aggregation.default':{'#':'SUM'}")
                        .role())
                .isEqualTo(new ColumnRole.Measure(MeasureKind.BASE, "SUM", null));
        assertThat(element("'type':'cds.Date'").role()).isEqualTo(ColumnRole.NONE);
    }

    @Test
    void readsReferencesHoweverTheyAreSpelled() {
        Semantics semantics = element("'@Semantics.amount.currencyCode':{'=':'CUR'},"
                        + "'@Semantics.quantity.unitOfMeasure':'UNIT',"
                        + "'@ObjectModel.text.element':{'=':'TXT'},"
                        + "'@ObjectModel.text.association':{'=':'_T'},"
                        + "'@ObjectModel.foreignKey.association':{'=':'_F'},"
                        + "'@Semantics.currencyCode':true,'@Semantics.calendar.yearMonth':true,"
                        + "'@Semantics.language':false,'@Analytics.hidden':true")
                .semantics();
        assertThat(semantics)
                .extracting(
                        Semantics::currencyColumn,
                        Semantics::unitColumn,
                        Semantics::textColumn,
                        Semantics::textAssociation,
                        Semantics::foreignKeyAssociation,
                        Semantics::hidden)
                .containsExactly("CUR", "UNIT", "TXT", "_T", "_F", true);
        assertThat(semantics.types()).containsExactly("calendar.yearMonth", "currencyCode");
        assertThat(element("'@ObjectModel.text.element':['TXT']").semantics().textColumn())
                .isEqualTo("TXT");
    }

    @Test
    void keepsTheTypeThatTheOtherSystemHas() {
        assertThat(element("'type':'cds.String','@DataWarehouse.native.dataType':'NVARCHAR'")
                        .nativeType())
                .isEqualTo("NVARCHAR");
        assertThat(element("'type':'cds.String'").nativeType()).isNull();
    }

    @Test
    void takesFromItsTypeWhatAnElementDoesNotSayItself() {
        Dataset dataset = dataset(
                exported(definitions("'Code':{'kind':'type','type':'Base','@ObjectModel.text.element':['N']},"
                        + "'Base':{'kind':'type','type':'cds.String','@EndUserText.label':'Base','@Analytics.hidden':true},"
                        + "'Loop':{'kind':'type','type':'Loop','@EndUserText.label':'Loop'},"
                        + "'E':{'kind':'entity','elements':{'A':{'type':'Code'},'L':{'type':'Loop'},"
                        + "'B':{'type':'Code','@EndUserText.label':'Own','@Analytics.hidden':false}}}")),
                "E");
        assertThat(dataset.columns()).extracting(Column::label).containsExactly("Base", "Loop", "Own");
        assertThat(dataset.columns())
                .extracting(column -> column.semantics().textColumn())
                .containsExactly("N", null, "N");
        assertThat(dataset.columns())
                .extracting(column -> column.semantics().hidden())
                .containsExactly(true, false, false);
    }

    @Test
    void ordersTheKeyAsTheDefinitionSays() {
        String elements = "'elements':{'A':{'key':true,'type':'cds.Date'},'B':{'key':true,'type':'cds.Date'},"
                + "'C':{'type':'cds.Date'},'D':{'key':true,'type':'cds.Date'}}";
        String sequence = "'@DataWarehouse.compoundKeySequence':[{'=':'B'},{'=':'C'},{'=':'D'},{'=':'X'}],";
        assertThat(dataset(exported(entity(elements)), "E").shape().keys()).containsExactly("A", "B", "D");
        assertThat(dataset(exported(entity(sequence + elements)), "E").shape().keys())
                .containsExactly("B", "D", "A");
    }

    @Test
    void marksTheRepresentativeKey() {
        Dataset dataset = dataset(
                exported(entity("'@ObjectModel.representativeKey':{'=':'B'},"
                        + "'elements':{'A':{'key':true,'type':'cds.Date'},'B':{'key':true,'type':'cds.Date'}}")),
                "E");
        assertThat(dataset.columns())
                .extracting(column -> column.semantics().representativeKey())
                .containsExactly(false, true);
    }

    @Test
    void leavesOutWhatIsNoElementAndSaysSo() {
        CatalogSnapshot snapshot = exported(entity("'elements':{'A':{'type':'cds.Date'},'B':7,'C':null}"));
        assertThat(dataset(snapshot, "E").columns()).extracting(Column::name).containsExactly("A");
        assertThat(Csn.codes(snapshot)).containsExactly("element-malformed", "element-malformed");
    }
}
