package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.TableName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Glue should say, and where each thing went. Every asset of the snapshot is in {@code tables}, in {@code processes}
 * or the subject of a finding.
 *
 * @param catalog   the desired catalog; tables carry their fingerprint and databases their digest
 * @param findings  the snapshot's and those of the mapping, sorted
 * @param databases the database of each space, by technical name
 * @param tables    the table of each dataset
 * @param processes where each flow and task chain is described: {@code glue-job:NAME} or {@code
 *                  glue:DATABASE#PARAMETER}
 */
public record MappingResult(
        GlueCatalog catalog,
        List<Finding> findings,
        SortedMap<String, String> databases,
        SortedMap<AssetId, TableName> tables,
        SortedMap<AssetId, String> processes) {

    public MappingResult {
        findings = List.copyOf(findings);
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        processes = Collections.unmodifiableSortedMap(new TreeMap<>(processes));
    }
}
