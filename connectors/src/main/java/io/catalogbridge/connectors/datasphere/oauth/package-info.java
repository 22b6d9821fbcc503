/**
 * Tokens for a Datasphere tenant: OAuth 2.0 client credentials, and authorization code with PKCE and refresh. Secrets and
 * tokens never reach a log, an error or a {@code toString}. Imports {@code connectors.http} and {@code connectors.spi}.
 */
@NullMarked
package io.catalogbridge.connectors.datasphere.oauth;

import org.jspecify.annotations.NullMarked;
