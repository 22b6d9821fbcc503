package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.glue.Ownership;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static io.catalogbridge.mapping.rules.ParameterKey.Place.COLUMN;
import static io.catalogbridge.mapping.rules.ParameterKey.Place.DATABASE;
import static io.catalogbridge.mapping.rules.ParameterKey.Place.JOB;
import static io.catalogbridge.mapping.rules.ParameterKey.Place.TABLE;

/**
 * All parameters that the mapping writes, and what they mean. A parameter without a value is not written.
 *
 * <p>Lists are JSON arrays. Names of columns and objects inside values are spelled as in the source; {@link #NAME} leads
 * from there to the column or table in Glue. Dates, users and the deployment status of an asset are deliberately not
 * among them: they change with every save and deployment, and would cause a write where nothing that a reader of the
 * table needs has changed.
 */
public enum ParameterKey {
    OWNER("owner", "The environment that made the object; objects without it are never changed", DATABASE, TABLE, JOB),
    DIGEST("digest", "Hash of the database and the fingerprints of its tables, as last written in full", DATABASE),
    FINGERPRINT("fingerprint", "Hash of everything written to the table, as last written", TABLE),
    VERSION("version", "Version of the mapping that wrote the database", DATABASE),
    SOURCE("source", "The Datasphere tenant", DATABASE),
    SPACE("space", "Technical name of the space", DATABASE),
    CONNECTIONS("connections", "Connections of the space: name, label and type", DATABASE),
    FLOW("flow.", "A flow or task chain of the space, by its name: what it reads, loads or runs", DATABASE),
    ASSET("asset", "Identifier of the asset", TABLE, JOB),
    NAME("name", "Technical name as the source spells it", TABLE, COLUMN, JOB),
    KIND("kind", "Kind of asset, such as view or analytic-model", TABLE, JOB),
    LABEL("label", "Business name", DATABASE, TABLE, COLUMN, JOB),
    DESCRIPTION(
            "description", "The whole text, where the description or comment had to be cut", DATABASE, TABLE, COLUMN),
    USAGE("usage", "What the dataset is used for, such as fact or dimension", TABLE),
    EXPOSURE("exposure", "How others may read the asset: external, relational, analytical, parameters", TABLE),
    ACCESS_CONTROLS("access-controls", "Data access controls that restrict its rows", TABLE),
    KEYS("keys", "Columns of the primary key, in order", TABLE),
    MEASURES("measures", "Measures with kind and aggregation", TABLE),
    HIERARCHIES("hierarchies", "Hierarchies with their levels, or parent and child columns", TABLE),
    ASSOCIATIONS("associations", "Links to other datasets: target and pairs of equal columns", TABLE),
    PARAMETERS(
            "parameters",
            "Values to be given when the asset is read: parameters of a view, variables of a model",
            TABLE),
    SOURCES("sources", "Identifiers of the objects data is read from", TABLE, JOB),
    TARGETS("targets", "Identifiers of the objects data is written to", JOB),
    RUNS("runs", "Identifiers of the objects that a task chain runs", JOB),
    LOADED_BY("loaded-by", "Identifiers of the flows of the same space that write to the table", TABLE),
    DEFINITION("definition", "Definition of a view, as SQL or as CQN in JSON", TABLE),
    DEFINITION_KIND("definition-kind", "Language of the definition: sql, cqn, or sql-without-query", TABLE),
    BUSINESS_LAYER("business-layer", "Version of an analytic model's business layer", TABLE),
    CONNECTION("connection", "Connection that a remote table reads through", TABLE),
    REMOTE_OBJECT("remote-object", "Object that a remote table reads, as the other system spells it", TABLE),
    ORIGIN("origin", "Where a local table's rows come from: delta-capture, open-schema or imported-dataset", TABLE),
    ORIGIN_OBJECT("origin-object", "The change log, or the schema and table that the rows come from", TABLE),
    COMMENT(Ownership.COMMENT, "Label and text on one line; Athena shows this and not the description", TABLE),
    TYPE("type", "Data type as CSN spells it", COLUMN),
    NATIVE_TYPE("native-type", "Data type as the system spells it that the values come from", COLUMN),
    KEY("key", "Position in the primary key, from 1", COLUMN),
    NULLABLE("nullable", "false where a value is required", COLUMN),
    ROLE("role", "dimension or measure", COLUMN),
    MEASURE_KIND("measure-kind", "How the measure is defined, such as base or calculated", COLUMN),
    AGGREGATION("aggregation", "How values of the measure are combined, such as SUM", COLUMN),
    FORMULA("formula", "Formula of a calculated or restricted measure", COLUMN),
    CURRENCY("currency", "Column with the currency of the amount", COLUMN),
    UNIT("unit", "Column with the unit of the quantity", COLUMN),
    TEXT("text", "Column with the readable text for the value", COLUMN),
    TEXT_ASSOCIATION("text-association", "Association to a dataset of readable texts", COLUMN),
    FOREIGN_KEY("foreign-key", "Association whose target the value identifies", COLUMN),
    SEMANTICS("semantics", "Semantic types, such as currencyCode or calendar.yearMonth", COLUMN),
    HIDDEN("hidden", "true where the column is not meant to be shown", COLUMN),
    REPRESENTATIVE_KEY("representative-key", "true where the column stands for the whole key", COLUMN),
    DEFAULT("default", "Default value", COLUMN);

    /** Where a parameter is written; in jobs, parameters are arguments. */
    public enum Place {
        DATABASE,
        TABLE,
        COLUMN,
        JOB
    }

    private final String key;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable from the start
    private final Set<Place> places;

    ParameterKey(String name, String meaning, Place... places) {
        this.key = name.equals(Ownership.COMMENT) ? name : Ownership.PREFIX + name;
        this.meaning = meaning;
        this.places = Collections.unmodifiableSet(EnumSet.copyOf(List.of(places)));
    }

    /** The parameter's name in Glue, such as {@code catalogbridge.owner}; for {@link #FLOW}, what it starts with. */
    public String key() {
        return key;
    }

    /** One phrase for people. */
    public String meaning() {
        return meaning;
    }

    public Set<Place> places() {
        return places;
    }
}
