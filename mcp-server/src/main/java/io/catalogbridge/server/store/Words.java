package io.catalogbridge.server.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names and texts become words: {@code NetAmount} is net and amount, {@code Größe} is grosse and groesse. */
final class Words {

    private static final int MAX_LENGTH = 64;
    private static final int MAX_KEY_LENGTH = 128;

    private Words() {}

    /**
     * The words of a text in its order, in small letters. A word ends at whatever is neither letter nor digit, where a small
     * letter meets a capital one, before the last capital of several ({@code SAPOrders}), and where letters meet digits.
     */
    static List<String> of(String text) {
        String composed = ascii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        List<String> words = new ArrayList<>();
        int start = -1;
        int previous = 0;
        for (int at = 0; at < composed.length(); at += Character.charCount(previous)) {
            int current = composed.codePointAt(at);
            boolean part = part(current);
            if (start >= 0 && (!part || boundary(composed, at, previous, current))) {
                words.add(word(composed.substring(start, at)));
                start = -1;
            }
            if (part && start < 0) {
                start = at;
            }
            previous = current;
        }
        if (start >= 0) {
            words.add(word(composed.substring(start)));
        }
        return words;
    }

    private static boolean part(int letter) {
        return Character.isLetterOrDigit(letter) || mark(letter);
    }

    private static boolean mark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean boundary(String text, int at, int before, int after) {
        if (Character.isDigit(before) != Character.isDigit(after)) {
            return !mark(after);
        }
        if (!capital(after)) {
            return false;
        }
        return Character.isLowerCase(before) || (capital(before) && smallAt(text, at + 1) && smallAt(text, at + 2));
    }

    private static boolean capital(int letter) {
        return Character.isUpperCase(letter) && Character.toLowerCase(letter) != letter;
    }

    private static boolean smallAt(String text, int at) {
        return at < text.length() && Character.isLowerCase(text.charAt(at));
    }

    private static String word(String text) {
        return shortened(text.toLowerCase(Locale.ROOT), MAX_LENGTH);
    }

    private static String shortened(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** The ways in which a word is looked for: without accents, and with umlauts as two letters if it has any. */
    static List<String> spellings(String word) {
        if (ascii(word)) {
            return List.of(word);
        }
        String plain = plain(word);
        String digraphs = plain(digraphs(word));
        return digraphs.equals(plain) ? List.of(plain) : List.of(plain, digraphs);
    }

    private static boolean ascii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String digraphs(String word) {
        return word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    private static String plain(String word) {
        String single = word.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l");
        return Normalizer.normalize(single, Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A text as one word, in all spellings, however its words are set apart: {@code ORDER_ITEMS} is orderitems. */
    static Set<String> keys(String text) {
        return keys(of(text));
    }

    static Set<String> keys(List<String> words) {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        words.forEach(word -> {
            List<String> spellings = spellings(word);
            first.append(spellings.get(0));
            second.append(spellings.get(spellings.size() - 1));
        });
        if (first.length() == 0) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        keys.add(shortened(first.toString(), MAX_KEY_LENGTH));
        keys.add(shortened(second.toString(), MAX_KEY_LENGTH));
        return keys;
    }
}
