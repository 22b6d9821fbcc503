/** The source against the sandbox's tenant, against recorded answers, and against everything that can go wrong. */
@NullMarked
package io.catalogbridge.connectors.datasphere;

import org.jspecify.annotations.NullMarked;
