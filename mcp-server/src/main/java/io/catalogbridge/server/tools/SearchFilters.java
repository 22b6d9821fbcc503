package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.SearchFilter;
import io.catalogbridge.server.store.SyncState;
import io.catalogbridge.server.surface.ToolArguments;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How people and assistants write the parts of a filter that are not plain text. */
public final class SearchFilters {

    private static final int DAY_LENGTH = 10;

    private SearchFilters() {}

    /**
     * The state of this label.
     *
     * @throws IllegalArgumentException if there is no such state; the message names those there are
     */
    public static SyncState state(String label) {
        return SyncState.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException("state must be one of "
                        + Arrays.stream(SyncState.values())
                                .map(SyncState::label)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * The day, in UTC, of a date or a date and time.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static LocalDate day(String text) {
        try {
            return text.length() == DAY_LENGTH
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "changed since must be a date such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** A name, also of those who write the identifier of a space or database. */
    private static @Nullable String container(@Nullable String name) {
        return name == null ? null : KnownThings.name(name.strip());
    }

    /** The filter without what is not asked for. */
    static SearchFilter of(ToolArguments arguments) {
        String state = arguments.optionalText("state");
        String since = arguments.optionalText("changedSince");
        return new SearchFilter(
                arguments.optionalText("system"),
                arguments.optionalText("kind"),
                container(arguments.optionalText("container")),
                arguments.optionalText("owner"),
                arguments.optionalText("tag"),
                arguments.optionalText("semantic"),
                state == null ? null : state(state),
                since == null ? null : day(since));
    }
}
