/**
 * The AWS Glue Data Catalog as a target, through the AWS SDK for Java 2: page-wise reading, overlaying writes, bounded
 * retries that every counter and rate limit hears of.
 *
 * <p>SDK types stay in here; {@code GlueConverter} is the only class that knows Glue's models and ours. Imports {@code spi},
 * {@code limits} and {@code mapping}.
 */
@NullMarked
package io.catalogbridge.connectors.glue;

import org.jspecify.annotations.NullMarked;
