package io.catalogbridge.connectors.sandbox.aws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code SearchTables}: text split into words at punctuation, words compared as a whole; times compared by order. Reads every
 * table of the catalog, which is why nobody should synchronise with it.
 */
final class TableSearch {

    private static final int PAGE = 1000;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> TIMES = List.of("CreateTime", "UpdateTime", "LastAccessTime");
    private static final List<String> SEARCHED = List.of("Name", "DatabaseName", "Description", "Owner", "TableType");

    private final State state;

    TableSearch(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of("SearchTables", new GlueOperation(GlueShapes.SEARCH_TABLES, this::search));
    }

    private ObjectNode search(Request request) {
        Predicate<ObjectNode> wanted = text(request.optionalText("SearchText").orElse(""));
        for (ObjectNode filter : request.objects("Filters")) {
            wanted = wanted.and(filter(filter));
        }
        Order order = Order.of(request.objects("SortCriteria"));
        PageRequest wantedPage = request.page(PAGE);
        Page<ObjectNode> page = Page.of(
                order.after(wantedPage.last(), matches(request, wanted)),
                wantedPage.size(),
                table -> order.position(table).parts());
        ArrayNode tables = Json.array();
        page.items().forEach(tables::add);
        ObjectNode answer = Json.object();
        answer.set("TableList", tables);
        return page.addTokenTo(answer);
    }

    private List<ObjectNode> matches(Request request, Predicate<ObjectNode> wanted) {
        Key prefix = DatabaseAddress.allTables(request.catalog());
        List<Document> tables =
                state.read(view -> view.below(prefix).map(Map.Entry::getValue).toList());
        return tables.stream().map(Document::tree).filter(wanted).toList();
    }

    /** Text in quotes has to be there as it is; otherwise every word has to be there as a word. */
    private static Predicate<ObjectNode> text(String search) {
        if (search.length() > 2 && search.startsWith("\"") && search.endsWith("\"")) {
            String exact = search.substring(1, search.length() - 1).toLowerCase(Locale.ROOT);
            return table ->
                    texts(table).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(exact));
        }
        List<String> words = words(search).toList();
        return table -> texts(table).flatMap(TableSearch::words).toList().containsAll(words);
    }

    private static Predicate<ObjectNode> filter(ObjectNode filter) {
        String key = filter.path("Key").asString("");
        String value = filter.path("Value").asString("");
        if (TIMES.contains(key)) {
            return time(key, value, filter.path("Comparator").asString("EQUALS"));
        }
        return table ->
                words(property(table, key)).toList().containsAll(words(value).toList());
    }

    private static Predicate<ObjectNode> time(String key, String value, String comparator) {
        if (!value.matches("\\d{1,15}(\\.\\d+)?")) {
            throw AwsError.invalidInput("Filter value of " + key + " is not a time in seconds: " + value);
        }
        double wanted = Double.parseDouble(value);
        return table -> compares(Double.compare(table.path(key).asDouble(0), wanted), comparator);
    }

    private static boolean compares(int order, String comparator) {
        return switch (comparator) {
            case "GREATER_THAN" -> order > 0;
            case "GREATER_THAN_EQUALS" -> order >= 0;
            case "LESS_THAN" -> order < 0;
            case "LESS_THAN_EQUALS" -> order <= 0;
            default -> order == 0;
        };
    }

    private static String property(ObjectNode table, String key) {
        return table.path(key).asString(table.path("Parameters").path(key).asString(""));
    }

    private static Stream<String> texts(ObjectNode table) {
        Stream<String> own = SEARCHED.stream().map(member -> table.path(member).asString(""));
        Stream<String> parameters = table.path("Parameters").valueStream().map(JsonNode::asString);
        Stream<String> columns = table.path("StorageDescriptor")
                .path("Columns")
                .valueStream()
                .flatMap(column -> Stream.of(
                        column.path("Name").asString(""), column.path("Comment").asString("")));
        return Stream.of(own, parameters, columns).flatMap(texts -> texts);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(PUNCTUATION.split(text.toLowerCase(Locale.ROOT), 0))
                .filter(word -> !word.isEmpty());
    }

    /** The order of the answer; it is total, so a position stays good when the table that was there is gone. */
    private record Order(String field, Comparator<Key> positions) {

        static Order of(List<ObjectNode> criteria) {
            ObjectNode criterion = criteria.isEmpty() ? Json.object() : criteria.get(0);
            boolean descending = criterion.path("Sort").asString("ASC").equals("DESC");
            return new Order(
                    criterion.path("FieldName").asString("DatabaseName"),
                    descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        }

        Key position(ObjectNode table) {
            return Key.of(
                    table.path(field).asString(""),
                    table.path("DatabaseName").asString(),
                    table.path("Name").asString());
        }

        /** The tables behind a position, sorted; all when the position is empty. */
        Stream<ObjectNode> after(List<String> last, List<ObjectNode> tables) {
            Key position = new Key(last);
            return tables.stream()
                    .filter(table -> last.isEmpty() || positions.compare(position(table), position) > 0)
                    .sorted(Comparator.comparing(this::position, positions));
        }
    }
}
