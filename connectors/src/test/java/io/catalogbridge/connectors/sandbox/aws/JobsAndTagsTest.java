package io.catalogbridge.connectors.sandbox.aws;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobsAndTagsTest {

    private static final String ARNS = "arn:aws:glue:eu-central-1:123456789012:";

    private final TestingAws aws = TestingAws.start();
    private final GlueClient glue = aws.glue();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void returnsJobWithItsNameAsGivenAndWithDefaults() {
        create("Load_Orders", job -> job.description("Loads orders").defaultArguments(Map.of("--day", "1")));

        Job job = job("Load_Orders");

        assertThat(job.description()).isEqualTo("Loads orders");
        assertThat(job.defaultArguments()).containsEntry("--day", "1");
        assertThat(job.command().name()).isEqualTo("glueetl");
        assertThat(job.executionProperty().maxConcurrentRuns()).isEqualTo(1);
        assertThat(job.timeout()).isEqualTo(2880);
        assertThat(job.createdOn()).isNotNull().isEqualTo(job.lastModifiedOn());
        assertThatThrownBy(() -> job("load_orders")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void creatingTheSameJobAgainSucceedsAndAnotherOneIsRefused() {
        create("load", job -> job.description("same"));

        assertThatCode(() -> create("load", job -> job.description("same"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> create("load", job -> job.description("other")))
                .isInstanceOf(IdempotentParameterMismatchException.class)
                .hasMessageContaining("already submitted with different configuration");
    }

    @Test
    void updateReplacesTheDefinition() {
        create("load", job -> job.description("old").maxRetries(3));

        glue.updateJob(request -> request.jobName("load")
                .jobUpdate(job -> job.role("other").command(command -> command.name("pythonshell"))));

        assertThat(job("load").description()).isNull();
        assertThat(job("load").maxRetries()).isZero();
        assertThat(job("load").role()).isEqualTo("other");
        assertThatThrownBy(() ->
                        glue.updateJob(request -> request.jobName("nothing").jobUpdate(job -> job.role("other"))))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void deletingAJobThatDoesNotExistSucceeds() {
        create("load", job -> {});

        assertThat(glue.deleteJob(request -> request.jobName("load")).jobName()).isEqualTo("load");
        assertThat(glue.deleteJob(request -> request.jobName("load")).jobName()).isEqualTo("load");
        assertThatThrownBy(() -> job("load")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void listsJobsInPagesAndByTag() {
        create("a", job -> job.tags(Map.of("team", "data")));
        create("b", job -> job.tags(Map.of("team", "web")));
        create("c", job -> {});

        assertThat(glue.getJobsPaginator(request -> request.maxResults(2)).stream()
                        .flatMap(page -> page.jobs().stream())
                        .map(Job::name))
                .containsExactly("a", "b", "c");
        assertThat(glue.listJobs(request -> request.tags(Map.of("team", "data")))
                        .jobNames())
                .containsExactly("a");
        assertThat(glue.batchGetJobs(request -> request.jobNames("c", "x"))).satisfies(batch -> {
            assertThat(batch.jobs()).extracting(Job::name).containsExactly("c");
            assertThat(batch.jobsNotFound()).containsExactly("x");
        });
    }

    @Test
    void requiresRoleAndCommand() {
        assertThatThrownBy(() -> glue.createJob(request -> request.name("load")))
                .isInstanceOf(GlueException.class)
                .hasMessageContaining("'command' failed")
                .hasMessageContaining("'role' failed");
    }

    @Test
    void tagsDatabasesAndJobs() {
        glue.createDatabase(request ->
                request.databaseInput(database -> database.name("sales")).tags(Map.of("env", "dog", "old", "x")));
        create("load", job -> {});

        glue.tagResource(request -> request.resourceArn(ARNS + "database/sales").tagsToAdd(Map.of("owner", "me")));
        glue.untagResource(
                request -> request.resourceArn(ARNS + "database/sales").tagsToRemove("old"));
        glue.tagResource(request -> request.resourceArn(ARNS + "job/load").tagsToAdd(Map.of("k", "v")));

        assertThat(tags("database/sales")).isEqualTo(Map.of("env", "dog", "owner", "me"));
        assertThat(tags("job/load")).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void refusesTagsOnTablesOnWhatIsMissingAndOnWhatIsNoArn() {
        assertThatThrownBy(() -> tags("table/sales/orders")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tags("database/nowhere")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.getTags(request -> request.resourceArn("sales")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void limitsTags() {
        Inputs.createDatabase(glue, "sales");
        Map<String, String> fifty =
                IntStream.range(0, 50).boxed().collect(Collectors.toMap(number -> "key" + number, number -> "value"));
        tag(fifty);

        Stream.of(
                        Map.of("one more", ""),
                        Map.of("aws:key", ""),
                        Map.of("k".repeat(129), ""),
                        Map.of("key1", "v".repeat(257)))
                .forEach(tags -> assertThatThrownBy(() -> tag(tags)).isInstanceOf(GlueException.class));
        assertThat(tags("database/sales")).isEqualTo(fifty);
    }

    @Test
    void forgetsTagsOfADeletedDatabase() {
        Inputs.createDatabase(glue, "sales");
        tag(Map.of("a", "b"));

        glue.deleteDatabase(request -> request.name("sales"));
        Inputs.createDatabase(glue, "sales");

        assertThat(tags("database/sales")).isEmpty();
    }

    private void tag(Map<String, String> tags) {
        glue.tagResource(request -> request.resourceArn(ARNS + "database/sales").tagsToAdd(tags));
    }

    private Map<String, String> tags(String resource) {
        return glue.getTags(request -> request.resourceArn(ARNS + resource)).tags();
    }

    private Job job(String name) {
        return glue.getJob(request -> request.jobName(name)).job();
    }

    private void create(String name, Consumer<CreateJobRequest.Builder> changes) {
        glue.createJob(request -> {
            request.name(name).role("arn:aws:iam::123456789012:role/etl").command(command -> command.name("glueetl"));
            changes.accept(request);
        });
    }
}
