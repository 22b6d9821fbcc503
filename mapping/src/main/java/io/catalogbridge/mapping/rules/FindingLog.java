package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Collects findings of one mapping. Not safe for use by several threads. */
final class FindingLog {

    private final List<Finding> findings;

    FindingLog(List<Finding> before) {
        this.findings = new ArrayList<>(before);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** One finding for each original that could not have its plain name. */
    void collisions(NameRules.Names names, UnaryOperator<String> subject) {
        names.suffixed()
                .forEach((original, plain) -> add(Finding.warning(
                        "name-collision",
                        subject.apply(original),
                        "the name '" + plain + "' is taken by another; this one is called '" + names.of(original) + "'",
                        "Rename one of the two if the name matters.")));
    }

    /** One finding for each parameter that does not hold everything it should. */
    void cuts(Parameters parameters, Supplier<String> subject) {
        parameters
                .cut()
                .forEach(key -> add(Finding.warning(
                        "text-cut",
                        subject.get(),
                        "the parameter " + key + " is cut: Glue takes at most " + TextRules.VALUE_BYTES + " bytes",
                        "The whole text is in Datasphere.")));
    }

    List<Finding> sorted() {
        return findings.stream().distinct().sorted().toList();
    }
}
