package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.TableOrigin;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All definitions read, one for each object: the best where there are several. */
final class Definitions {

    private static final Comparator<Draft> BY_CONTENT = Comparator.<Draft>comparingInt(
                    draft -> draft.shape().columns().size())
            .reversed()
            .thenComparing(Draft::toString);

    private final NameResolver names;
    private final TreeMap<AssetId, List<Draft>> byId = new TreeMap<>();
    private final Map<AssetId, AssetId> twins = new HashMap<>();
    private final Map<AssetId, Map<String, Column>> columns = new HashMap<>();

    Definitions(Collection<Draft> drafts, NameResolver names) {
        this.names = names;
        Map<AssetId, List<Draft>> grouped = new HashMap<>();
        drafts.forEach(draft -> idOf(draft).ifPresent(id -> grouped.merge(id, List.of(draft), Definitions::joined)));
        grouped.forEach((id, several) -> byId.put(id, ranked(id, several)));
        byId.forEach((id, ranked) -> rememberTwin(id, ranked.get(0)));
    }

    private static List<Draft> joined(List<Draft> some, List<Draft> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Optional<AssetId> idOf(Draft draft) {
        return draft.expected() ? Ids.of(draft.space(), draft.name()) : names.resolve(draft.space(), draft.name());
    }

    /** What was read as the object itself goes before what came along with another, that before mere stubs. */
    private static List<Draft> ranked(AssetId id, List<Draft> drafts) {
        return drafts.stream()
                .distinct()
                .sorted(Comparator.<Draft>comparingInt(draft -> rank(id, draft)).thenComparing(BY_CONTENT))
                .toList();
    }

    private static int rank(AssetId id, Draft draft) {
        return draft.expected() ? 0 : isStub(id, draft) ? 2 : 1;
    }

    /** A definition in a document of another space: it shows what that space may use of the object, not more. */
    static boolean isStub(AssetId id, Draft draft) {
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

    Optional<Draft> find(AssetId id) {
        return Optional.ofNullable(byId.get(id)).map(ranked -> ranked.get(0));
    }

    /** The objects whose own definition was read; stubs and internal change logs are none. */
    Map<AssetId, Draft> own() {
        Map<AssetId, Draft> own = new TreeMap<>();
        byId.forEach((id, ranked) -> {
            Draft best = ranked.get(0);
            if (!isStub(id, best) && !isTwin(id)) {
                own.put(id, best);
            }
        });
        return own;
    }

    boolean isTwin(AssetId id) {
        return twins.containsKey(id);
    }

    /** The object people know: for the change log of a table, that table. */
    AssetId visible(AssetId id) {
        return twins.getOrDefault(id, id);
    }

    Optional<AssetId> resolve(Draft user, String name) {
        return names.resolve(user.space(), name);
    }

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
        return byId.entrySet().stream()
                .filter(entry -> contradicts(entry.getKey(), entry.getValue()))
                .map(entry -> Finding.warning(
                        "definition-differs",
                        entry.getKey().text(),
                        "Several definitions of the object were read that differ; the one with "
                                + entry.getValue().get(0).shape().columns().size() + " columns is used.",
                        "Export the files again at the same time."))
                .toList();
    }

    private static boolean contradicts(AssetId id, List<Draft> ranked) {
        return ranked.size() > 1 && rank(id, ranked.get(0)) < 2 && rank(id, ranked.get(1)) == rank(id, ranked.get(0));
    }
}
