package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.csn.DocumentReader.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Collects what a discovery reads, in any order and from any thread, and assembles the snapshot once all is read. Documents
 * are digested at once: no JSON or XML tree is kept.
 *
 * <p>The snapshot does not depend on the order of the calls. Nothing that is read makes a call fail: what cannot be understood
 * becomes a finding, and what should have been there but was not becomes a gap.
 */
public final class SnapshotAssembler {

    private final String tenant;
    private final boolean whole;
    private final Set<String> allSpaces;

    private final Pool pool = new Pool();
    private final Queue<Draft> drafts = new ConcurrentLinkedQueue<>();
    private final Map<String, String> contexts = new ConcurrentHashMap<>();
    private final Map<String, Space> spaces = new ConcurrentHashMap<>();
    private final Map<AssetId, ObjectFacts> facts = new ConcurrentHashMap<>();
    private final Map<AssetId, List<ServiceEntity>> services = new ConcurrentHashMap<>();
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final Queue<Gap> gaps = new ConcurrentLinkedQueue<>();

    /**
     * @param tenant    the tenant's name
     * @param whole     true if all spaces were asked for
     * @param allSpaces the names of all spaces that are known to exist, discovered or not: a dotted name that begins with one
     *                  of them belongs to that space
     */
    public SnapshotAssembler(String tenant, boolean whole, Collection<String> allSpaces) {
        this.tenant = tenant;
        this.whole = whole;
        this.allSpaces = Set.copyOf(allSpaces);
    }

    /** Adds a space; several calls for the same space complete each other. */
    public void space(Space space) {
        spaces.merge(space.name(), space, Spaces::both);
    }

    /**
     * Adds the answer to reading one object, or an export of an object with all it depends on. Definitions of other spaces'
     * objects tell the types of columns but make no assets.
     *
     * @param space        the space the object was read from, or the file was exported from
     * @param expectedName technical name of the object that was read; null for exports. A document without that object is a
     *                     gap, since it does not prove that the object is gone
     * @param expectedKind what the list that named the object says it is; null if it does not say, and for exports
     * @param document     the document; any JSON is tolerated
     */
    public void definition(
            String space, @Nullable String expectedName, @Nullable AssetKind expectedKind, JsonNode document) {
        Reading reading = DocumentReader.read(space, expectedName, expectedKind, document);
        reading.drafts().forEach(draft -> drafts.add(pool.share(draft)));
        reading.contexts().forEach((name, standsFor) -> contexts.merge(name, standsFor, SnapshotAssembler::smaller));
        findings.addAll(reading.findings());
        gaps.addAll(reading.gaps());
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Adds what lists and the catalog say about an asset; several calls for the same asset complete each other. */
    public void facts(AssetId id, ObjectFacts more) {
        facts.merge(id, more, ObjectFacts::and);
    }

    /**
     * Adds the {@code $metadata} of an exposed asset.
     *
     * @param csdl the document as received; anything but CSDL is a finding
     */
    public void metadata(AssetId id, byte[] csdl) {
        try {
            CsdlReader.read(id.name(), csdl)
                    .ifPresentOrElse(entity -> metadata(id, entity), () -> unreadable(id, "it describes no entity"));
        } catch (XMLStreamException e) {
            unreadable(id, "it is not well-formed XML");
        }
    }

    private void metadata(AssetId id, ServiceEntity entity) {
        services.merge(id, List.of(entity), Services::both);
    }

    private void unreadable(AssetId id, String reason) {
        facts(id, ObjectFacts.NONE);
        findings.add(Finding.warning(
                "metadata-unreadable",
                id.text(),
                "The service metadata of the asset could not be read: " + reason + ".",
                "Open the asset's $metadata in a browser; redeploy the object if it fails there too."));
    }

    /** Adds a part of the tenant that could not be read. */
    public void gap(Gap gap) {
        gaps.add(gap);
    }

    public void finding(Finding finding) {
        findings.add(finding);
    }

    /**
     * Resolves names and types across everything added so far. To be called once, after all other calls have returned.
     */
    public CatalogSnapshot assemble() {
        Definitions definitions =
                new Definitions(allDrafts(), new NameResolver(knownSpaces(), contexts, knownObjects()));
        Assembly assembly = new Assembly(definitions, facts, services);
        List<Asset> assets =
                Stream.concat(assembly.assets().stream(), unmapped(definitions)).toList();
        return new CatalogSnapshot(
                tenant,
                whole,
                new TreeSet<>(allSpaces),
                spacesOf(assets),
                assets,
                Stream.concat(findings.stream(), assembly.findings().stream()).toList(),
                Stream.concat(gaps.stream(), unread(definitions)).toList());
    }

    private List<Draft> allDrafts() {
        List<Draft> all = new ArrayList<>(drafts);
        services.forEach((id, entities) ->
                all.add(Services.draft(id, entities.get(0), facts.getOrDefault(id, ObjectFacts.NONE))));
        return all;
    }

    private Set<String> knownSpaces() {
        Set<String> known = new HashSet<>(allSpaces);
        known.addAll(spaces.keySet());
        drafts.forEach(draft -> known.add(draft.space()));
        return known;
    }

    private Set<AssetId> knownObjects() {
        Set<AssetId> known = new HashSet<>(facts.keySet());
        known.addAll(services.keySet());
        drafts.stream()
                .filter(draft -> draft.standing() == Draft.Standing.EXPECTED)
                .forEach(draft -> Ids.of(draft.space(), draft.name()).ifPresent(known::add));
        return known;
    }

    /** Objects of a kind that is not mapped need no definition. */
    private Stream<Asset> unmapped(Definitions definitions) {
        return facts.entrySet().stream()
                .filter(entry -> !definitions.own().containsKey(entry.getKey()) && Services.unmapped(entry.getValue()))
                .map(entry -> Services.unmapped(entry.getKey(), entry.getValue()));
    }

    /** What is listed but was not read may have any content; a gap that says why needs no second one. */
    private Stream<Gap> unread(Definitions definitions) {
        Set<String> reported = gaps.stream().map(Gap::subject).collect(Collectors.toSet());
        return facts.entrySet().stream()
                .filter(entry -> !Services.unmapped(entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !definitions.own().containsKey(id) && !definitions.isTwin(id))
                .filter(id -> !reported.contains(id.text()) && !reported.contains(AssetId.SCHEME + id.space()))
                .map(id -> new Gap(id.text(), "The object is listed, but its definition was not read."));
    }

    private List<Space> spacesOf(List<Asset> assets) {
        Map<String, Space> all = new HashMap<>(spaces);
        assets.stream()
                .map(asset -> asset.id().space())
                .forEach(name -> all.computeIfAbsent(name, key -> new Space(key, null, null, List.of())));
        return List.copyOf(all.values());
    }
}
