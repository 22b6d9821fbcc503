package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.csn.Draft.Content;
import io.catalogbridge.mapping.csn.Draft.DraftShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Assets that are known without a definition: from service metadata, or from a list alone. */
final class Services {

    private Services() {}

    static List<ServiceEntity> both(List<ServiceEntity> some, List<ServiceEntity> more) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .sorted(ServiceEntity.RICHEST_FIRST)
                .toList();
    }

    /** What the service tells of an asset whose definition was not read: its columns, not where they come from. */
    static Draft draft(AssetId id, ServiceEntity entity, ObjectFacts facts) {
        return new Draft(
                id.space(),
                id.name(),
                Draft.Standing.SERVED,
                new BusinessContext(entity.label(), null, SemanticUsage.UNKNOWN, List.of()),
                true,
                new DraftShape(
                        entity.columns(), Map.of(), List.of(), entity.hierarchies(), entity.parameters(), List.of()),
                content(entity, facts),
                List.of(Remark.warning(
                        "definition-unread",
                        "The definition was not read; columns come from the service metadata, sources are unknown.",
                        "Give the technical user access to the definition.")));
    }

    private static Content content(ServiceEntity entity, ObjectFacts facts) {
        if (facts.kind() == AssetKind.LOCAL_TABLE) {
            return new Draft.Table(new TableOrigin.Managed());
        }
        boolean model = facts.kind() == AssetKind.ANALYTIC_MODEL
                || (facts.kind() == null
                        && entity.analytical()
                        && !facts.exposure().relational());
        return model ? new Draft.Model("", List.of()) : new Draft.Query(new ViewBody.Unread(), List.of());
    }

    static boolean unmapped(ObjectFacts facts) {
        return facts.kind() == AssetKind.OTHER || (facts.kind() == null && facts.type() != null);
    }

    static OtherObject unmapped(AssetId id, ObjectFacts facts) {
        AssetHead head = new AssetHead(
                id,
                new BusinessContext(Prose.clean(facts.label()), null, Usages.of(facts.semanticUsage()), List.of()),
                facts.lifecycle(),
                facts.exposure());
        return new OtherObject(head, facts.type() == null ? "" : facts.type());
    }
}
