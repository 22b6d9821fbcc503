package io.catalogbridge.server.store;

import io.catalogbridge.server.store.EntryNumber.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Gives out numbers within one transaction. */
final class EntryNumbers {

    private final Handle handle;
    private final int environment;
    private final Map<String, Integer> containers = new HashMap<>();
    private long place;

    EntryNumbers(Handle handle, String environment) {
        this.handle = handle;
        this.environment = known(handle, environment).orElseGet(() -> added(environment));
        this.place = handle.createQuery("select next_place from environment_number where number = :environment")
                .bind("environment", this.environment)
                .mapTo(Long.class)
                .one();
    }

    static OptionalInt known(Handle handle, String environment) {
        return handle.createQuery("select number from environment_number where environment = :environment")
                .bind("environment", environment)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private int added(String name) {
        int number = handle.createQuery("select coalesce(max(number), -1) + 1 from environment_number")
                .mapTo(Integer.class)
                .one();
        if (number > EntryNumber.MAX_ENVIRONMENT) {
            throw new StoreException("a store holds at most " + (EntryNumber.MAX_ENVIRONMENT + 1) + " environments");
        }
        handle.execute("insert into environment_number (number, environment) values (?, ?)", number, name);
        return number;
    }

    Range range() {
        return EntryNumber.within(environment);
    }

    /** A new number for an entry, or the one it has if that still tells the truth. */
    long number(EntryKind kind, String container, long present) {
        Range range = EntryNumber.within(environment, kind, container(container));
        return range.holds(present) ? present : next(range);
    }

    long number(EntryKind kind, String container) {
        return next(EntryNumber.within(environment, kind, container(container)));
    }

    private long next(Range range) {
        if (place > range.last() - range.first()) {
            throw new StoreException("an environment has given out all numbers of entries; begin with a new store");
        }
        return range.first() + place++;
    }

    /** Remembers which numbers were given out. */
    void keep() {
        handle.execute("update environment_number set next_place = ? where number = ?", place, environment);
    }

    private int container(String name) {
        return containers.computeIfAbsent(name, this::knownOrAdded);
    }

    private int knownOrAdded(String name) {
        return handle.createQuery(
                        "select number from container_number where environment = :environment and container = :name")
                .bind("environment", environment)
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .orElseGet(() -> addedContainer(name));
    }

    private int addedContainer(String name) {
        int number = handle.createQuery("""
                        select coalesce(max(number), -1) + 1 from container_number where environment = :environment""")
                .bind("environment", environment)
                .mapTo(Integer.class)
                .one();
        if (number > EntryNumber.MAX_CONTAINER) {
            throw new StoreException(
                    "an environment holds at most " + (EntryNumber.MAX_CONTAINER + 1) + " spaces and databases");
        }
        handle.execute(
                "insert into container_number (environment, number, container) values (?, ?, ?)",
                environment,
                number,
                name);
        return number;
    }
}
