package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchQuery;
import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.ToolFailure;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks things up by the identifiers that callers write. */
public record KnownThings(ToolContext context) {

    /** Where to go on when somebody asks for the lineage of a space or database. */
    static final String ASK_FOR_WHAT_IT_HOLDS =
            "Lineage is of what it holds: get_mappings lists that; ask for one of them.";

    private static final int CANDIDATES = 50;
    private static final int SUGGESTIONS = 5;
    private static final int SHOWN_LENGTH = 200;

    /** The thing that an identifier names; a column stands for what it is in, and Glue's names may be in any case. */
    Optional<CatalogEntry> find(String id) {
        return context.store().catalog().find(context.environment(), normalised(id));
    }

    /** The same, or advice. */
    public CatalogEntry require(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** Whether things of a kind are there to hold others. */
    static boolean holdsOthers(String kind) {
        return kind.equals("space") || kind.equals("database");
    }

    static String normalised(String id) {
        String object = id.strip().replaceFirst("#.*", "");
        return object.regionMatches(true, 0, TableName.SCHEME, 0, TableName.SCHEME.length())
                ? object.toLowerCase(Locale.ROOT)
                : object;
    }

    /** What to tell about an identifier that nothing has. */
    ToolFailure unknown(String id) {
        String shown = String.valueOf(SafeText.of(id, SHOWN_LENGTH));
        if (context.store().catalog().facts(context.environment()).isEmpty()) {
            return new ToolFailure(
                    "NOTHING_DISCOVERED",
                    "Nothing has been discovered in environment " + context.environment() + " yet.",
                    false,
                    List.of("Call plan_sync; it discovers the tenant and changes nothing."),
                    "plan_sync");
        }
        return new ToolFailure(
                "NOT_FOUND", "Nothing is known as '" + shown + "'.", false, similar(id), "search_assets");
    }

    /** SQL writes {@code database.table}, so that what follows a point may be the name. */
    private List<String> similar(String id) {
        String wanted = name(id);
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        return last.equals(wanted)
                ? similarTo(wanted)
                : Stream.concat(similarTo(last).stream(), similarTo(wanted).stream())
                        .distinct()
                        .limit(SUGGESTIONS)
                        .toList();
    }

    private List<String> similarTo(String wanted) {
        List<String> candidates = Stream.concat(search(wanted), search(beginning(wanted)))
                .distinct()
                .toList();
        List<String> names = ClosestNames.to(
                wanted, candidates.stream().map(KnownThings::name).toList(), SUGGESTIONS);
        return names.stream()
                .flatMap(name ->
                        candidates.stream().filter(candidate -> name(candidate).equals(name)))
                .limit(SUGGESTIONS)
                .toList();
    }

    private Stream<String> search(String words) {
        return context
                .store()
                .catalog()
                .search(context.environment(), new SearchQuery(words, null, null, CANDIDATES, null))
                .items()
                .stream()
                .map(CatalogEntry::id);
    }

    /** What follows the scheme and the space or database in each of them. */
    static List<String> names(Collection<String> ids) {
        return ids.stream().map(KnownThings::name).distinct().toList();
    }

    /** What follows the scheme and the space or database. */
    static String name(String id) {
        return id.substring(Math.max(id.indexOf(':'), id.indexOf('/')) + 1);
    }

    /** Mistakes are rarely in the first letters. */
    private static String beginning(String name) {
        return name.substring(0, name.offsetByCodePoints(0, Math.min(3, name.codePointCount(0, name.length()))));
    }
}
