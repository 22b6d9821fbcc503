package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.aws.Shape.Characters;
import io.catalogbridge.connectors.sandbox.aws.Shape.ListOf;
import io.catalogbridge.connectors.sandbox.aws.Shape.MapOf;
import io.catalogbridge.connectors.sandbox.aws.Shape.OneOf;
import io.catalogbridge.connectors.sandbox.aws.Shape.Structure;
import io.catalogbridge.connectors.sandbox.aws.Shape.Text;
import io.catalogbridge.connectors.sandbox.aws.Shape.Whole;
import java.util.List;

/** The inputs of the Glue operations with the constraints of Glue's service model, API version 2017-03-31. */
final class GlueShapes {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final Shape FLAG = new Shape.Flag();
    private static final Shape TIMESTAMP = new Shape.Decimal();
    private static final Shape INTEGER = new Whole(Integer.MIN_VALUE, UNBOUNDED);
    private static final Shape NOT_NEGATIVE = new Whole(0, UNBOUNDED);
    private static final Text NAME = line(1, 255);
    private static final Text DESCRIPTION = new Text(0, 2048, Characters.LINES);
    private static final Text ANY_TEXT = new Text(0, UNBOUNDED, Characters.ANY);
    private static final Text VALUE = new Text(1, 1024, Characters.ANY);
    private static final Text ARN = new Text(20, 2048, Characters.ANY);
    private static final Text VIEW_TEXT = new Text(0, 409_600, Characters.ANY);
    private static final MapOf PARAMETERS = new MapOf(line(1, 255), new Text(0, 512_000, Characters.ANY), UNBOUNDED);
    private static final MapOf TEXT_MAP = new MapOf(ANY_TEXT, ANY_TEXT, UNBOUNDED);
    private static final Text TAG_KEY = new Text(1, 128, Characters.ANY);
    private static final MapOf TAGS = new MapOf(TAG_KEY, new Text(0, 256, Characters.ANY), 50);

    private static final Shape SMALL_PAGE = new Whole(1, 100);
    private static final Shape LARGE_PAGE = new Whole(1, 1000);

    private static final Structure COLUMN = Structure.empty()
            .required("Name", NAME)
            .optional("Type", line(0, 131_072))
            .optional("Comment", line(0, 255))
            .optional("Parameters", PARAMETERS);

    private static final Structure SERDE = Structure.empty()
            .optional("Name", NAME)
            .optional("SerializationLibrary", NAME)
            .optional("Parameters", PARAMETERS);

    private static final Structure SORT_COLUMN =
            Structure.empty().required("Column", NAME).required("SortOrder", new Whole(0, 1));

    private static final Structure SKEW = Structure.empty()
            .optional("SkewedColumnNames", listOf(NAME))
            .optional("SkewedColumnValues", listOf(ANY_TEXT))
            .optional("SkewedColumnValueLocationMaps", TEXT_MAP);

    private static final Text LOCATION = new Text(0, 2056, Characters.LINES);

    private static final Structure STORAGE = Structure.empty()
            .optional("Columns", listOf(COLUMN))
            .optional("Location", LOCATION)
            .optional("AdditionalLocations", listOf(LOCATION))
            .optional("InputFormat", line(0, 128))
            .optional("OutputFormat", line(0, 128))
            .optional("Compressed", FLAG)
            .optional("NumberOfBuckets", INTEGER)
            .optional("SerdeInfo", SERDE)
            .optional("BucketColumns", listOf(NAME))
            .optional("SortColumns", listOf(SORT_COLUMN))
            .optional("Parameters", PARAMETERS)
            .optional("SkewedInfo", SKEW)
            .optional("StoredAsSubDirectories", FLAG)
            .optional("SchemaReference", new Shape.Anything());

    private static final Structure VIEW_REPRESENTATION = Structure.empty()
            .optional("Dialect", oneOf("REDSHIFT", "ATHENA", "SPARK"))
            .optional("DialectVersion", new Text(1, 255, Characters.ANY))
            .optional("ViewOriginalText", VIEW_TEXT)
            .optional("ViewExpandedText", VIEW_TEXT)
            .optional("ValidationConnection", NAME);

    private static final Structure VIEW_DEFINITION = Structure.empty()
            .optional("IsProtected", FLAG)
            .optional("Definer", ARN)
            .optional("Representations", new ListOf(VIEW_REPRESENTATION, 10))
            .optional("SubObjects", new ListOf(ARN, 10));

    private static final Structure TABLE_LINK = Structure.empty()
            .optional("CatalogId", NAME)
            .optional("DatabaseName", NAME)
            .optional("Name", NAME)
            .optional("Region", NAME);

    static final Structure TABLE_INPUT = Structure.empty()
            .required("Name", NAME)
            .optional("Description", DESCRIPTION)
            .optional("Owner", NAME)
            .optional("LastAccessTime", TIMESTAMP)
            .optional("LastAnalyzedTime", TIMESTAMP)
            .optional("Retention", NOT_NEGATIVE)
            .optional("StorageDescriptor", STORAGE)
            .optional("PartitionKeys", listOf(COLUMN))
            .optional("ViewOriginalText", VIEW_TEXT)
            .optional("ViewExpandedText", VIEW_TEXT)
            .optional("TableType", new Text(0, 255, Characters.ANY))
            .optional("Parameters", PARAMETERS)
            .optional("TargetTable", TABLE_LINK)
            .optional("ViewDefinition", VIEW_DEFINITION);

    private static final Structure DATABASE_LINK = Structure.empty()
            .optional("CatalogId", NAME)
            .optional("DatabaseName", NAME)
            .optional("Region", NAME);

    private static final Structure FEDERATION = Structure.empty()
            .optional("Identifier", line(1, 512))
            .optional("ConnectionName", NAME)
            .optional("ConnectionType", NAME);

    private static final Structure DATABASE_INPUT = Structure.empty()
            .required("Name", NAME)
            .optional("Description", DESCRIPTION)
            .optional("LocationUri", new Text(1, 1024, Characters.LINES))
            .optional("Parameters", PARAMETERS)
            .optional("CreateTableDefaultPermissions", new Shape.Anything())
            .optional("TargetDatabase", DATABASE_LINK)
            .optional("FederatedDatabase", FEDERATION);

    private static final ListOf PARTITION_VALUES = listOf(VALUE);
    private static final Structure PARTITION_KEY = Structure.empty().required("Values", PARTITION_VALUES);

    private static final Structure PARTITION_INPUT = Structure.empty()
            .optional("Values", PARTITION_VALUES)
            .optional("LastAccessTime", TIMESTAMP)
            .optional("StorageDescriptor", STORAGE)
            .optional("Parameters", PARAMETERS)
            .optional("LastAnalyzedTime", TIMESTAMP);

    private static final Structure PARTITION_UPDATE = Structure.empty()
            .required("PartitionValueList", new ListOf(VALUE, 100))
            .required("PartitionInput", PARTITION_INPUT);

    private static final Structure COMMAND = Structure.empty()
            .optional("Name", ANY_TEXT)
            .optional("ScriptLocation", new Text(0, 400_000, Characters.ANY))
            .optional("PythonVersion", oneOf("2", "3", "3.9"))
            .optional("Runtime", new Text(0, 64, Characters.ANY));

    private static final Structure JOB_UPDATE = Structure.empty()
            .optional("JobMode", oneOf("SCRIPT", "VISUAL", "NOTEBOOK"))
            .optional("JobRunQueuingEnabled", FLAG)
            .optional("Description", DESCRIPTION)
            .optional("LogUri", ANY_TEXT)
            .optional("Role", ANY_TEXT)
            .optional("ExecutionProperty", Structure.empty().optional("MaxConcurrentRuns", INTEGER))
            .optional("Command", COMMAND)
            .optional("DefaultArguments", TEXT_MAP)
            .optional("NonOverridableArguments", TEXT_MAP)
            .optional(
                    "Connections",
                    Structure.empty().optional("Connections", new ListOf(new Text(0, 255, Characters.ANY), 1000)))
            .optional("MaxRetries", INTEGER)
            .optional("AllocatedCapacity", INTEGER)
            .optional("Timeout", new Whole(1, UNBOUNDED))
            .optional("MaxCapacity", new Shape.Decimal())
            .optional("WorkerType", ANY_TEXT)
            .optional("NumberOfWorkers", INTEGER)
            .optional("SecurityConfiguration", NAME)
            .optional("NotificationProperty", Structure.empty().optional("NotifyDelayAfter", new Whole(1, UNBOUNDED)))
            .optional("GlueVersion", new Text(1, 255, Characters.ANY))
            .optional("CodeGenConfigurationNodes", new Shape.Anything())
            .optional("ExecutionClass", oneOf("FLEX", "STANDARD"))
            .optional("SourceControlDetails", new Shape.Anything())
            .optional("MaintenanceWindow", ANY_TEXT)
            .optional("ProfileName", NAME);

    private static final Structure CATALOG = Structure.empty().optional("CatalogId", NAME);
    private static final Structure IN_DATABASE = CATALOG.required("DatabaseName", NAME);
    private static final Structure IN_TABLE = IN_DATABASE.required("TableName", NAME);
    private static final Structure ON_RESOURCE =
            Structure.empty().required("ResourceArn", new Text(1, 10_240, Characters.ANY));

    static final Structure CREATE_DATABASE =
            CATALOG.required("DatabaseInput", DATABASE_INPUT).optional("Tags", TAGS);
    static final Structure ONE_DATABASE = CATALOG.required("Name", NAME);
    static final Structure GET_DATABASES = paged(CATALOG, SMALL_PAGE)
            .optional("ResourceShareType", oneOf("FOREIGN", "ALL", "FEDERATED"))
            .optional("AttributesToGet", listOf(oneOf("NAME", "TARGET_DATABASE")));
    static final Structure UPDATE_DATABASE = ONE_DATABASE.required("DatabaseInput", DATABASE_INPUT);

    static final Structure CREATE_TABLE = IN_DATABASE.optional("Name", NAME).optional("TableInput", TABLE_INPUT);
    static final Structure ONE_TABLE = IN_DATABASE.required("Name", NAME);
    static final Structure GET_TABLES = paged(IN_DATABASE, SMALL_PAGE)
            .optional("Expression", line(0, 2048))
            .optional("AttributesToGet", listOf(oneOf("NAME", "TABLE_TYPE", "DEFAULT", "LATEST_ICEBERG_METADATA")));
    static final Structure UPDATE_TABLE =
            CREATE_TABLE.optional("SkipArchive", FLAG).optional("VersionId", NAME);
    static final Structure BATCH_DELETE_TABLE = IN_DATABASE.required("TablesToDelete", new ListOf(NAME, 100));

    static final Structure GET_TABLE_VERSION = IN_TABLE.optional("VersionId", NAME);
    static final Structure GET_TABLE_VERSIONS = paged(IN_TABLE, SMALL_PAGE);
    static final Structure DELETE_TABLE_VERSION = IN_TABLE.required("VersionId", NAME);
    static final Structure BATCH_DELETE_TABLE_VERSION = IN_TABLE.required("VersionIds", new ListOf(NAME, 100));

    static final Structure SEARCH_TABLES = paged(CATALOG, LARGE_PAGE)
            .optional("SearchText", VALUE)
            .optional(
                    "Filters",
                    listOf(Structure.empty()
                            .optional("Key", VALUE)
                            .optional("Value", VALUE)
                            .optional(
                                    "Comparator",
                                    oneOf(
                                            "EQUALS",
                                            "GREATER_THAN",
                                            "LESS_THAN",
                                            "GREATER_THAN_EQUALS",
                                            "LESS_THAN_EQUALS"))))
            .optional(
                    "SortCriteria",
                    new ListOf(
                            Structure.empty().optional("FieldName", VALUE).optional("Sort", oneOf("ASC", "DESC")), 1));

    static final Structure CREATE_PARTITION = IN_TABLE.required("PartitionInput", PARTITION_INPUT);
    static final Structure BATCH_CREATE_PARTITION =
            IN_TABLE.required("PartitionInputList", new ListOf(PARTITION_INPUT, 100));
    static final Structure ONE_PARTITION = IN_TABLE.required("PartitionValues", PARTITION_VALUES);
    static final Structure GET_PARTITIONS = paged(IN_TABLE, LARGE_PAGE)
            .optional("Expression", DESCRIPTION)
            .optional("ExcludeColumnSchema", FLAG)
            .optional(
                    "Segment",
                    Structure.empty()
                            .required("SegmentNumber", NOT_NEGATIVE)
                            .required("TotalSegments", new Whole(1, 10)));
    static final Structure UPDATE_PARTITION =
            IN_TABLE.required("PartitionValueList", new ListOf(VALUE, 100)).required("PartitionInput", PARTITION_INPUT);
    static final Structure BATCH_UPDATE_PARTITION = IN_TABLE.required("Entries", new ListOf(PARTITION_UPDATE, 100));
    static final Structure BATCH_DELETE_PARTITION =
            IN_TABLE.required("PartitionsToDelete", new ListOf(PARTITION_KEY, 25));
    static final Structure BATCH_GET_PARTITION = IN_TABLE.required("PartitionsToGet", new ListOf(PARTITION_KEY, 1000));

    static final Structure CREATE_JOB = JOB_UPDATE
            .required("Name", NAME)
            .required("Role", ANY_TEXT)
            .required("Command", COMMAND)
            .optional("Tags", TAGS);
    static final Structure ONE_JOB = Structure.empty().required("JobName", NAME);
    static final Structure UPDATE_JOB = ONE_JOB.required("JobUpdate", JOB_UPDATE);
    static final Structure GET_JOBS = paged(Structure.empty(), LARGE_PAGE);
    static final Structure LIST_JOBS = GET_JOBS.optional("Tags", TAGS);
    static final Structure BATCH_GET_JOBS = Structure.empty().required("JobNames", listOf(NAME));

    static final Structure GET_TAGS = ON_RESOURCE;
    static final Structure TAG_RESOURCE = ON_RESOURCE.required("TagsToAdd", TAGS);
    static final Structure UNTAG_RESOURCE = ON_RESOURCE.required("TagsToRemove", new ListOf(TAG_KEY, 50));

    private GlueShapes() {}

    private static Text line(int least, int most) {
        return new Text(least, most, Characters.LINE);
    }

    private static ListOf listOf(Shape item) {
        return new ListOf(item, UNBOUNDED);
    }

    private static OneOf oneOf(String... values) {
        return new OneOf(List.of(values));
    }

    private static Structure paged(Structure operation, Shape size) {
        return operation.optional("NextToken", ANY_TEXT).optional("MaxResults", size);
    }
}
