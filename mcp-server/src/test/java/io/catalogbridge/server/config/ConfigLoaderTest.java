package io.catalogbridge.server.config;

import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import io.catalogbridge.server.config.TargetConfig.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigLoaderTest {

    @TempDir
    private Path folder;

    private final ConfigLoader loader = new ConfigLoader(Map.of("SECRET", "s3cr3t", "CLIENT", "sb-1"));

    @Test
    void withoutAFileThereIsTheSandbox() {
        EnvironmentConfig dog = named(ConfigLoader.DOG, loader.load(Optional.empty()));

        assertThat(dog.source()).isEqualTo(new SourceConfig.Sandbox(Optional.empty(), 0));
        assertThat(dog.target()).isEqualTo(new TargetConfig.Sandbox());
        assertThat(dog.mapping().databasePattern()).isEqualTo("datasphere_{space}_{env}");
        assertThat(dog.sync().policy().deletes()).isTrue();
        assertThat(dog.sync().approval()).isFalse();
    }

    @Test
    void everyKeyIsRead() throws IOException {
        EnvironmentConfig wolf = named("wolf", load("""
                environments:
                  wolf:
                    source:
                      type: datasphere
                      url: https://acme.eu10.hcs.cloud.sap/
                      tokenUrl: https://acme.authentication.eu10.hana.ondemand.com/oauth/token
                      grant: authorization-code
                      clientId: ${env:CLIENT}
                      clientSecret: ${env:SECRET}
                      clientAuth: form
                      requestsPerMinute: 120
                      concurrency: 4
                      language: de
                      spaces: [SALES, FINANCE]
                    target:
                      type: glue
                      region: eu-central-1
                      endpoint: http://localhost:4566
                      catalogId: "123456789012"
                      role: arn:aws:iam::123456789012:role/sync
                      externalId: tenant-7
                      skipArchive: false
                      requestsPerSecond: 7.5
                      concurrency: 8
                    mapping:
                      database: sap_{space}_{env}
                      jobs:
                        role: arn:aws:iam::123456789012:role/jobs
                        scriptLocation: s3://bucket/script.py
                    sync:
                      mode: verify
                      verifyAfterApply: false
                      approval: true
                      readOnly: true
                      maxChanges: 500
                      deletes: {allowed: true, maxShare: 0.25, grace: P3D}
                      fields: {columns: manual, descriptions: source-wins, comments: keep-target, parameters: merge}
                """));

        SourceConfig.Tenant tenant = (SourceConfig.Tenant) wolf.source();
        assertThat(tenant.url()).isEqualTo("https://acme.eu10.hcs.cloud.sap");
        assertThat(tenant.grant()).isEqualTo(SourceConfig.Grant.AUTHORIZATION_CODE);
        assertThat(tenant.clientId()).isEqualTo("sb-1");
        assertThat(tenant.clientSecret().get()).isEqualTo("s3cr3t");
        assertThat(tenant.clientAuth()).isEqualTo(SourceConfig.ClientAuth.FORM);
        assertThat(tenant.requestsPerMinute()).isEqualTo(120);
        assertThat(tenant.concurrency()).isEqualTo(4);
        assertThat(tenant.language()).isEqualTo("de");
        assertThat(tenant.spaces()).containsExactly("SALES", "FINANCE");
        assertThat(wolf.target())
                .isEqualTo(new TargetConfig.Glue(
                        "eu-central-1",
                        Optional.of(URI.create("http://localhost:4566")),
                        Optional.of("123456789012"),
                        new Credentials.Role(
                                "arn:aws:iam::123456789012:role/sync", Optional.of("tenant-7"), Optional.empty()),
                        false,
                        7.5,
                        8));
        assertThat(wolf.mapping().databasePattern()).isEqualTo("sap_{space}_{env}");
        assertThat(wolf.mapping().jobs()).isPresent();
        assertThat(wolf.sync())
                .isEqualTo(new SyncConfig(
                        SyncConfig.Mode.VERIFY,
                        false,
                        true,
                        true,
                        new PlanPolicy(
                                true,
                                0.25,
                                Duration.ofDays(3),
                                500,
                                new PlanPolicy.FieldStrategies(
                                        Strategy.MANUAL, Strategy.SOURCE_WINS, Strategy.KEEP_TARGET, Strategy.MERGE))));
    }

    @Test
    void productionIsCautiousUnlessToldOtherwise() throws IOException {
        EnvironmentConfig bear = named("bear", load("""
                environments:
                  bear:
                    source: {type: exports, folder: exports}
                    target: {type: glue, region: eu-central-1}
                """));

        assertThat(bear.sync().approval()).isTrue();
        assertThat(bear.sync().policy()).isEqualTo(PlanPolicy.CAUTIOUS);
        assertThat(((TargetConfig.Glue) bear.target()).credentials()).isEqualTo(new Credentials.DefaultChain());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environments: {wolf: {sauce: {}}}                                                      | environments.wolf.sauce: unknown key 'sauce'; expected one of mapping, source, sync, target
            environments: {wolf: {}}                                                               | environments.wolf.source.type: expected sandbox, datasphere or exports
            environments: {Wolf: {}}                                                               | 1 to 20 lower-case letters and digits
            environments: {wolf: {source: {type: ftp}}}                                            | expected sandbox, datasphere or exports, not 'ftp'
            environments: {dog: {source: {type: sandbox, assets: many}}}                           | expected a whole number from 1 to 1000000, not 'many'
            environments: {dog: {source: {type: datasphere, url: acme}}}                           | expected an address such as
            environments: {dog: {source: {type: datasphere, url: "http://a", clientId: x, clientSecret: p4ss}}} | a secret must not stand in the configuration
            environments: {dog: {mapping: {database: "x"}}}                                        | around {space} and {env}
            environments: {dog: {sync: {deletes: {maxShare: 3}}}}                                  | a share from 0 to 1
            environments: {dog: {sync: {deletes: {grace: soon}}}}                                  | a duration such as P7D
            environments: {dog: {sync: {approval: perhaps}}}                                       | true or false, not 'perhaps'
            environments: {dog: {sync: {fields: {columns: ours}}}}                                 | one of source-wins, keep-target, merge, manual
            environments: {dog: {source: {type: sandbox, assets: 9, tenant: t}}}                   | environments.dog.source.assets: a tenant is read or generated
            environments: {dog: {target: {type: glue, region: Frankfurt (west)}}}                  | expected the name of a Region such as eu-central-1
            environments: {dog: {target: {type: glue, region: eu-central-1, externalId: x}}}       | environments.dog.target.externalId: has no effect without role
            environments: {dog: {target: {type: glue, region: eu-central-1, secretAccessKey: "${env:SECRET}"}}} | environments.dog.target.secretAccessKey: has no effect without accessKeyId
            environments: {dog: {target: {type: glue, region: eu-central-1, accessKeyId: "${env:CLIENT}"}}} | environments.dog.target.accessKeyId: has no effect without secretAccessKey
            environments: {dog: {target: {type: glue, region: eu-central-1, profile: p, accessKeyId: "${env:CLIENT}", secretAccessKey: "${env:SECRET}"}}} | environments.dog.target.accessKeyId: cannot be used together with profile
            environments: [dog]                                                                    | a mapping (key: value)
            environments: {dog: {}, dog: {}}                                                       | config.yaml:1:
            environments: {dog                                                                     | not well-formed YAML
            """)
    void complaintsNameFileLineAndPath(String yaml, String complaint) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("config.yaml:")
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("p4ss");
    }

    @Test
    void aComplaintNamesTheLineConcerned() {
        assertThatThrownBy(() -> load("# comment\nenvironments:\n  dog:\n    sync:\n      mode: never\n"))
                .hasMessageContaining("config.yaml:5: environments.dog.sync.mode: expected one of digest, verify");
    }

    @Test
    void aSecretThatIsNotSetIsNamedWhenItIsNeeded() throws IOException {
        SourceConfig.Tenant tenant =
                (SourceConfig.Tenant) named("wolf", load("""
                environments:
                  wolf:
                    source: {type: datasphere, url: "https://a.b", clientId: c, clientSecret: "${env:MISSING}"}
                    target: {type: sandbox}
                """)).source();

        assertThatThrownBy(() -> tenant.clientSecret().get())
                .hasMessageContaining("environment variable MISSING is not set");
        assertThat(tenant.toString()).contains("${env:MISSING}");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> loader.load(Optional.of(folder.resolve("none.yaml"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("there is no such configuration file");
    }

    private static EnvironmentConfig named(String name, Map<String, EnvironmentConfig> environments) {
        return Objects.requireNonNull(environments.get(name));
    }

    private Map<String, EnvironmentConfig> load(String yaml) throws IOException {
        return loader.load(Optional.of(Files.writeString(folder.resolve("config.yaml"), yaml)));
    }
}
