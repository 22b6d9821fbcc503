package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.csn.ColumnOrigin.Computed;
import io.catalogbridge.mapping.csn.ColumnOrigin.Copied;
import io.catalogbridge.mapping.csn.ColumnOrigin.Hidden;
import io.catalogbridge.mapping.csn.ColumnOrigin.Merged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.catalogbridge.mapping.csn.Csn.json;
import static org.assertj.core.api.Assertions.assertThat;

class QueryTest {

    private static final String JOIN = "{'join':'inner','args':[{'ref':['T'],'as':'a'},{'ref':['X.U']}],'on':[]}";

    private static QueryTree read(String query) {
        return new QueryReader(new TypeReader(json("{}"))).read(json(query));
    }

    private static ColumnOrigin origin(String query) {
        return new ColumnOrigins(Map.of("_own", "OWN")).of(read(query), "C");
    }

    private static String select(String from, String columns) {
        return "{'SELECT':{'from':" + from + ",'columns':[" + columns + "]}}";
    }

    @Test
    void findsTablesInJoinsUnionsSubqueriesAndConditions() {
        String query = "{'SET':{'op':'union','args':["
                + select(JOIN, "{'ref':['a','C']}") + ","
                + "{'SELECT':{'from':{'SELECT':{'from':{'ref':['V']}},'as':'s'},'columns':[{'xpr':[{'SELECT':{'from':{'ref':['W']}}}],'as':'C'}],"
                + "'where':['exists',{'SELECT':{'from':{'ref':[{'id':'P','args':{'x':{'val':1}}}]}}}]}}]}}";
        assertThat(read(query).tables()).containsExactly("T", "X.U", "V", "W", "P");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'ref':['a','B'],'as':'C'}|T|B",
                "{'ref':['U','C']}|X.U|C",
                "{'ref':['X.U','C']}|X.U|C",
                "{'ref':['a','_assoc','C']}|T|_assoc.C",
                "{'ref':['_own','C']}|OWN|C"
            })
    void followsQualifiedReferencesThroughTheAliases(String column, String object, String path) {
        assertThat(origin(select(JOIN, column))).isEqualTo(new Copied(object, List.of(path.split("\\."))));
    }

    @Test
    void followsUnqualifiedReferencesOnlyIfThereIsOneSource() {
        assertThat(origin(select("{'ref':['T']}", "{'ref':['C']}"))).isEqualTo(Copied.of("T", "C"));
        assertThat(origin(select(JOIN, "{'ref':['C']}"))).isInstanceOf(Hidden.class);
    }

    @Test
    void followsAllColumnsOfOneSource() {
        assertThat(origin("{'SELECT':{'from':{'ref':['T']}}}")).isEqualTo(Copied.of("T", "C"));
        assertThat(origin(select("{'ref':['T']}", "'*'"))).isEqualTo(Copied.of("T", "C"));
        assertThat(origin(select(JOIN, "'*'"))).isInstanceOf(Hidden.class);
    }

    @Test
    void followsSubqueries() {
        String inner =
                "{'SELECT':{'from':{'ref':['T'],'as':'t'},'columns':[{'ref':['t','A'],'as':'B'}]},'as':'Join 1'}";
        assertThat(origin(select(inner, "{'ref':['Join 1','B'],'as':'C'}"))).isEqualTo(Copied.of("T", "A"));
        assertThat(origin(select(inner, "{'ref':['B'],'as':'C'}"))).isEqualTo(Copied.of("T", "A"));
    }

    @Test
    void followsProjectionsWithoutRunningInCircles() {
        String columns = "{'ref':['$projection','D'],'as':'C'},{'ref':['A'],'as':'D'}";
        assertThat(origin(select("{'ref':['T']}", columns))).isEqualTo(Copied.of("T", "A"));
        String circle = "{'ref':['$projection','D'],'as':'C'},{'ref':['$projection','C'],'as':'D'}";
        assertThat(origin(select("{'ref':['T']}", circle))).isInstanceOf(Hidden.class);
    }

    @Test
    void followsMixedInAssociations() {
        String query = "{'SELECT':{'from':{'ref':['T']},'mixin':{'_d∞0':{'type':'cds.Association','target':'DIM'}},"
                + "'columns':[{'ref':['_d∞0','Name'],'as':'C'}]}}";
        assertThat(origin(query)).isEqualTo(Copied.of("DIM", "Name"));
    }

    @Test
    void collectsTheInputsOfCalculations() {
        ColumnOrigin origin = origin(
                select(
                        "{'ref':['T']}",
                        "{'xpr':['case','when',{'ref':['A']},'=',{'val':1},'then',{'func':'UPPER','args':[{'ref':['B']}]},'end'],'as':'C'}"));
        assertThat(origin).isEqualTo(new Computed(List.of(Copied.of("T", "A"), Copied.of("T", "B")), null));
    }

    @Test
    void takesTheTypeOfACast() {
        ColumnOrigin origin = origin(select(
                "{'ref':['T']}", "{'ref':['A'],'as':'C','cast':{'type':'cds.Decimal','precision':9,'scale':2}}"));
        assertThat(origin).isEqualTo(new Computed(List.of(Copied.of("T", "A")), new DataType.Decimal(9, 2)));
    }

    @Test
    void matchesTheBranchesOfAUnionByPosition() {
        String query = "{'SET':{'op':'union','all':true,'args':["
                + select("{'ref':['T']}", "{'ref':['X']},{'ref':['C']}") + ","
                + select("{'ref':['U']}", "{'ref':['Y']},{'ref':['Z']}") + "]}}";
        assertThat(origin(query)).isEqualTo(new Merged(List.of(Copied.of("T", "C"), Copied.of("U", "Z"))));
    }

    @Test
    void doesNotGuessAtParametersAndSubqueries() {
        assertThat(origin(select("{'ref':['T']}", "{'ref':['P'],'param':true,'as':'C'}")))
                .isEqualTo(new Computed(List.of(), null));
        assertThat(origin(select("{'ref':['T']}", "{'SELECT':{'from':{'ref':['U']}},'as':'C'}")))
                .isInstanceOf(Hidden.class);
    }

    @Test
    void givesUpOnCalculationsThatExplode() {
        StringBuilder columns = new StringBuilder("{'val':1,'as':'C39'}");
        for (int i = 38; i >= 0; i--) {
            String next = "{'ref':['$projection','C" + (i + 1) + "']}";
            columns.append(",{'func':'F','args':[")
                    .append(next)
                    .append(',')
                    .append(next)
                    .append("],'as':'C")
                    .append(i == 0 ? "" : i)
                    .append("'}");
        }
        assertThat(origin(select("{'ref':['T']}", columns.toString())))
                .isEqualTo(new Computed(List.of(new Hidden("is calculated in too many steps")), null));
    }
}
