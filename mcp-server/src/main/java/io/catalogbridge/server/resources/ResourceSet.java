package io.catalogbridge.server.resources;

import io.catalogbridge.server.apps.PlanApp;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;

/** The resources of an environment, always in the same order. */
public final class ResourceSet {

    private static final int BYTES = 200_000;
    private static final int BRIEF_BYTES = 12_000;

    private ResourceSet() {}

    /** As clients read them; none is larger than about 200 kB. */
    public static List<ResourceFamily> of(ToolContext context) {
        return of(context, BYTES);
    }

    /** The same within about 12 kB each, to become part of a message. */
    public static List<ResourceFamily> brief(ToolContext context) {
        return of(context, BRIEF_BYTES);
    }

    private static List<ResourceFamily> of(ToolContext context, int bytes) {
        return List.of(
                new RuleResources(context),
                CatalogResources.datasphere(context, bytes),
                CatalogResources.glue(context, bytes),
                new PlanResources(context, bytes),
                new RunResources(context, bytes),
                new PlanApp());
    }
}
