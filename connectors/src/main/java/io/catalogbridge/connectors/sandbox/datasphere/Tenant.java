package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running tenant: its original content and everything that was changed since.
 *
 * <p>Thread-safe. A change script is done whole or not at all, and readers see it whole or not at all.
 */
public final class Tenant {

    private static final Logger LOG = LoggerFactory.getLogger(Tenant.class);
    private static final String DEMO_FOLDER = "/io/catalogbridge/connectors/sandbox/demo-tenant";

    private final TenantContent content;
    private final ChangeJournal journal;
    private final Clock clock;
    private volatile TenantState state;

    Tenant(TenantContent content, ChangeJournal journal, Clock clock, Set<String> hiddenSpaces) throws IOException {
        this.content = content;
        this.journal = journal;
        this.clock = clock;
        this.state = replayed(new TenantState(Map.of(), hiddenSpaces));
    }

    /**
     * The demo tenant that comes with the product.
     *
     * @param data where changes are kept; null forgets them at the end
     * @throws IOException when the data folder is not usable
     */
    public static Tenant demo(@Nullable Path data, Clock clock, Set<String> hiddenSpaces) throws IOException {
        TenantContent content = new FolderContent(TenantFiles.onClassPath(Tenant.class, DEMO_FOLDER));
        return new Tenant(content, journal(data), clock, hiddenSpaces);
    }

    /**
     * A folder of exports: every first-level folder is a space, named after it in upper case.
     *
     * @param data where changes are kept; null forgets them at the end
     * @throws IOException when one of the folders is not usable
     */
    public static Tenant ofFolder(Path folder, @Nullable Path data, Clock clock, Set<String> hiddenSpaces)
            throws IOException {
        TenantContent content = new FolderContent(TenantFiles.inFolder(folder));
        return new Tenant(content, journal(data), clock, hiddenSpaces);
    }

    /**
     * An invented tenant of any size: the same seed and size give the same tenant.
     *
     * @param data where changes are kept; null forgets them at the end
     * @throws IOException when the data folder is not usable
     */
    public static Tenant generated(long seed, int assets, @Nullable Path data, Clock clock, Set<String> hiddenSpaces)
            throws IOException {
        return new Tenant(new TenantGenerator(seed, assets), journal(data), clock, hiddenSpaces);
    }

    /** What was left out while reading the content, and why; reads everything that was not read yet. */
    public List<String> notes() {
        return content.notes();
    }

    /** All spaces, sorted, those that the client may not see included. */
    public List<String> spaceNames() {
        return content.spaceNames();
    }

    /** Technical names of a space's objects, sorted; empty for an unknown space. */
    public List<String> objectNames(String space) {
        return designTime(space).map(TenantObject::name).toList();
    }

    /**
     * Does one step.
     *
     * @throws ChangeRejected when it is impossible
     */
    public void change(ChangeStep step) {
        change(List.of(step));
    }

    /**
     * Does all steps, or none.
     *
     * @throws ChangeRejected when one of them is impossible
     * @throws UncheckedIOException when they could not be kept
     */
    public synchronized void change(List<ChangeStep> steps) {
        ChangeJournal.Entry entry = new ChangeJournal.Entry(clock.instant(), steps);
        TenantState next = after(state, entry);
        try {
            journal.append(entry);
        } catch (IOException cause) {
            throw new UncheckedIOException("The changes could not be kept; nothing was changed", cause);
        }
        state = next;
    }

    boolean exists(String space) {
        return content.space(space).isPresent();
    }

    boolean isMember(String space) {
        return exists(space) && !state.left().contains(space);
    }

    /** The spaces that the client is a member of, sorted. */
    List<String> memberSpaces() {
        Set<String> left = state.left();
        return content.spaceNames().stream()
                .filter(space -> !left.contains(space))
                .toList();
    }

    ObjectNode spaceDefinition(String space) {
        return content.space(space).map(SpaceContent::definition).orElseGet(Json::object);
    }

    ArrayNode connections(String space) {
        return content.space(space).map(SpaceContent::connections).orElseGet(Json::array);
    }

    /** A space's objects as last saved, sorted by name. */
    Stream<TenantObject> designTime(String space) {
        return revisions(space).map(Revision::designTime).flatMap(Stream::ofNullable);
    }

    /** A space's deployed objects as last deployed, sorted by name. */
    Stream<TenantObject> runTime(String space) {
        return revisions(space).map(Revision::runTime).flatMap(Stream::ofNullable);
    }

    Optional<TenantObject> designTime(String space, String object) {
        return Optional.ofNullable(
                state.revision(new ObjectKey(space, object), content).designTime());
    }

    Optional<TenantObject> runTime(String space, String object) {
        return Optional.ofNullable(
                state.revision(new ObjectKey(space, object), content).runTime());
    }

    /**
     * The deployed definition that a name means inside a space: its own object, one that another space shares, or what
     * is known of one that is not here.
     */
    Optional<ObjectNode> definitionSeenFrom(String space, String reference) {
        return runTime(space, reference)
                .map(TenantObject::definition)
                .or(() -> sharedDefinition(reference))
                .or(() -> content.space(space).flatMap(own -> own.foreignDefinition(reference)));
    }

    private Optional<ObjectNode> sharedDefinition(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : runTime(reference.substring(0, dot), reference.substring(dot + 1))
                        .map(TenantObject::definition);
    }

    private Stream<Revision> revisions(String space) {
        SortedMap<String, Revision> changed = state.changedIn(space);
        Stream<TenantObject> original =
                content.space(space).map(SpaceContent::objects).orElseGet(Stream::empty);
        if (changed.isEmpty()) {
            return original.map(Revision::initial);
        }
        SortedMap<String, Revision> all = new TreeMap<>();
        original.forEach(object -> all.put(object.name(), Revision.initial(object)));
        all.putAll(changed);
        return all.values().stream();
    }

    private TenantState replayed(TenantState start) throws IOException {
        TenantState replayed = start;
        for (ChangeJournal.Entry entry : journal.read()) {
            try {
                replayed = after(replayed, entry);
            } catch (ChangeRejected outdated) {
                LOG.warn("A change of {} no longer fits the tenant: {}", entry.at(), outdated.getMessage());
            }
        }
        return replayed;
    }

    private TenantState after(TenantState before, ChangeJournal.Entry entry) {
        Instant at = entry.at();
        TenantState next = before;
        for (ChangeStep step : entry.steps()) {
            next = next.after(step, content, at);
        }
        return next;
    }

    private static ChangeJournal journal(@Nullable Path data) throws IOException {
        return data == null ? ChangeJournal.inMemory() : ChangeJournal.in(data);
    }
}
