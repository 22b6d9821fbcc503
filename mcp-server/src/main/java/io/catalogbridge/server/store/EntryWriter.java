package io.catalogbridge.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes entries and everything they are found by, some at a time, within one transaction. */
final class EntryWriter {

    private static final int AT_A_TIME = 4_000;
    private static final long CHARACTERS_AT_A_TIME = 16_000_000;
    private static final int REMEMBERED_WORDS = 200_000;
    private static final int SHORTEST_WORD = 3;
    private static final int MUCH = 4;

    private final Handle handle;
    private final String environment;
    private final EntryNumbers numbers;
    private final List<Numbered> waiting = new ArrayList<>();
    private final List<Long> outdated = new ArrayList<>();
    private final Set<String> knownWords = new HashSet<>();
    private long written;
    private long characters;

    EntryWriter(Handle handle, String environment, EntryNumbers numbers) {
        this.handle = handle;
        this.environment = environment;
        this.numbers = numbers;
    }

    private record Numbered(long number, CatalogEntry entry, long hash, IndexTerms terms) {}

    /** Adds an entry that is not there yet. */
    void add(CatalogEntry entry) {
        EntryFacts facts = EntryFacts.of(entry.detail());
        write(numbers.number(kind(entry, facts), entry.container()), entry, facts);
    }

    /** Writes an entry anew that is there by this number. */
    void replace(long present, CatalogEntry entry) {
        EntryFacts facts = EntryFacts.of(entry.detail());
        outdated.add(present);
        write(numbers.number(kind(entry, facts), entry.container(), present), entry, facts);
    }

    private static EntryKind kind(CatalogEntry entry, EntryFacts facts) {
        return EntryKind.of(entry.system(), entry.kind(), facts.exposed());
    }

    private void write(long number, CatalogEntry entry, EntryFacts facts) {
        written++;
        waiting.add(new Numbered(number, entry, entry.hash(), IndexTerms.of(entry, facts)));
        characters += entry.detail().length();
        if (waiting.size() >= AT_A_TIME || characters >= CHARACTERS_AT_A_TIME) {
            flush();
        }
    }

    /**
     * Writes what has not been written yet.
     *
     * @param others how many entries stayed as they were; if much was written beside them, the index is put in order at once
     */
    void finish(long others) {
        flush();
        numbers.keep();
        if (written > AT_A_TIME && written > others / MUCH) {
            handle.execute("insert into entry_text (entry_text) values ('optimize')");
        }
    }

    /**
     * Writes what is waiting, in the order of numbers: the full-text index starts a new part wherever they go back. What
     * replaces goes only now, so that no number is given out twice.
     */
    private void flush() {
        remove(outdated);
        outdated.clear();
        if (waiting.isEmpty()) {
            return;
        }
        waiting.sort(Comparator.comparingLong(Numbered::number));
        try (PreparedBatch rows = handle.prepareBatch("""
                insert into entry (number, environment, id, system, kind, name, key, label, container, description,
                    counterpart, hash)
                values (:number, :environment, :id, :system, :kind, :name, :key, :label, :container, :description,
                    :counterpart, :hash)""");
                PreparedBatch details =
                        handle.prepareBatch("insert into entry_detail (number, content) values (:number, :content)");
                PreparedBatch texts =
                        handle.prepareBatch("insert into entry_text (rowid, terms) values (:number, :terms)")) {
            waiting.forEach(each -> {
                addRow(rows, each);
                details.bind("number", each.number())
                        .bind("content", Compact.pack(each.entry().detail()))
                        .add();
                texts.bind("number", each.number())
                        .bind("terms", each.terms().text())
                        .add();
            });
            rows.execute();
            details.execute();
            texts.execute();
        }
        addWords();
        waiting.clear();
        characters = 0;
    }

    private void addRow(PreparedBatch rows, Numbered each) {
        CatalogEntry entry = each.entry();
        rows.bind("number", each.number())
                .bind("environment", environment)
                .bind("id", entry.id())
                .bind("system", entry.system())
                .bind("kind", entry.kind())
                .bind("name", entry.name())
                .bind("key", Words.keys(entry.name()).stream().findFirst().orElse(""))
                .bind("label", entry.label())
                .bind("container", entry.container())
                .bind("description", entry.description())
                .bind("counterpart", entry.counterpart())
                .bind("hash", each.hash())
                .add();
    }

    private void addWords() {
        Set<String> words = new LinkedHashSet<>();
        waiting.forEach(each -> each.terms().words().stream()
                .filter(EntryWriter::worthRemembering)
                .filter(word -> !knownWords.contains(word))
                .forEach(words::add));
        if (words.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("insert or ignore into word (word, backwards) values (:word, :backwards)")) {
            words.forEach(word -> batch.bind("word", word)
                    .bind("backwards", new StringBuilder(word).reverse().toString())
                    .add());
            batch.execute();
        }
        if (knownWords.size() < REMEMBERED_WORDS) {
            knownWords.addAll(words);
        }
    }

    private static boolean worthRemembering(String word) {
        return word.length() >= SHORTEST_WORD && !Character.isDigit(word.codePointAt(0));
    }

    /** Removes entries by their numbers. */
    void remove(Collection<Long> present) {
        Rows.delete(handle, "entry_text", present);
        Rows.delete(handle, "entry_detail", present);
        Rows.delete(handle, "entry", present);
    }
}
