package io.catalogbridge.mapping.glue;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A job definition that stands for a process of the tenant. Written only where a role is configured.
 *
 * @param name           unique in the account and Region
 * @param description    at most 2,048 characters
 * @param role           ARN or name of the IAM role the job would run as
 * @param scriptLocation S3 location of its script
 * @param arguments      default arguments, ours included; sorted
 */
public record GlueJob(
        String name, String description, String role, String scriptLocation, SortedMap<String, String> arguments) {

    public GlueJob {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    public static GlueJob of(
            String name, String description, String role, String scriptLocation, Map<String, String> arguments) {
        return new GlueJob(name, description, role, scriptLocation, new TreeMap<>(arguments));
    }

    /** The argument that marks a job as ours; the value is the environment. */
    public static final String OWNER_ARGUMENT = "--" + Ownership.OWNER;
}
