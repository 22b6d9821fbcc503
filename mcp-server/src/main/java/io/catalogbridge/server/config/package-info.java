/**
 * The configuration as records, loaded and validated once, before anything runs.
 *
 * <p>Every error names file, line and path. Secrets are references and are resolved as late as possible. Imports the
 * configuration records of connectors and the policy records of mapping; nothing else of the server.
 */
@NullMarked
package io.catalogbridge.server.config;

import org.jspecify.annotations.NullMarked;
