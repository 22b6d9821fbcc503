package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.csn.Draft.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The definitions read, one for each object: the best where there are several. Not thread-safe. */
final class Definitions {

    private static final Comparator<Draft> RICHEST_FIRST = Comparator.comparingInt(
                    (Draft draft) -> -draft.shape().columns().size())
            .thenComparing(Draft::toString);

    private final NameResolver names;
    private final SortedMap<AssetId, Draft> best = new TreeMap<>();
    private final SortedMap<AssetId, Draft> own = new TreeMap<>();
    private final Map<AssetId, AssetId> twins = new HashMap<>();
    private final Map<AssetId, Map<String, Column>> columns = new HashMap<>();
    private final List<Finding> contradictions = new ArrayList<>();

    Definitions(Collection<Draft> drafts, NameResolver names) {
        this.names = names;
        Map<AssetId, List<Draft>> grouped = new HashMap<>();
        drafts.forEach(draft -> idOf(draft)
                .ifPresent(id ->
                        grouped.computeIfAbsent(id, key -> new ArrayList<>(1)).add(draft)));
        grouped.forEach(this::choose);
        best.forEach(this::rememberTwin);
        best.forEach(this::rememberOwn);
    }

    private Optional<AssetId> idOf(Draft draft) {
        return draft.standing() == Standing.ACCOMPANYING
                ? names.resolve(draft.space(), draft.name())
                : Ids.of(draft.space(), draft.name());
    }

    /** What was read as the object itself goes before what came along with another, that before what others say of it. */
    private void choose(AssetId id, List<Draft> drafts) {
        List<Draft> ranked = drafts.size() == 1 ? drafts : ranked(id, drafts);
        Draft first = ranked.get(0);
        best.put(id, first);
        boolean rivals = ranked.size() > 1 && rank(id, ranked.get(1)) == rank(id, first);
        if (rivals && !isStub(id, first)) {
            contradictions.add(contradiction(id, first));
        }
    }

    private static List<Draft> ranked(AssetId id, List<Draft> drafts) {
        return drafts.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Draft draft) -> rank(id, draft))
                        .thenComparing(RICHEST_FIRST))
                .toList();
    }

    private static Finding contradiction(AssetId id, Draft chosen) {
        return Finding.warning(
                "definition-differs",
                id.text(),
                "Several definitions of the object were read that differ; one with "
                        + chosen.shape().columns().size() + " columns is used.",
                "Export all files again at the same time.");
    }

    private static int rank(AssetId id, Draft draft) {
        if (isStub(id, draft)) {
            return 3;
        }
        return switch (draft.standing()) {
            case EXPECTED -> 0;
            case ACCOMPANYING -> 1;
            case SERVED -> 2;
        };
    }

    /** A definition in a document of another space: it shows what that space may use of the object, not more. */
    private static boolean isStub(AssetId id, Draft draft) {
        return !id.space().equals(draft.space());
    }

    private void rememberTwin(AssetId id, Draft draft) {
        if (draft.content() instanceof Draft.DeltaTwin twin) {
            names.resolve(draft.space(), twin.enclosing()).ifPresent(table -> twins.put(id, table));
        }
        if (draft.content() instanceof Draft.Table table
                && table.origin() instanceof TableOrigin.DeltaCapture capture) {
            names.resolve(draft.space(), capture.deltaTable()).ifPresent(twin -> twins.put(twin, id));
        }
    }

    private void rememberOwn(AssetId id, Draft draft) {
        if (!isStub(id, draft) && !isTwin(id) && !(draft.content() instanceof Draft.DeltaTwin)) {
            own.put(id, draft);
        }
    }

    /** The best definition of an object, be it a stub or an internal change log. */
    Optional<Draft> find(AssetId id) {
        return Optional.ofNullable(best.get(id));
    }

    /** The objects whose own definition was read, sorted; stubs and internal change logs are none. */
    SortedMap<AssetId, Draft> own() {
        return Collections.unmodifiableSortedMap(own);
    }

    /** True for the internal change log of a table. */
    boolean isTwin(AssetId id) {
        return twins.containsKey(id);
    }

    /** The object people know: for the change log of a table, that table. */
    AssetId visible(AssetId id) {
        return twins.getOrDefault(id, id);
    }

    /** The object that is called so where a definition of the space names it. */
    Optional<AssetId> resolve(String space, String name) {
        return names.resolve(space, name);
    }

    Optional<Column> column(AssetId id, String name) {
        return Optional.ofNullable(columns.computeIfAbsent(id, this::columnsOf).get(name));
    }

    private Map<String, Column> columnsOf(AssetId id) {
        return find(id).stream()
                .flatMap(draft -> draft.shape().columns().stream())
                .collect(Collectors.toMap(Column::name, Function.identity(), (one, other) -> one));
    }

    /** One finding for each object of which different definitions of the same standing were read. */
    List<Finding> contradictions() {
        return List.copyOf(contradictions);
    }
}
