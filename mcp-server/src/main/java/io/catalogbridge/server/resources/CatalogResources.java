package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex.Page;
import io.catalogbridge.server.store.Names;
import io.catalogbridge.server.store.Names.Matches;
import io.catalogbridge.server.store.Names.Scheme;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.sync.EntryJson;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one of the two systems holds: {@code scheme://container} and {@code scheme://container/name}. */
final class CatalogResources implements ResourceFamily {

    private static final String MIME_TYPE = "application/json";
    private static final int LISTED = 100;
    private static final int ITEMS = 200;
    private static final int TEXT_LENGTH = 200;
    private static final int MOST = Completion.MAX_VALUES;

    private final ToolContext context;
    private final int bytes;
    private final Scheme scheme;
    private final UnaryOperator<String> spelling;
    private final String container;
    private final String member;
    private final List<TemplateDefinition> templates;

    private CatalogResources(
            ToolContext context,
            int bytes,
            Scheme scheme,
            UnaryOperator<String> spelling,
            TemplateDefinition containers,
            TemplateDefinition members) {
        this.context = context;
        this.bytes = bytes;
        this.scheme = scheme;
        this.spelling = spelling;
        this.container = lastVariable(containers);
        this.member = lastVariable(members);
        this.templates = List.of(members, containers);
    }

    static CatalogResources datasphere(ToolContext context, int bytes) {
        return new CatalogResources(
                context,
                bytes,
                Scheme.DATASPHERE,
                UnaryOperator.identity(),
                template("datasphere://{space}", "space", "Space", "A space of SAP Datasphere and what it holds."),
                template(
                        "datasphere://{space}/{asset}",
                        "asset",
                        "Asset",
                        "Everything known about an asset of SAP Datasphere: labels, columns, measures, definition, lineage"
                                + " references, its table in AWS Glue."));
    }

    static CatalogResources glue(ToolContext context, int bytes) {
        return new CatalogResources(
                context,
                bytes,
                Scheme.GLUE,
                name -> name.toLowerCase(Locale.ROOT),
                template("glue://{database}", "database", "Database", "A database of AWS Glue and what it holds."),
                template(
                        "glue://{database}/{table}",
                        "table",
                        "Table",
                        "What a table of AWS Glue should say: columns, types, comments, parameters, the asset it comes"
                                + " from."));
    }

    private static TemplateDefinition template(String uri, String name, String title, String description) {
        return new TemplateDefinition(uri, name, title, description, MIME_TYPE);
    }

    private static String lastVariable(TemplateDefinition template) {
        String uri = template.uriTemplate();
        return uri.substring(uri.lastIndexOf('{') + 1, uri.length() - 1);
    }

    @Override
    public List<TemplateDefinition> templates() {
        return templates;
    }

    @Override
    public List<ResourceDefinition> listed() {
        return context.store().names().containers(context.environment(), scheme, "", LISTED).ids().stream()
                .map(this::entry)
                .flatMap(Optional::stream)
                .map(this::listed)
                .toList();
    }

    private ResourceDefinition listed(CatalogEntry entry) {
        String label = entry.label() == null ? entry.name() : entry.label();
        return new ResourceDefinition(
                ResourceUri.of(entry.id()),
                shown(entry.name()),
                shown(label),
                entry.description() == null ? "A " + entry.kind() + "." : shown(entry.description()),
                MIME_TYPE);
    }

    private static String shown(String text) {
        return Objects.requireNonNullElse(SafeText.of(text, TEXT_LENGTH), "");
    }

    private Optional<CatalogEntry> entry(String id) {
        return context.store().catalog().find(context.environment(), id);
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        return identifier(uri)
                .flatMap(this::entry)
                .map(entry ->
                        ResourceContents.text(uri, MIME_TYPE, document(entry).toString()));
    }

    /** The identifier that a URI of this family stands for. A slash in a name should be, but need not be encoded. */
    private Optional<String> identifier(String uri) {
        String beginning = beginning();
        if (!uri.startsWith(beginning)) {
            return Optional.empty();
        }
        String path = uri.substring(beginning.length());
        int slash = path.indexOf('/');
        return slash < 0
                ? ResourceUri.decode(path).map(name -> scheme.text() + spelling.apply(name))
                : ResourceUri.decode(path.substring(0, slash))
                        .flatMap(holder -> ResourceUri.decode(path.substring(slash + 1))
                                .flatMap(name -> identifier(spelling.apply(holder), spelling.apply(name))));
    }

    private Optional<String> identifier(String holder, String name) {
        if (holder.isEmpty() || holder.indexOf('/') >= 0 || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                scheme == Scheme.DATASPHERE ? new AssetId(holder, name).text() : new TableName(holder, name).text());
    }

    private String beginning() {
        return scheme.text() + "//";
    }

    private ObjectNode document(CatalogEntry entry) {
        ObjectNode document = EntryJson.of(entry);
        if (entry.container().isEmpty()) {
            items(entry, document);
        }
        return CappedJson.of(
                document, bytes, "catalog-bridge show " + entry.id() + " --json; get_mappings answers page by page");
    }

    private void items(CatalogEntry entry, ObjectNode document) {
        Page page = context.store().catalog().startingWith(context.environment(), entry.id() + "/", null, ITEMS);
        ArrayNode items = document.put("total", page.total()).putArray("items");
        page.items()
                .forEach(item -> items.addObject()
                        .put("name", item.name())
                        .put("kind", item.kind())
                        .put("label", SafeText.of(item.label(), TEXT_LENGTH))
                        .put("uri", ResourceUri.of(item.id())));
        if (page.nextCursor() != null) {
            document.put("more", "get_mappings with id=" + entry.id() + " lists the others");
        }
    }

    @Override
    public Completion complete(String uriTemplate, String variable, String typed, Map<String, String> chosen) {
        if (variable.equals(container)) {
            return names(context.store().names().containers(context.environment(), scheme, typed, MOST));
        }
        return variable.equals(member) ? members(typed, chosen.getOrDefault(container, "")) : Completion.NONE;
    }

    private Completion members(String typed, String holder) {
        Names names = context.store().names();
        return holder.isEmpty()
                ? names(names.members(context.environment(), scheme, typed, MOST))
                : names(names.members(context.environment(), scheme, spelling.apply(holder), typed, MOST));
    }

    /** The same name may be in several spaces or databases; it counts once where all are known. */
    private Completion names(Matches matches) {
        List<String> names = matches.ids().stream().map(this::name).distinct().toList();
        return new Completion(names, matches.total() - (matches.ids().size() - names.size()));
    }

    private String name(String id) {
        if (id.indexOf('/') < 0) {
            return id.substring(scheme.text().length());
        }
        return AssetId.parse(id).map(AssetId::name).orElseGet(() -> id.substring(id.indexOf('/') + 1));
    }
}
