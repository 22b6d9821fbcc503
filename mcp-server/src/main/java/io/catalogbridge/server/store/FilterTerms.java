package io.catalogbridge.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What entries are filtered by, as terms of the index beside their words. */
final class FilterTerms {

    private static final int HASH_LENGTH = 6;

    /** What every entry has. */
    static final String ANY = "fa";

    private FilterTerms() {}

    static String container(String container) {
        return "fs" + hash(container);
    }

    static String owner(String owner) {
        return "fo" + hash(owner);
    }

    static String tag(String tag) {
        return "ft" + hash(tag);
    }

    static String semantic(String semantic) {
        return "fm" + hash(semantic);
    }

    /** The day, its month and its year, so that a stretch of time needs few terms. */
    static List<String> changed(LocalDate day) {
        return List.of(day(day), month(day.getYear(), day.getMonthValue()), year(day.getYear()));
    }

    /** Terms of which an entry has one if it changed on this day or later, up to the end of the last year. */
    static List<String> changedSince(LocalDate day, int lastYear) {
        List<String> terms = new ArrayList<>();
        for (int number = day.getDayOfMonth(); number <= day.lengthOfMonth(); number++) {
            terms.add(day(day.withDayOfMonth(number)));
        }
        for (int number = day.getMonthValue() + 1; number <= 12; number++) {
            terms.add(month(day.getYear(), number));
        }
        for (int number = day.getYear() + 1; number <= lastYear; number++) {
            terms.add(year(number));
        }
        return terms;
    }

    private static String day(LocalDate day) {
        return String.format(Locale.ROOT, "fd%04d%02d%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String month(int year, int month) {
        return String.format(Locale.ROOT, "fn%04d%02d", year, month);
    }

    private static String year(int year) {
        return String.format(Locale.ROOT, "fy%04d", year);
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(value.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
