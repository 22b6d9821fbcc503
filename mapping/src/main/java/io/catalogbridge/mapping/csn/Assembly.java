package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.csn.Draft.DraftTransfer;
import io.catalogbridge.mapping.csn.Draft.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns drafts into assets: names resolved, types followed, service metadata compared. Used once, by one thread. */
final class Assembly {

    private static final String CHANGES_TO_DEPLOY = "ChangesToDeploy";
    private static final int SHOWN_COLUMNS = 10;

    private final Definitions definitions;
    private final Map<AssetId, ObjectFacts> facts;
    private final Map<AssetId, List<ServiceEntity>> services;
    private final ColumnTypes types;
    private final ColumnInheritance inheritance;
    private final List<Finding> findings = new ArrayList<>();

    Assembly(Definitions definitions, Map<AssetId, ObjectFacts> facts, Map<AssetId, List<ServiceEntity>> services) {
        this.definitions = definitions;
        this.facts = facts;
        this.services = services;
        types = new ColumnTypes(definitions, this::servedType);
        inheritance = new ColumnInheritance(definitions, types);
    }

    private Optional<DataType> servedType(AssetId id, String column) {
        return services.getOrDefault(id, List.of()).stream()
                .flatMap(entity -> entity.column(column).stream())
                .map(Column::type)
                .findFirst();
    }

    List<Finding> findings() {
        return findings;
    }

    List<Asset> assets() {
        findings.addAll(definitions.contradictions());
        List<Asset> assets = new ArrayList<>();
        definitions.own().forEach((id, draft) -> assets.add(asset(id, draft)));
        return assets;
    }

    private Asset asset(AssetId id, Draft draft) {
        draft.remarks().forEach(remark -> findings.add(remark.about(id)));
        ObjectFacts known = facts.getOrDefault(id, ObjectFacts.NONE);
        AssetHead head = head(id, draft, known);
        if (draft.content() instanceof Draft.FlowContent flow) {
            return flow(head, draft, flow);
        }
        if (draft.content() instanceof Draft.ChainContent chain) {
            return chain(head, draft, chain);
        }
        return draft.content() instanceof Draft.Existence existence
                ? new OtherObject(head, known.type() == null ? existence.type() : known.type())
                : dataset(head, draft);
    }

    private AssetHead head(AssetId id, Draft draft, ObjectFacts known) {
        BusinessContext business = draft.business();
        SemanticUsage listed = Usages.of(known.semanticUsage());
        boolean parameters = !draft.shape().parameters().isEmpty();
        return new AssetHead(
                id,
                new BusinessContext(
                        business.label() != null ? business.label() : label(id, known),
                        business.description(),
                        listed == SemanticUsage.UNKNOWN ? business.usage() : listed,
                        business.accessControls()),
                known.lifecycle(),
                ObjectFacts.either(known.exposure(), new Exposure(draft.external(), false, false, parameters)));
    }

    private @Nullable String label(AssetId id, ObjectFacts known) {
        String listed = Prose.clean(known.label());
        return listed != null
                ? listed
                : services.getOrDefault(id, List.of()).stream()
                        .map(ServiceEntity::label)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElse(null);
    }

    private Dataset dataset(AssetHead head, Draft draft) {
        Shape shape = reconciled(head, shape(head.id(), draft));
        if (draft.content() instanceof Draft.Remote remote) {
            return new Dataset.RemoteTable(head, shape, remote.object());
        }
        if (draft.content() instanceof Draft.Query query) {
            return new Dataset.View(head, shape, query.body(), references(head.id(), draft, query.sources()));
        }
        if (draft.content() instanceof Draft.Model model) {
            return new Dataset.AnalyticModel(
                    head, shape, model.businessLayer(), references(head.id(), draft, model.sources()));
        }
        return new Dataset.LocalTable(head, shape, ((Draft.Table) draft.content()).origin());
    }

    private List<ObjectRef> references(AssetId user, Draft draft, List<String> sources) {
        return sources.stream()
                .map(name -> definitions.resolve(draft.space(), name))
                .flatMap(Optional::stream)
                .map(definitions::visible)
                .filter(source -> !source.equals(user))
                .<ObjectRef>map(source -> source)
                .distinct()
                .toList();
    }

    private Shape shape(AssetId id, Draft draft) {
        List<Column> columns = draft.content() instanceof Draft.Model
                ? inheritance.complete(draft)
                : draft.shape().columns();
        return new Shape(
                columns.stream().map(column -> typed(id, column)).toList(),
                associations(draft),
                draft.shape().hierarchies(),
                parameters(draft),
                draft.shape().keySequence());
    }

    private Column typed(AssetId id, Column column) {
        return column.type().equals(ElementReader.UNTYPED) ? column.withType(types.typeOf(id, column.name())) : column;
    }

    private List<Association> associations(Draft draft) {
        return draft.shape().associations().stream()
                .flatMap(association -> definitions.resolve(draft.space(), association.target()).stream()
                        .map(definitions::visible)
                        .map(target -> new Association(association.name(), target, association.on())))
                .toList();
    }

    private static List<Parameter> parameters(Draft draft) {
        return draft.shape().parameters().stream()
                .map(parameter -> parameter.type().equals(ElementReader.UNTYPED)
                        ? new Parameter(
                                parameter.name(),
                                new DataType.Unresolved("the definition states no type for this parameter"),
                                parameter.label(),
                                parameter.defaultValue())
                        : parameter)
                .toList();
    }

    private Shape reconciled(AssetHead head, Shape shape) {
        boolean changesToDeploy =
                CHANGES_TO_DEPLOY.equalsIgnoreCase(head.lifecycle().status());
        Shape current = shape;
        for (ServiceEntity entity : services.getOrDefault(head.id(), List.of())) {
            Reconciliation.Reconciled next = Reconciliation.of(head.id(), current, entity, changesToDeploy);
            findings.addAll(next.findings());
            current = next.shape();
        }
        reportUnresolved(head.id(), current);
        return current;
    }

    /** One finding for each reason, naming the columns. */
    private void reportUnresolved(AssetId id, Shape shape) {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Column column : shape.columns()) {
            if (column.type() instanceof DataType.Unresolved unresolved) {
                byReason.computeIfAbsent(unresolved.reason(), reason -> new ArrayList<>())
                        .add(column.name());
            }
        }
        byReason.forEach((reason, columns) -> findings.add(Finding.warning(
                "type-unresolved",
                id.text(),
                "No type could be found for " + named(columns) + ": " + reason + ".",
                "Make the source readable for the technical user, or expose the object for consumption.")));
    }

    private static String named(List<String> columns) {
        String some = String.join(
                ", ",
                columns.stream()
                        .limit(SHOWN_COLUMNS)
                        .map(name -> "'" + name + "'")
                        .toList());
        return columns.size() > SHOWN_COLUMNS ? some + " and " + (columns.size() - SHOWN_COLUMNS) + " more" : some;
    }

    private Asset flow(AssetHead head, Draft draft, Draft.FlowContent flow) {
        return new DataProcess.Flow(
                head,
                flow.kind(),
                flow.transfers().stream()
                        .map(transfer -> transfer(draft, transfer))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<DataProcess.Transfer> transfer(Draft draft, DraftTransfer transfer) {
        List<ObjectRef> from = transfer.from().stream()
                .map(place -> place(draft, place))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return place(draft, transfer.to())
                .map(to ->
                        new DataProcess.Transfer(from, to, transfer.mode(), transfer.columns(), transfer.resolved()));
    }

    private Optional<ObjectRef> place(Draft draft, Place place) {
        return place instanceof Place.Outside outside
                ? Optional.of(outside.object())
                : definitions
                        .resolve(draft.space(), ((Place.Inside) place).name())
                        .map(definitions::visible)
                        .map(id -> id);
    }

    private Asset chain(AssetHead head, Draft draft, Draft.ChainContent chain) {
        return new DataProcess.TaskChain(
                head,
                chain.tasks().stream()
                        .map(task -> new DataProcess.Task(
                                task.node(),
                                task.application(),
                                task.activity(),
                                object(draft, task).orElse(null)))
                        .toList(),
                chain.links());
    }

    private Optional<AssetId> object(Draft draft, Draft.DraftTask task) {
        String space = task.space() == null ? draft.space() : task.space();
        return task.object() == null ? Optional.empty() : definitions.resolve(space, task.object());
    }
}
