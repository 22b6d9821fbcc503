package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.plan.Decision.Resolution;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decided on conflicts, at most one decision for each field of each object. Immutable. */
public final class Decisions {

    public static final Decisions NONE = new Decisions(Map.of());

    private final Map<Key, Decision> byField;

    private Decisions(Map<Key, Decision> byField) {
        this.byField = byField;
    }

    /** Of several decisions on one field the last one counts. */
    public static Decisions of(Collection<Decision> decisions) {
        Map<Key, Decision> byField = new HashMap<>();
        decisions.forEach(each -> byField.put(new Key(each.subject(), each.field()), each));
        return new Decisions(byField);
    }

    /** What was decided on a conflict between exactly these values. */
    Optional<Resolution> on(String subject, String field, @Nullable String last, @Nullable String current) {
        return Optional.ofNullable(byField.get(new Key(subject, field)))
                .filter(decision -> decision.on(last, current))
                .map(Decision::resolution);
    }

    private record Key(String subject, String field) {}
}
