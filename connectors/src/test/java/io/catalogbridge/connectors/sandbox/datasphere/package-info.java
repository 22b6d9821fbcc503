/** The tenant asked by a real HTTP client, and compared with what real tenants answered. */
@NullMarked
package io.catalogbridge.connectors.sandbox.datasphere;

import org.jspecify.annotations.NullMarked;
