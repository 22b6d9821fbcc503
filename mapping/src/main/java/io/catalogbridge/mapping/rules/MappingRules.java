package io.catalogbridge.mapping.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a snapshot becomes a Glue catalog, where there is a choice.
 *
 * @param environment     the environment the catalog is made for, such as {@code dog}; marks all objects as ours
 * @param databasePattern name of a space's database: lower-case letters, digits and underscores around one {@code
 *                        {space}}; {@code {env}} stands for the environment
 * @param jobs            how processes become Glue jobs; if empty, they become parameters of their space's database
 * @param exclusions      what is left out
 * @param comments        what comments of columns are made of
 */
public record MappingRules(
        String environment,
        String databasePattern,
        Optional<JobRules> jobs,
        Exclusions exclusions,
        CommentSource comments) {

    public static final String DEFAULT_DATABASE_PATTERN = "datasphere_{space}_{env}";

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    /** @throws IllegalArgumentException with the rule that is broken, if a pattern or the environment is not usable */
    public MappingRules {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw new IllegalArgumentException(
                    "an environment is 1 to 32 letters, digits, underscores or hyphens, not '" + environment + "'");
        }
        NamePattern.of(databasePattern, NamePattern.SPACE, environment);
        jobs.ifPresent(each -> NamePattern.of(each.namePattern(), NamePattern.PROCESS, environment));
    }

    public static MappingRules defaults(String environment) {
        return new MappingRules(
                environment,
                DEFAULT_DATABASE_PATTERN,
                Optional.empty(),
                Exclusions.NONE,
                CommentSource.LABEL_AND_DESCRIPTION);
    }

    public MappingRules withDatabasePattern(String other) {
        return new MappingRules(environment, other, jobs, exclusions, comments);
    }

    public MappingRules withJobs(JobRules other) {
        return new MappingRules(environment, databasePattern, Optional.of(other), exclusions, comments);
    }

    public MappingRules withExclusions(Exclusions other) {
        return new MappingRules(environment, databasePattern, jobs, other, comments);
    }

    public MappingRules withComments(CommentSource other) {
        return new MappingRules(environment, databasePattern, jobs, exclusions, other);
    }

    NamePattern databases() {
        return NamePattern.of(databasePattern, NamePattern.SPACE, environment);
    }

    /**
     * How processes become Glue jobs.
     *
     * @param role           ARN or name of the IAM role that the jobs name
     * @param scriptLocation S3 location of the script that the jobs name
     * @param namePattern    name of a job, with one {@code {process}}, which stands for space and technical name
     */
    public record JobRules(String role, String scriptLocation, String namePattern) {

        public static final String DEFAULT_NAME_PATTERN = "datasphere_{process}_{env}";

        public JobRules {
            if (role.isBlank() || scriptLocation.isBlank()) {
                throw new IllegalArgumentException("Glue jobs need a role and a script location");
            }
        }

        public static JobRules of(String role, String scriptLocation) {
            return new JobRules(role, scriptLocation, DEFAULT_NAME_PATTERN);
        }

        NamePattern names(String environment) {
            return NamePattern.of(namePattern, NamePattern.PROCESS, environment);
        }
    }
}
