/** Tokens from the sandbox's token endpoint, as a technical user and as a person. */
@NullMarked
package io.catalogbridge.connectors.datasphere.oauth;

import org.jspecify.annotations.NullMarked;
