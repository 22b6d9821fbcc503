package io.catalogbridge.server.bench;

import io.catalogbridge.server.store.CatalogEntry;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalog of any size whose words are spread as those of a language are: few are everywhere, many are rare. The same number
 * gives the same entry every time. One in three entries is a Glue table.
 */
final class GeneratedCatalog {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ENTRIES_PER_SPACE = 500;
    private static final int VOCABULARY = 20_000;
    private static final int RARE_FROM = 200;
    private static final int COLUMNS = 20;

    private static final List<String> COMMON = List.of(
            "Customer",
            "Order",
            "Amount",
            "Date",
            "Sales",
            "Item",
            "Net",
            "Number",
            "Type",
            "Currency",
            "Plant",
            "Region");
    private static final List<String> SYLLABLES = List.of(
            "ka", "ver", "lu", "ste", "mon", "ri", "tal", "bo", "nder", "sil", "fa", "kreu", "gen", "po", "zi", "ma",
            "ner", "tu", "rak", "eis", "vol", "ha", "pre", "do", "lin", "ub", "je", "won", "cha", "mit", "or", "sep");

    private final int entries;

    GeneratedCatalog(int entries) {
        this.entries = entries;
    }

    static String space(int number) {
        return "SPACE_" + number;
    }

    static String owner(int number) {
        return "USER_" + number;
    }

    /** An entry; other revisions of it differ in their description. */
    CatalogEntry entry(int number, int revision) {
        Random random = new Random(number);
        boolean glue = number % 3 == 2;
        String space = space(number / ENTRIES_PER_SPACE);
        String name = name(number);
        String label = glue ? null : label(random);
        String description = words(random, 8) + (revision == 0 ? "" : " " + revision);
        String container = glue ? "datasphere_" + space.toLowerCase(Locale.ROOT) : space;
        return new CatalogEntry(
                (glue ? "glue:" : "datasphere:") + container + "/" + name,
                glue ? "glue" : "datasphere",
                kind(number, glue),
                name,
                label,
                container,
                description,
                glue ? "datasphere:" + space + "/" + name : null,
                detail(random, number, glue, description));
    }

    private static String kind(int number, boolean glue) {
        if (glue) {
            return "table";
        }
        return number % 30 == 0 ? "analytic-model" : number % 5 < 2 ? "view" : "local-table";
    }

    /** Technical name of an entry: words and its number. */
    String name(int number) {
        Random random = new Random(number);
        String words = word(random) + "_" + anyWord(random);
        return (number % 3 == 2 ? words.toLowerCase(Locale.ROOT) : words.toUpperCase(Locale.ROOT)) + "_" + number;
    }

    private String label(Random random) {
        return anyWord(random) + " " + words(random, 2);
    }

    private String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(each -> anyWord(random)).collect(Collectors.joining(" "));
    }

    private String detail(Random random, int number, boolean glue, String description) {
        ObjectNode detail = JSON.createObjectNode().put("description", description);
        if (!glue) {
            detail.put("usage", number % 4 == 0 ? "fact" : "dimension");
            detail.putObject("lifecycle")
                    .put(
                            "changedOn",
                            "202%d-%02d-%02dT08:00:00Z"
                                    .formatted(random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .put("changedBy", owner(random.nextInt(40)));
            detail.putObject("exposure").put("external", number % 7 == 0);
        }
        ArrayNode columns = detail.putArray("columns");
        for (int column = 0; column < COLUMNS; column++) {
            ObjectNode node = columns.addObject()
                    .put("name", (anyWord(random) + "_" + anyWord(random)).toUpperCase(Locale.ROOT))
                    .put("type", "cds.String(40)");
            node.put(glue ? "comment" : "label", words(random, 2));
            if (column == 0 && number % 4 == 0) {
                node.put("role", "measure");
            }
        }
        return detail.toString();
    }

    private String anyWord(Random random) {
        return random.nextInt(4) == 0 ? commonWord(random) : word(random);
    }

    /** One of few words that nearly all entries hold. */
    String commonWord(Random random) {
        return COMMON.get(random.nextInt(COMMON.size()));
    }

    /** A word of the language; the higher its rank, the rarer it is. */
    String word(Random random) {
        int rank = (int) Math.pow(Math.min(VOCABULARY, entries + RARE_FROM), random.nextDouble());
        StringBuilder word = new StringBuilder();
        for (int rest = rank + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}
