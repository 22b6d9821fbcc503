package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Finding.Severity;

/** A finding about an object whose identity is not settled yet. */
record Remark(Severity severity, String code, String message, String remedy) {

    static Remark info(String code, String message) {
        return new Remark(Severity.INFO, code, message, "");
    }

    static Remark warning(String code, String message, String remedy) {
        return new Remark(Severity.WARNING, code, message, remedy);
    }

    Finding about(AssetId id) {
        return new Finding(severity, code, id.text(), message, remedy);
    }
}
