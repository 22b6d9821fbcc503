package io.catalogbridge.mapping.csn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of a service document by what they are about: {@code Type} or {@code Type/Property}. Terms go by their last
 * word in lower case, since the services spell neither the namespace nor the case of a term alike.
 */
final class CsdlAnnotations {

    private final Map<String, Map<String, XmlTree>> byTarget = new HashMap<>();

    /** Those in {@code Annotations} blocks; inline ones are asked for with the element that holds them. */
    CsdlAnnotations(List<XmlTree> schemas) {
        schemas.stream().flatMap(schema -> schema.children("Annotations")).forEach(this::add);
    }

    private void add(XmlTree block) {
        byTarget.computeIfAbsent(localTarget(block.attributeOrEmpty("Target")), target -> new HashMap<>())
                .putAll(terms(block));
    }

    private static String localTarget(String target) {
        int slash = target.indexOf('/');
        String type = slash < 0 ? target : target.substring(0, slash);
        String property = slash < 0 ? "" : target.substring(slash);
        return type.substring(type.lastIndexOf('.') + 1) + property;
    }

    private static Map<String, XmlTree> terms(XmlTree holder) {
        Map<String, XmlTree> terms = new HashMap<>();
        holder.children("Annotation")
                .forEach(annotation -> terms.putIfAbsent(lastWord(annotation.attributeOrEmpty("Term")), annotation));
        return terms;
    }

    private static String lastWord(String term) {
        return term.substring(term.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The annotations of an element, inline ones and those that target it from outside. */
    Terms about(String target, XmlTree element) {
        Map<String, XmlTree> terms = new HashMap<>(byTarget.getOrDefault(target, Map.of()));
        terms.putAll(terms(element));
        return new Terms(terms);
    }

    /** The annotations of one element by term. */
    record Terms(Map<String, XmlTree> byName) {

        @Nullable String text(String term) {
            XmlTree annotation = byName.get(term);
            return annotation == null ? null : value(annotation);
        }

        /** A term without a value is true. */
        boolean flag(String term) {
            XmlTree annotation = byName.get(term);
            return annotation != null && !"false".equals(annotation.attribute("Bool"));
        }

        List<String> flags(String prefix) {
            return byName.keySet().stream()
                    .filter(term -> term.startsWith(prefix) && flag(term))
                    .sorted()
                    .toList();
        }

        /** The records of a collection. */
        List<XmlTree> records(String term) {
            XmlTree annotation = byName.get(term);
            return annotation == null ? List.of() : recordsOf(annotation);
        }
    }

    static List<XmlTree> recordsOf(XmlTree holder) {
        return holder.children("Collection")
                .flatMap(collection -> collection.children("Record"))
                .toList();
    }

    /** The value of a record's property. */
    static @Nullable String property(XmlTree entry, String name) {
        return propertyOf(entry, name).map(CsdlAnnotations::value).findFirst().orElse(null);
    }

    static List<XmlTree> records(XmlTree entry, String name) {
        List<XmlTree> records = new ArrayList<>();
        propertyOf(entry, name).forEach(property -> records.addAll(recordsOf(property)));
        return records;
    }

    private static Stream<XmlTree> propertyOf(XmlTree entry, String name) {
        return entry.children("PropertyValue")
                .filter(property -> property.attributeOrEmpty("Property").equals(name));
    }

    private static @Nullable String value(XmlTree holder) {
        return Stream.of("String", "Path", "PropertyPath", "AnnotationPath", "EnumMember", "Bool", "Int")
                .map(holder::attribute)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }
}
