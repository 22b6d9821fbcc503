/**
 * SAP Datasphere as a source: catalog, core REST and {@code $metadata} over HTTP, or a folder of exports. Only ever reads.
 * What the documents mean is the business of {@code mapping.csn}. Imports {@code connectors.http}, {@code connectors.spi},
 * {@code connectors.limits} and the models of {@code mapping}.
 */
@NullMarked
package io.catalogbridge.connectors.datasphere;

import org.jspecify.annotations.NullMarked;
