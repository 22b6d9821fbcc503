package io.catalogbridge.server.config;

import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import io.catalogbridge.server.config.EnvironmentConfig.Jobs;
import io.catalogbridge.server.config.EnvironmentConfig.MappingConfig;
import io.catalogbridge.server.config.SourceConfig.ClientAuth;
import io.catalogbridge.server.config.SourceConfig.Grant;
import io.catalogbridge.server.config.TargetConfig.Credentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the configuration file into records; the one place that knows its keys and their defaults. */
public final class ConfigLoader {

    /** The environment that needs no configuration: everything runs in the sandbox. */
    public static final String DOG = "dog";

    /** The environment in which nothing is deleted and plans need approval unless configured otherwise. */
    public static final String BEAR = "bear";

    private final Map<String, String> variables;

    /** @param variables the process environment, which secrets may refer to */
    public ConfigLoader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * All environments of the file, and {@code dog} if the file does not define it.
     *
     * @param file absent to use defaults only
     * @throws ConfigException if anything in the file is not as expected
     */
    public Map<String, EnvironmentConfig> load(Optional<Path> file) {
        Map<String, EnvironmentConfig> environments = new TreeMap<>();
        environments.put(DOG, environment(DOG, empty(DOG)));
        file.map(this::existing)
                .map(YamlReader::read)
                .ifPresent(root -> root.allowing("environments")
                        .get("environments")
                        .entries()
                        .forEach((name, node) -> environments.put(checkedName(name, node), environment(name, node))));
        return environments;
    }

    private Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(file + ": there is no such configuration file");
        }
        return file;
    }

    private static YamlNode empty(String name) {
        return new YamlNode("built-in defaults", 1, "environments." + name, new YamlNode.Absent());
    }

    private static String checkedName(String name, YamlNode node) {
        if (!name.matches("[a-z][a-z0-9]{0,19}")) {
            throw node.error("an environment's name holds 1 to 20 lower-case letters and digits, a letter first");
        }
        return name;
    }

    private EnvironmentConfig environment(String name, YamlNode node) {
        node.allowing("source", "target", "mapping", "sync");
        return new EnvironmentConfig(
                name,
                source(name, node.get("source")),
                target(name, node.get("target")),
                mapping(node.get("mapping")),
                sync(name, node.get("sync")));
    }

    private SourceConfig source(String environment, YamlNode node) {
        String type = type(environment, node, "sandbox, datasphere or exports");
        return switch (type) {
            case "sandbox" -> sandbox(node.allowing("type", "tenant", "assets"));
            case "exports" ->
                new SourceConfig.Exports(
                        Path.of(node.allowing("type", "folder").get("folder").text()));
            case "datasphere" -> tenant(node);
            default -> throw node.get("type").wrong("sandbox, datasphere or exports, not '" + type + "'");
        };
    }

    private static SourceConfig sandbox(YamlNode node) {
        if (node.get("tenant").present() && node.get("assets").present()) {
            throw node.get("assets").error("a tenant is read or generated: give either tenant or assets");
        }
        return new SourceConfig.Sandbox(
                optional(node.get("tenant")).map(Path::of), whole(node.get("assets"), 0, 1, 1_000_000));
    }

    private SourceConfig tenant(YamlNode node) {
        node.allowing(
                "type",
                "url",
                "tokenUrl",
                "grant",
                "clientId",
                "clientSecret",
                "clientAuth",
                "redirect",
                "requestsPerMinute",
                "concurrency",
                "language",
                "spaces");
        return new SourceConfig.Tenant(
                httpUrl(node.get("url")),
                node.get("tokenUrl").present() ? Optional.of(httpUrl(node.get("tokenUrl"))) : Optional.empty(),
                choice(node.get("grant"), Grant.class, Grant.CLIENT_CREDENTIALS),
                reference(node.get("clientId")),
                SecretReference.of(node.get("clientSecret"), variables),
                choice(node.get("clientAuth"), ClientAuth.class, ClientAuth.BASIC),
                node.get("redirect").present() ? Optional.of(httpUrl(node.get("redirect"))) : Optional.empty(),
                whole(node.get("requestsPerMinute"), 300, 1, 1_000_000),
                whole(node.get("concurrency"), 32, 1, 256),
                node.get("language").text("en"),
                node.get("spaces").items().stream().map(YamlNode::text).toList());
    }

    private TargetConfig target(String environment, YamlNode node) {
        String type = type(environment, node, "sandbox or glue");
        return switch (type) {
            case "sandbox" -> new TargetConfig.Sandbox();
            case "glue" -> glue(node);
            default -> throw node.get("type").wrong("sandbox or glue, not '" + type + "'");
        };
    }

    private TargetConfig glue(YamlNode node) {
        node.allowing(
                "type",
                "region",
                "endpoint",
                "catalogId",
                "profile",
                "role",
                "externalId",
                "accessKeyId",
                "secretAccessKey",
                "skipArchive",
                "requestsPerSecond",
                "concurrency");
        YamlNode endpoint = node.get("endpoint");
        return new TargetConfig.Glue(
                region(node.get("region")),
                endpoint.present() ? Optional.of(URI.create(httpUrl(endpoint))) : Optional.empty(),
                optional(node.get("catalogId")),
                credentials(node),
                flag(node.get("skipArchive"), true),
                number(node.get("requestsPerSecond"), 20),
                whole(node.get("concurrency"), 32, 1, 256));
    }

    private Credentials credentials(YamlNode node) {
        Optional<String> profile = optional(node.get("profile"));
        together(node, "externalId", "role");
        together(node, "accessKeyId", "secretAccessKey");
        together(node, "secretAccessKey", "accessKeyId");
        apart(node, "accessKeyId", "role");
        apart(node, "accessKeyId", "profile");
        if (node.get("role").present()) {
            return new Credentials.Role(node.get("role").text(), optional(node.get("externalId")), profile);
        }
        if (node.get("accessKeyId").present()) {
            return new Credentials.Keys(
                    SecretReference.of(node.get("accessKeyId"), variables),
                    SecretReference.of(node.get("secretAccessKey"), variables));
        }
        return profile.<Credentials>map(Credentials.Profile::new).orElseGet(Credentials.DefaultChain::new);
    }

    /** A setting that would be ignored without another one is a mistake, and here one about whose rights are used. */
    private static void together(YamlNode node, String key, String needed) {
        if (node.get(key).present() && !node.get(needed).present()) {
            throw node.get(key).error("has no effect without " + needed);
        }
    }

    private static void apart(YamlNode node, String key, String other) {
        if (node.get(key).present() && node.get(other).present()) {
            throw node.get(key).error("cannot be used together with " + other);
        }
    }

    private static String region(YamlNode node) {
        String region = node.text();
        if (!region.matches("[a-z0-9]+(-[a-z0-9]+)+")) {
            throw node.wrong("the name of a Region such as eu-central-1, not '" + region + "'");
        }
        return region;
    }

    private static MappingConfig mapping(YamlNode node) {
        node.allowing("database", "jobs");
        YamlNode jobs = node.get("jobs").allowing("role", "scriptLocation");
        return new MappingConfig(
                databasePattern(node.get("database")),
                jobs.present()
                        ? Optional.of(new Jobs(
                                jobs.get("role").text(),
                                jobs.get("scriptLocation").text()))
                        : Optional.empty());
    }

    private static String databasePattern(YamlNode node) {
        String pattern = node.text("datasphere_{space}_{env}");
        if (!pattern.contains("{space}")
                || !pattern.replaceAll("\\{(space|env)}", "").matches("[a-z0-9_]*")) {
            throw node.wrong("lower-case letters, digits and underscores around {space} and {env}");
        }
        return pattern;
    }

    private static SyncConfig sync(String environment, YamlNode node) {
        node.allowing("mode", "verifyAfterApply", "approval", "readOnly", "maxChanges", "deletes", "fields");
        return new SyncConfig(
                choice(node.get("mode"), SyncConfig.Mode.class, SyncConfig.Mode.DIGEST),
                flag(node.get("verifyAfterApply"), true),
                flag(node.get("approval"), environment.equals(BEAR)),
                flag(node.get("readOnly"), false),
                policy(environment, node));
    }

    private static PlanPolicy policy(String environment, YamlNode node) {
        boolean dog = environment.equals(DOG);
        YamlNode deletes = node.get("deletes").allowing("allowed", "maxShare", "grace");
        return new PlanPolicy(
                flag(deletes.get("allowed"), dog),
                share(deletes.get("maxShare")),
                duration(deletes.get("grace"), dog ? Duration.ZERO : PlanPolicy.CAUTIOUS.grace()),
                whole(node.get("maxChanges"), PlanPolicy.CAUTIOUS.maxChanges(), 1, 10_000_000),
                strategies(node.get("fields")));
    }

    private static FieldStrategies strategies(YamlNode node) {
        node.allowing("columns", "descriptions", "comments", "parameters");
        FieldStrategies defaults = FieldStrategies.DEFAULT;
        return new FieldStrategies(
                choice(node.get("columns"), Strategy.class, defaults.columns()),
                choice(node.get("descriptions"), Strategy.class, defaults.descriptions()),
                choice(node.get("comments"), Strategy.class, defaults.comments()),
                choice(node.get("parameters"), Strategy.class, defaults.parameters()));
    }

    private static String type(String environment, YamlNode node, String expected) {
        YamlNode type = node.get("type");
        if (!type.present() && !environment.equals(DOG)) {
            throw type.wrong(expected);
        }
        return type.text("sandbox");
    }

    private static Optional<String> optional(YamlNode node) {
        return node.present() ? Optional.of(node.text()) : Optional.empty();
    }

    /** A plain value or a reference: identifiers are not secret, but often live beside one. */
    private String reference(YamlNode node) {
        return node.text().startsWith("${")
                ? SecretReference.of(node, variables).get()
                : node.text();
    }

    private static String httpUrl(YamlNode node) {
        String text = node.text();
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return text.replaceAll("/+$", "");
            }
        } catch (java.net.URISyntaxException e) {
            throw node.wrong("an address such as https://tenant.region.hcs.cloud.sap, not '" + text + "'");
        }
        throw node.wrong("an address such as https://tenant.region.hcs.cloud.sap, not '" + text + "'");
    }

    private static boolean flag(YamlNode node, boolean otherwise) {
        String text = node.text(String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw node.wrong("true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    private static int whole(YamlNode node, int otherwise, int least, int most) {
        return node.present()
                ? parsed(
                        node,
                        Integer::parseInt,
                        value -> value >= least && value <= most,
                        "a whole number from " + least + " to " + most)
                : otherwise;
    }

    private static double number(YamlNode node, double otherwise) {
        return node.present()
                ? parsed(node, Double::parseDouble, value -> value > 0 && value <= 100_000, "a number above 0")
                : otherwise;
    }

    private static double share(YamlNode node) {
        return node.present()
                ? parsed(
                        node,
                        Double::parseDouble,
                        value -> value >= 0 && value <= 1,
                        "a share from 0 to 1, such as 0.1")
                : PlanPolicy.CAUTIOUS.maxDeleteShare();
    }

    private static Duration duration(YamlNode node, Duration otherwise) {
        return node.present()
                ? parsed(node, Duration::parse, value -> !value.isNegative(), "a duration such as P7D or PT12H")
                : otherwise;
    }

    private static <T> T parsed(
            YamlNode node, Function<String, T> parser, java.util.function.Predicate<T> valid, String expected) {
        String text = node.text();
        try {
            T value = parser.apply(text);
            if (valid.test(value)) {
                return value;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            throw node.wrong(expected + ", not '" + text + "'");
        }
        throw node.wrong(expected + ", not '" + text + "'");
    }

    private static <E extends Enum<E>> E choice(YamlNode node, Class<E> type, E otherwise) {
        if (!node.present()) {
            return otherwise;
        }
        String text = node.text();
        return Stream.of(type.getEnumConstants())
                .filter(value -> spelling(value).equals(text))
                .findFirst()
                .orElseThrow(() -> node.wrong("one of "
                        + Stream.of(type.getEnumConstants())
                                .map(ConfigLoader::spelling)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    private static String spelling(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
