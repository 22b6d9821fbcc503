package io.catalogbridge.server.apps;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TemplateDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that shows a plan as an interactive diff. */
public final class PlanApp implements ResourceFamily {

    /** What a tool whose result is a plan names. */
    public static final String URI = "ui://catalog-bridge/plan";

    /** What hosts that show pages look for. */
    public static final String MIME_TYPE = "text/html;profile=mcp-app";

    private static final String FILE = "plan.html";

    private static final ResourceDefinition DEFINITION = new ResourceDefinition(
            URI, "plan_app", "Plan as an interactive diff", "The page that shows what plan_sync returns.", MIME_TYPE);

    /** The page needs no other host, and says so. */
    private static final Map<String, Object> META = Map.of(
            "ui",
            Map.of(
                    "csp",
                    Map.of(
                            "connectDomains", List.of(),
                            "resourceDomains", List.of(),
                            "frameDomains", List.of(),
                            "baseUriDomains", List.of()),
                    "prefersBorder",
                    true));

    @Override
    public List<ResourceDefinition> listed() {
        return List.of(DEFINITION);
    }

    @Override
    public List<TemplateDefinition> templates() {
        return List.of();
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        return uri.equals(URI)
                ? Optional.of(new ResourceContents(URI, MIME_TYPE, html(), false, META))
                : Optional.empty();
    }

    private static String html() {
        try (InputStream file = PlanApp.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program is incomplete: it lacks " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", e);
        }
    }
}
