/** Rate limiting in virtual time: no test here waits. */
@NullMarked
package io.catalogbridge.connectors.limits;

import org.jspecify.annotations.NullMarked;
