/**
 * Calls to JSON and XML interfaces over OkHttp. Each concern is one wrapper around a {@code Channel}; their order is read in
 * {@link io.catalogbridge.connectors.http.ApiClient}. Knows no system in particular: addresses, operations and remedies
 * come from the connectors. Imports OkHttp, Failsafe, Jackson,
 * {@code connectors.limits} and {@code connectors.spi}.
 */
@NullMarked
package io.catalogbridge.connectors.http;

import org.jspecify.annotations.NullMarked;
