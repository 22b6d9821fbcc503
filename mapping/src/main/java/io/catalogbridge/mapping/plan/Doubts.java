package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a table stays as it is after a reading with gaps, although something else is desired: it may describe an asset that was
 * not read, or know more of its columns than could be found out without the sources that were not read.
 */
final class Doubts {

    private static final int SHOWN = 5;

    private final PlanInput input;
    private final Set<String> gaps;
    private final Set<String> read;

    Doubts(PlanInput input) {
        this.input = input;
        this.gaps = input.gaps().stream().map(Gap::subject).collect(Collectors.toSet());
        this.read = input.complete()
                ? Set.of()
                : input.desired()
                        .tables()
                        .map(table -> value(table.parameters(), ParameterKey.ASSET))
                        .collect(Collectors.toSet());
    }

    /** Empty if nothing speaks against the desired table. */
    Optional<String> about(GlueTable desired, GlueTable there) {
        if (input.complete()) {
            return Optional.empty();
        }
        String holder = value(there.parameters(), ParameterKey.ASSET);
        return holder.isEmpty() || holder.equals(value(desired.parameters(), ParameterKey.ASSET))
                ? lost(desired, there)
                : Optional.of("it describes " + holder + ", not found in a tenant that was only partly read");
    }

    private Optional<String> lost(GlueTable desired, GlueTable there) {
        boolean inherits = value(desired.parameters(), ParameterKey.KIND).equals(AssetKind.ANALYTIC_MODEL.label())
                && sources(desired).stream().anyMatch(this::unread);
        Map<String, GlueColumn> found =
                desired.columns().stream().collect(Collectors.toMap(GlueColumn::name, Function.identity()));
        List<String> poorer = there.columns().stream()
                .filter(column -> Optional.ofNullable(found.get(column.name()))
                        .filter(known -> isPoorer(known, column, inherits))
                        .isPresent())
                .map(GlueColumn::name)
                .toList();
        return poorer.isEmpty()
                ? Optional.empty()
                : Optional.of("it says more of " + some(poorer) + " than a tenant that was only partly read");
    }

    private static List<String> sources(GlueTable table) {
        return Identities.list(table.parameters().get(ParameterKey.SOURCES.key()));
    }

    private boolean unread(String source) {
        return gaps.contains(source)
                || gaps.contains(AssetId.SCHEME)
                || (!read.contains(source)
                        && AssetId.parse(source)
                                .filter(id -> gaps.contains(AssetId.SCHEME + id.space()))
                                .isPresent());
    }

    /** Without its type, a column is as good as not read; without its source, it may lack anything it took from there. */
    private static boolean isPoorer(GlueColumn found, GlueColumn there, boolean inherits) {
        boolean untyped = value(found.parameters(), ParameterKey.TYPE).isEmpty()
                && !value(there.parameters(), ParameterKey.TYPE).isEmpty();
        return untyped
                || (inherits
                        && (!found.parameters()
                                        .keySet()
                                        .containsAll(there.parameters().keySet())
                                || (found.comment().isEmpty()
                                        && !there.comment().isEmpty())));
    }

    private static String some(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    private static String value(Map<String, String> parameters, ParameterKey key) {
        return parameters.getOrDefault(key.key(), "");
    }
}
