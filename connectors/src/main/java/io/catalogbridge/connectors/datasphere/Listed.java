package io.catalogbridge.connectors.datasphere;

/** An object as a core REST list shows it, with the list it was found in. */
record Listed(ObjectSegment segment, ListedObject row) {}
