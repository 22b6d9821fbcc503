package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One invented column: a business noun and what is known of it, such as {@code ORDER_AMOUNT}.
 *
 * @param key the first column of a table
 */
record GeneratedColumn(String noun, Aspect aspect, boolean key) {

    private static final List<String> NOUNS = List.of(
            "ORDER",
            "CUSTOMER",
            "SUPPLIER",
            "PRODUCT",
            "PLANT",
            "INVOICE",
            "DELIVERY",
            "CONTRACT",
            "EMPLOYEE",
            "ASSET",
            "PROJECT",
            "BUDGET",
            "SHIPMENT",
            "RETURN",
            "CAMPAIGN",
            "STORE",
            "LEDGER");
    private static final int MIN_COLUMNS = 5;
    private static final int MAX_COLUMNS = 60;

    /** What is known of a noun, and how it is stored. */
    enum Aspect {
        ID("cds.String"),
        NAME("cds.String"),
        STATUS("cds.String"),
        CURRENCY("cds.String"),
        AMOUNT("cds.Decimal"),
        QUANTITY("cds.Decimal"),
        COUNT("cds.Integer"),
        RATE("cds.Double"),
        DATE("cds.Date"),
        CHANGED_AT("cds.Timestamp"),
        ACTIVE("cds.Boolean");

        private final String type;

        Aspect(String type) {
            this.type = type;
        }

        boolean isMeasure() {
            return this == AMOUNT || this == QUANTITY || this == COUNT;
        }
    }

    /** Between 5 and 60 columns of different names, the first of which is the key. */
    static List<GeneratedColumn> columns(SplittableRandom random) {
        int count = random.nextInt(MIN_COLUMNS, MAX_COLUMNS + 1);
        int start = random.nextInt(NOUNS.size());
        return IntStream.range(0, count)
                .mapToObj(i -> new GeneratedColumn(nounAt(start, i), aspectAt(i), i == 0))
                .toList();
    }

    String name() {
        return noun + "_" + aspect;
    }

    String label() {
        String words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    ObjectNode element() {
        ObjectNode element = Json.object().put("type", aspect.type).put("@EndUserText.label", label());
        if (key) {
            element.put("key", true).put("notNull", true);
        }
        switch (aspect) {
            case ID -> element.put("length", 20);
            case NAME -> element.put("length", 80);
            case STATUS -> element.put("length", 4);
            case CURRENCY -> element.put("length", 5).put("@Semantics.currencyCode", true);
            case AMOUNT -> element.put("precision", 17).put("scale", 2);
            case QUANTITY -> element.put("precision", 15).put("scale", 3);
            case COUNT, RATE, DATE, CHANGED_AT, ACTIVE -> {}
        }
        return element;
    }

    private static String nounAt(int start, int i) {
        return NOUNS.get((start + i / Aspect.values().length) % NOUNS.size());
    }

    private static Aspect aspectAt(int i) {
        return Aspect.values()[i % Aspect.values().length];
    }
}
