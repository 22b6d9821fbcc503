package io.catalogbridge.connectors.sandbox.datasphere;

/** An object's place in the tenant. */
record ObjectKey(String space, String name) {

    @Override
    public String toString() {
        return space + "/" + name;
    }
}
