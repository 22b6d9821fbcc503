package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.Names.Scheme;
import io.catalogbridge.server.store.SearchFilter;
import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant whose filter lets nothing pass because it names what there is not. */
record FilterAdvice(ToolContext context) {

    private static final int CONTAINERS = 1_000;
    private static final int SUGGESTIONS = 3;
    private static final int SHOWN_LENGTH = 40;

    /** One sentence for each value that nothing has; none if all of them exist. */
    List<String> of(SearchFilter filter) {
        List<String> advice = new ArrayList<>();
        add(advice, "kind", filter.kind(), SearchedThing.KINDS);
        add(advice, "tag", filter.tag(), SearchedThing.TAGS);
        if (filter.container() != null) {
            add(advice, "space or database", filter.container(), containers());
        }
        return advice;
    }

    private List<String> containers() {
        return Stream.of(Scheme.values())
                .flatMap(scheme ->
                        context
                                .store()
                                .names()
                                .containers(context.environment(), scheme, "", CONTAINERS)
                                .ids()
                                .stream())
                .map(KnownThings::name)
                .toList();
    }

    private static void add(List<String> advice, String what, @Nullable String value, Collection<String> known) {
        if (value == null || known.stream().anyMatch(value::equalsIgnoreCase)) {
            return;
        }
        List<String> closest = ClosestNames.to(value, known, SUGGESTIONS);
        advice.add("There is no " + what + " '" + SafeText.of(value, SHOWN_LENGTH) + "'"
                + (closest.isEmpty() ? "." : "; did you mean " + String.join(" or ", closest) + "?"));
    }
}
