package io.catalogbridge.connectors.sandbox.datasphere;

/** A change script asks for something that the tenant cannot do; nothing of the script was done. */
public final class ChangeRejected extends RuntimeException {

    ChangeRejected(String message) {
        super(message);
    }
}
