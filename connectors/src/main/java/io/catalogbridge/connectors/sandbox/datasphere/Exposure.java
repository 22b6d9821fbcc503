package io.catalogbridge.connectors.sandbox.datasphere;

import tools.jackson.databind.JsonNode;

/**
 * How an object appears to consumers outside the tenant.
 *
 * @param relational offered as rows
 * @param analytical offered with aggregation
 * @param parameters asks for input before it answers
 */
record Exposure(boolean relational, boolean analytical, boolean parameters) {

    static final Exposure NONE = new Exposure(false, false, false);

    boolean exposed() {
        return relational || analytical;
    }

    /**
     * Analytic models are always exposed; views by their switch, as are the generated time dimensions. A view of the
     * old analytical-dataset kind is offered both ways.
     */
    static Exposure of(String name, ObjectType type, JsonNode body) {
        JsonNode definition = body.path(type.rootKey()).path(name);
        boolean parameters = !definition.path("params").isEmpty() || hasInputVariables(name, body);
        if (type == ObjectType.ANALYTIC_MODEL) {
            return new Exposure(false, true, parameters);
        }
        boolean external = Json.isTrue(definition, "@DataWarehouse.consumption.external")
                || (definition.has("@Analytics.dimensionType") && name.startsWith("SAP.TIME."));
        if (type != ObjectType.VIEW || !external) {
            return NONE;
        }
        boolean analytical = Json.tagged(definition, "@ObjectModel.modelingPattern", "#")
                .filter("ANALYTICAL_CUBE"::equals)
                .isPresent();
        return new Exposure(true, analytical, parameters);
    }

    /** Filter variables restrict an answer when given; all other variables must be given. */
    static boolean asksForInput(JsonNode variable) {
        return !Json.text(variable, "parameterType").orElse("").contains("Filter");
    }

    private static boolean hasInputVariables(String name, JsonNode body) {
        return body.path("businessLayerDefinitions")
                .path(name)
                .path("variables")
                .valueStream()
                .anyMatch(Exposure::asksForInput);
    }
}
