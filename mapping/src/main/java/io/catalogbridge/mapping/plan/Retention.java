package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What should be, after a reading with gaps: what only the assets that were not read could say is kept as it is in Glue. That
 * is the flows of a space, the flows that load a table, and the texts of a space that was itself read in part. Such a database
 * is desired with the digest, and such a table with the fingerprint, of what it keeps.
 */
final class Retention {

    private static final String FLOW = ParameterKey.FLOW.key();
    private static final String LOADED_BY = ParameterKey.LOADED_BY.key();
    private static final List<String> TEXTS =
            List.of(ParameterKey.LABEL.key(), ParameterKey.DESCRIPTION.key(), ParameterKey.CONNECTIONS.key());

    private final PlanInput input;
    private final GlueDatabase desired;
    private final GlueDatabase current;
    private final List<Skipped> skipped = new ArrayList<>();

    private Retention(PlanInput input, GlueDatabase desired, GlueDatabase current) {
        this.input = input;
        this.desired = desired;
        this.current = current;
    }

    /** What should be, and what of it is only there because it could not be read. */
    record Retained(GlueDatabase desired, List<Skipped> skipped) {}

    static Retained of(PlanInput input, GlueDatabase desired, Optional<GlueDatabase> current) {
        return input.complete()
                ? new Retained(desired, List.of())
                : current.filter(there -> input.isOurs(there.owner()))
                        .map(there -> new Retention(input, desired, there).retained())
                        .orElse(new Retained(desired, List.of()));
    }

    private Retained retained() {
        SortedMap<String, String> parameters = new TreeMap<>(desired.parameters());
        boolean textsKept = desired.parameters().containsKey(ParameterKey.SPACE.key()) && keepTexts(parameters);
        keepFlows(parameters);
        GlueDatabase kept = GlueDatabase.of(
                desired.name(), textsKept ? current.description() : desired.description(), parameters, tables());
        String digest = Fingerprints.ofDatabase(kept);
        return new Retained(kept.withParameters(Parameters.with(parameters, Ownership.DIGEST, digest)), skipped);
    }

    /** True if the space's own texts may be missing from the reading, so that those in Glue stay. */
    private boolean keepTexts(SortedMap<String, String> parameters) {
        if (!input.isGap(AssetId.SCHEME + desired.parameters().get(ParameterKey.SPACE.key()))) {
            return false;
        }
        for (String key : TEXTS) {
            parameters.remove(key);
            Optional.ofNullable(current.parameters().get(key)).ifPresent(text -> parameters.put(key, text));
        }
        if (!parameters.equals(desired.parameters()) || !current.description().equals(desired.description())) {
            skip("glue:" + desired.name(), "its texts are kept, since its space was only partly read");
        }
        return true;
    }

    private void keepFlows(SortedMap<String, String> parameters) {
        current.parameters().tailMap(FLOW).forEach((key, flow) -> {
            boolean replaced = key.startsWith(FLOW)
                    && !Identities.ofFlow(flow).equals(Identities.ofFlow(parameters.getOrDefault(key, "")));
            if (replaced) {
                parameters.put(key, flow);
                skip("glue:" + desired.name(), key + " is kept: not found in a tenant that was only partly read");
            }
        });
    }

    private List<GlueTable> tables() {
        Map<TableName, GlueTable> present =
                current.tables().stream().collect(Collectors.toMap(GlueTable::name, Function.identity()));
        return desired.tables().stream()
                .map(table -> Optional.ofNullable(present.get(table.name()))
                        .filter(there -> asset(there).equals(asset(table)))
                        .map(there -> loaded(table, there))
                        .orElse(table))
                .toList();
    }

    private GlueTable loaded(GlueTable table, GlueTable there) {
        List<String> known = Identities.list(table.parameters().get(LOADED_BY));
        SortedSet<String> all = new TreeSet<>(Identities.list(there.parameters().get(LOADED_BY)));
        all.addAll(known);
        if (all.size() == known.size()) {
            return table;
        }
        skip(table.name().text(), LOADED_BY + " keeps flows that were not found in a tenant that was only partly read");
        GlueTable kept = Parameters.with(table, LOADED_BY, Identities.text(all));
        return Parameters.with(kept, Ownership.FINGERPRINT, Fingerprints.ofTable(kept));
    }

    private static String asset(GlueTable table) {
        return table.parameters().getOrDefault(ParameterKey.ASSET.key(), "");
    }

    private void skip(String subject, String message) {
        skipped.add(new Skipped(subject, Skipped.Reason.PARTIAL_SNAPSHOT, message, false));
    }
}
