/** Tests of how definitions and service metadata are read; small CSN of their own, and the fixtures where they are present. */
@NullMarked
package io.catalogbridge.mapping.csn;

import org.jspecify.annotations.NullMarked;
