/**
 * A Datasphere tenant over HTTP: its content, the change script, and the protocol as recorded from real tenants.
 *
 * <p>Shapes, names and oddities of the answers follow those recordings, not our own clients: this package imports none
 * of our code except {@code sandbox.http}, so that a misreading in a client cannot be repeated here.
 */
@NullMarked
package io.catalogbridge.connectors.sandbox.datasphere;

import org.jspecify.annotations.NullMarked;
