package io.catalogbridge.mapping.csn;

import tools.jackson.databind.JsonNode;

/**
 * One definition of a document and what its document says about it.
 *
 * @param businessLayer its entry among the business layers; missing if there is none
 */
record Definition(String name, JsonNode node, JsonNode businessLayer) {

    boolean has(String property) {
        return node.has(property);
    }

    String kind() {
        return Json.textOrEmpty(node.path("kind"));
    }
}
