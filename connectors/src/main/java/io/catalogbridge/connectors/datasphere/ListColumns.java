package io.catalogbridge.connectors.datasphere;

import java.util.Optional;
import okhttp3.HttpUrl;

/** How much to ask of a list: an unknown column fails the whole call, and older tenants know fewer. */
enum ListColumns {
    ALL("technicalName,businessName,type,semanticUsage,status,createdOn,changedOn,deployedOn,createdBy,changedBy"),
    WITHOUT_TYPE("technicalName,businessName,semanticUsage,status,createdOn,changedOn,deployedOn,createdBy,changedBy"),
    WITHOUT_PEOPLE("technicalName,businessName,status,createdOn,changedOn,deployedOn"),
    UNASKED("");

    private final String select;

    ListColumns(String select) {
        this.select = select;
    }

    void addTo(HttpUrl.Builder url) {
        if (!select.isEmpty()) {
            url.addQueryParameter("select", select);
        }
    }

    /** The next smaller set; empty after the last. */
    Optional<ListColumns> fewer() {
        return switch (this) {
            case ALL -> Optional.of(WITHOUT_TYPE);
            case WITHOUT_TYPE -> Optional.of(WITHOUT_PEOPLE);
            case WITHOUT_PEOPLE -> Optional.of(UNASKED);
            case UNASKED -> Optional.empty();
        };
    }
}
