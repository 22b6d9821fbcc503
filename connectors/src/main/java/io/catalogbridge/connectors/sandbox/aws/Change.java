package io.catalogbridge.connectors.sandbox.aws;

/** One step of a write. */
sealed interface Change {

    void applyTo(Entries entries);

    /** Stores a document, replacing the one that was there. */
    record Put(Key key, Document document) implements Change {

        @Override
        public void applyTo(Entries entries) {
            entries.put(key, document);
        }
    }

    /** Removes a document and all those below it; nothing happens when there is none. */
    record Remove(Key key) implements Change {

        @Override
        public void applyTo(Entries entries) {
            entries.remove(key);
        }
    }
}
