package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A Glue Data Catalog as somebody sees it who knows nothing of Catalog Bridge. */
final class GlueAccount implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is there can be seen in any weather. */
    private static final RetryStrategy PERSISTENT = AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(50)
            .circuitBreakerEnabled(false)
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
            .build();

    private final URI editUrl;
    private final GlueClient client;
    private final HttpClient console = HttpClient.newHttpClient();

    GlueAccount(Sandbox sandbox) {
        this.editUrl = sandbox.awsEndpoint().resolve("/_sandbox/edit");
        this.client = GlueClient.builder()
                .endpointOverride(sandbox.awsEndpoint())
                .region(Region.of(sandbox.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(sandbox.accessKeyId(), sandbox.secretAccessKey())))
                .overrideConfiguration(override -> override.retryStrategy(PERSISTENT))
                .build();
    }

    GlueClient client() {
        return client;
    }

    SortedMap<String, Database> databases() {
        return client.getDatabasesPaginator(request -> {}).stream()
                .flatMap(page -> page.databaseList().stream())
                .collect(Collectors.toMap(Database::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    SortedMap<String, Table> tables(String database) {
        return client.getTablesPaginator(request -> request.databaseName(database)).stream()
                .flatMap(page -> page.tableList().stream())
                .collect(Collectors.toMap(Table::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    Table table(String database, String name) {
        return client.getTable(request -> request.databaseName(database).name(name))
                .table();
    }

    /** All tables, by {@code database/table}. */
    SortedMap<String, Table> tables() {
        SortedMap<String, Table> all = new TreeMap<>();
        databases()
                .keySet()
                .forEach(database -> tables(database).forEach((name, table) -> all.put(database + "/" + name, table)));
        return all;
    }

    /** All that databases and tables say, without what differs from one account or run to the next. */
    Content content() {
        SortedMap<String, Database> databases = databases();
        databases.replaceAll(
                (name, database) -> database.copy(it -> it.createTime(null).catalogId(null)));
        SortedMap<String, Table> tables = tables();
        tables.replaceAll((name, table) -> table.copy(it -> it.createTime(null)
                .updateTime(null)
                .createdBy(null)
                .versionId(null)
                .catalogId(null)));
        return new Content(databases, tables);
    }

    /** What two catalogs are compared by. */
    record Content(SortedMap<String, Database> databases, SortedMap<String, Table> tables) {

        /** Object by object, so that a failure shows the one that differs. */
        void assertSameAs(Content expected) {
            assertThat(databases).containsOnlyKeys(expected.databases.keySet());
            assertThat(tables).containsOnlyKeys(expected.tables.keySet());
            databases.forEach((name, database) -> assertThat(database).isEqualTo(expected.databases.get(name)));
            tables.forEach((name, table) -> assertThat(table).isEqualTo(expected.tables.get(name)));
        }
    }

    /** A person changes the description of a table at the console. */
    void describeByHand(String database, String table, String description) {
        edit(database, table, JSON.createObjectNode().put("description", description));
    }

    /** A person changes the comment of a column at the console. */
    void commentByHand(String database, String table, String column, String comment) {
        ObjectNode edit = JSON.createObjectNode();
        edit.putObject("columnComments").put(column, comment);
        edit(database, table, edit);
    }

    private void edit(String database, String table, ObjectNode edit) {
        edit.put("database", database).put("table", table);
        HttpRequest request = HttpRequest.newBuilder(editUrl)
                .POST(BodyPublishers.ofString(edit.toString()))
                .build();
        try {
            HttpResponse<String> answer = console.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The version of every table, by {@code database/table}; "0" if it was written once. */
    Map<String, String> versions() {
        return tables().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().versionId()));
    }

    static List<String> columnNames(Table table) {
        return table.storageDescriptor().columns().stream()
                .map(column -> column.name())
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
