package io.catalogbridge.mapping.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a scenario: plain words, at most one quoted text, and {@code key=value} pairs; {@code \n} is a line feed, {@code \q} a quote. */
record Words(List<String> plain, String text, Map<String, String> values) {

    private static final Pattern WORD = Pattern.compile("(?:(\\S+)=)?(?:\"([^\"]*)\"|([^\\s\"=]+))");

    static Words of(String line) {
        List<String> plain = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Map<String, String> values = new TreeMap<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String content = Optional.ofNullable(matcher.group(2))
                    .map(quoted ->
                            quoted.replace("\\n", "\n").replace("\\e", "\u001B").replace("\\q", "\""))
                    .orElseGet(() -> matcher.group(3));
            if (matcher.group(1) != null) {
                values.put(matcher.group(1), content);
            } else if (matcher.group(2) != null) {
                text.append(content);
            } else {
                plain.add(content);
            }
        }
        return new Words(plain, text.toString(), values);
    }

    boolean has(String word) {
        return plain.contains(word);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
