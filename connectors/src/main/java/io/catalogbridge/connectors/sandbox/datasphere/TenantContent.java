package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Optional;

/** What a tenant held before any change was made to it. Thread-safe. */
interface TenantContent {

    /** Sorted. */
    List<String> spaceNames();

    /** What was left out while reading, and why; reads everything that was not read yet. */
    List<String> notes();

    /** The space of that name. */
    Optional<SpaceContent> space(String name);
}
