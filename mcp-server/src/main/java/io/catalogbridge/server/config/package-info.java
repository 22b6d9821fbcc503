/**
 * The configuration as records, loaded and validated once, before anything runs.
 *
 * <p>Every error names file, line and path. Secrets are references and are resolved as late as possible. Imports the policy
 * records of {@code mapping}; nothing else of ours.
 */
@NullMarked
package io.catalogbridge.server.config;

import org.jspecify.annotations.NullMarked;
