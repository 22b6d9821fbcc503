package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsdlReaderTest {

    private static final String RELATIONAL = """
            <EntityContainer Name="EntityContainer"><EntitySet Name="SAP_DAY" EntityType="S.SAP_DAY"/></EntityContainer>
            <EntityType Name="SAP_DAY"><Key><PropertyRef Name="_4DATE"/></Key>
              <Property Name="_4DATE" Type="Edm.Date" Nullable="false"/>
              <Property Name="MONTH" Type="Edm.String" MaxLength="6"/></EntityType>
            <Annotations Target="S.SAP_DAY">
              <Annotation Term="Common.Label" String="Day"/>
              <Annotation Term="DataIntegration.OriginalName" String="SAP.DAY"/>
              <Annotation Term="Hierarchy.leveled"><Collection><Record>
                <PropertyValue Property="name" String="MD"/><PropertyValue Property="label" String="Month, Day"/>
                <PropertyValue Property="levels"><Collection>
                  <Record><PropertyValue Property="element" Path="MONTH"/></Record>
                  <Record><PropertyValue Property="element" Path="_4DATE"/></Record>
                </Collection></PropertyValue></Record></Collection></Annotation>
            </Annotations>
            <Annotations Target="S.SAP_DAY/_4DATE">
              <Annotation Term="DataIntegration.OriginalName" String="4DATE"/>
              <Annotation Term="Analytics.dimension" Bool="true"/>
              <Annotation Term="Common.IsCalendarDate" Bool="true"/>
            </Annotations>
            <Annotations Target="S.SAP_DAY/MONTH"><Annotation Term="com.sap.vocabularies.Common.v1.Label" String="Month"/></Annotations>
            """;

    private static Optional<ServiceEntity> read(String asset, String schema) throws XMLStreamException {
        return CsdlReader.read(asset, document("S", schema));
    }

    static byte[] document(String namespace, String schema) {
        return ("<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'><edmx:DataServices>"
                        + "<Schema Namespace='" + namespace + "' xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
                        + schema
                        + "</Schema></edmx:DataServices></edmx:Edmx>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsARelationalServiceUnderItsOriginalNames() throws XMLStreamException {
        ServiceEntity entity = read("SAP.DAY", RELATIONAL).orElseThrow();
        Column date = entity.columns().get(0);
        assertThat(entity.label()).isEqualTo("Day");
        assertThat(entity.analytical()).isFalse();
        assertThat(entity.columns()).extracting(Column::name).containsExactly("4DATE", "MONTH");
        assertThat(date.key()).isTrue();
        assertThat(date.nullable()).isFalse();
        assertThat(date.role()).isEqualTo(ColumnRole.DIMENSION);
        assertThat(date.semantics().types()).containsExactly("calendar.date");
        assertThat(entity.column("MONTH").orElseThrow().label()).isEqualTo("Month");
        assertThat(entity.hierarchies())
                .containsExactly(new Hierarchy.Leveled("MD", "Month, Day", List.of("MONTH", "4DATE")));
    }

    @Test
    void readsAnAnalyticalServiceWithInlineAnnotations() throws XMLStreamException {
        ServiceEntity entity =
                CsdlReader.read("M", document("InaApplicationService", """
                        <EntityContainer Name="C"><EntitySet Name="M" EntityType="InaApplicationService.M"/></EntityContainer>
                        <EntityType Name="M">
                          <Property Name="NET" Type="Edm.Decimal" Precision="15" Scale="2">
                            <Annotation Term="Analytics.measure"/>
                            <Annotation Term="Measures.ISOCurrency" Path="CUR"/></Property>
                          <Property Name="CUR" Type="Edm.String" MaxLength="5"><Annotation Term="Analytics.Dimension" Bool="true"/>
                            <Annotation Term="Common.IsCurrency" Bool="true"/></Property>
                          <Property Name="CUR_T" Type="Edm.String"><Annotation Term="Common.TextFor" String="CUR"/>
                            <Annotation Term="UI.Hidden" Bool="false"/></Property></EntityType>
                        """)).orElseThrow();
        assertThat(entity.analytical()).isTrue();
        assertThat(entity.column("NET").orElseThrow().role()).isInstanceOf(ColumnRole.Measure.class);
        assertThat(entity.column("NET").orElseThrow().semantics().currencyColumn())
                .isEqualTo("CUR");
        assertThat(entity.column("CUR").orElseThrow().semantics().types()).containsExactly("currencyCode");
        assertThat(entity.texts()).containsExactly("CUR_T");
        assertThat(entity.column("CUR").orElseThrow().semantics().textColumn()).isEqualTo("CUR_T");
        assertThat(entity.column("CUR_T").orElseThrow().semantics().hidden()).isFalse();
    }

    @Test
    void looksForTheColumnsOfAParameterisedServiceBehindItsParameters() throws XMLStreamException {
        ServiceEntity entity = read("V", """
                        <EntityContainer Name="C"><EntitySet Name="V" EntityType="S.V"/><EntitySet Name="VSet" EntityType="S.VType"/></EntityContainer>
                        <EntityType Name="V"><Key><PropertyRef Name="P"/></Key><Property Name="P" Type="Edm.Date" Nullable="false"/>
                          <NavigationProperty Name="Set" Type="Collection(S.VType)"/></EntityType>
                        <EntityType Name="VType"><Key><PropertyRef Name="ID"/></Key><Property Name="ID" Type="Edm.Int32" Nullable="false"/>
                          <NavigationProperty Name="Parameters" Type="S.V"/></EntityType>
                        <Annotations Target="S.V"><Annotation Term="Common.Label" String="View"/></Annotations>
                        """).orElseThrow();
        assertThat(entity.columns()).extracting(Column::name).containsExactly("ID");
        assertThat(entity.parameters()).containsExactly(new Parameter("P", new DataType.Date(), null, null));
        assertThat(entity.label()).isEqualTo("View");
    }

    static List<Arguments> types() {
        return List.of(
                Arguments.of("Type='Edm.String' MaxLength='7'", new DataType.Text(7)),
                Arguments.of("Type='Edm.String' MaxLength='max'", new DataType.Text(0)),
                Arguments.of("Type='Edm.Decimal' Precision='3'", new DataType.Decimal(3, 0)),
                Arguments.of("Type='Edm.Decimal' Precision='9' Scale='variable'", new DataType.FloatingDecimal()),
                Arguments.of("Type='Edm.Decimal'", new DataType.FloatingDecimal()),
                Arguments.of("Type='Edm.Byte'", new DataType.Whole(8)),
                Arguments.of("Type='Edm.Int16'", new DataType.Whole(16)),
                Arguments.of("Type='Edm.Int64'", new DataType.Whole(64)),
                Arguments.of("Type='Edm.Double'", new DataType.Floating(64)),
                Arguments.of("Type='Edm.Single'", new DataType.Floating(32)),
                Arguments.of("Type='Edm.Boolean'", new DataType.Bool()),
                Arguments.of("Type='Edm.TimeOfDay'", new DataType.Time()),
                Arguments.of("Type='Edm.DateTimeOffset' Precision='7'", new DataType.Timestamp()),
                Arguments.of("Type='Edm.Binary'", new DataType.Binary(0)),
                Arguments.of("Type='Edm.Guid'", new DataType.Uuid()),
                Arguments.of("Type='Collection(Edm.Date)'", new DataType.ListOf(new DataType.Date())),
                Arguments.of("Type='Some.Thing'", new DataType.Unknown("Some.Thing")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsEveryType(String property, DataType type) throws XMLStreamException {
        ServiceEntity entity = read("E", "<EntityType Name='E'><Property Name='P' " + property + "/></EntityType>")
                .orElseThrow();
        assertThat(entity.columns().get(0).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"SAP.TIME.X,SAP_TIME_X", "4VD_X,_4VD_X", "A b-c,A_b_c", "_X,_X"})
    void knowsHowServicesNameAssets(String asset, String set) {
        assertThat(CsdlReader.sanitised(asset)).isEqualTo(set);
    }

    @Test
    void refusesToFollowEntities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>";
        assertThatThrownBy(() -> CsdlReader.read("X", bomb.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void refusesBottomlessNesting() {
        byte[] deep = "<a>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CsdlReader.read("X", deep)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void readsDocumentsWithAByteOrderMark() throws XMLStreamException {
        byte[] marked = "\uFEFF<Schema><EntityType Name='E'/></Schema>".getBytes(StandardCharsets.UTF_8);
        assertThat(CsdlReader.read("E", marked)).isPresent();
    }

    @Test
    void findsNothingInAPage() throws XMLStreamException {
        assertThat(CsdlReader.read("X", "<html><body/></html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
