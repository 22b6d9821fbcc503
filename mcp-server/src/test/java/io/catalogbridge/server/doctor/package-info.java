/** The doctor over real servers on loopback, healthy and sick. */
@NullMarked
package io.catalogbridge.server.doctor;

import org.jspecify.annotations.NullMarked;
