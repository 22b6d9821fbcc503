package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;

/** One property of an entity type. */
record EdmProperty(String name, EdmType type, boolean key, List<EdmAnnotation> annotations) {

    EdmProperty {
        annotations = List.copyOf(annotations);
    }
}
