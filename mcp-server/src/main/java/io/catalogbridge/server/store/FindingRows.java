package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Findings as rows of one environment. */
record FindingRows(Handle handle, String environment) {

    static final RowMapper<Finding> FINDING = (row, context) -> new Finding(
            Finding.Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
            row.getString("code"),
            row.getString("subject"),
            row.getString("message"),
            row.getString("remedy"));

    /** Writes what differs. */
    void replace(Collection<Finding> findings) {
        Map<Finding, Long> present = present();
        Set<Finding> wanted = new HashSet<>(findings);
        Rows.delete(
                handle,
                "finding",
                present.entrySet().stream()
                        .filter(each -> !wanted.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
        wanted.removeAll(present.keySet());
        insert(wanted);
    }

    private Map<Finding, Long> present() {
        Map<Finding, Long> present = new HashMap<>();
        handle.createQuery("select rowid, * from finding where environment = :environment")
                .bind("environment", environment)
                .map((row, context) -> Map.entry(FINDING.map(row, context), row.getLong("rowid")))
                .forEach(each -> present.put(each.getKey(), each.getValue()));
        return present;
    }

    private void insert(Collection<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into finding (environment, severity, code, subject, message, remedy)
                values (:environment, :severity, :code, :subject, :message, :remedy)""")) {
            findings.forEach(finding -> batch.bind("environment", environment)
                    .bind("severity", finding.severity().label())
                    .bind("code", finding.code())
                    .bind("subject", finding.subject())
                    .bind("message", finding.message())
                    .bind("remedy", finding.remedy())
                    .add());
            batch.execute();
        }
    }
}
