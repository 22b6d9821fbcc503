package io.catalogbridge.mapping.catalog;

import java.util.List;

/** An asset with columns. */
public sealed interface Dataset extends Asset {

    /** Columns and what is said about them as a whole. */
    Shape shape();

    /** The same asset with other columns. */
    Dataset withShape(Shape shape);

    default List<Column> columns() {
        return shape().columns();
    }

    /** A table whose data lives in the space. */
    record LocalTable(AssetHead head, Shape shape, TableOrigin origin) implements Dataset {
        @Override
        public AssetKind kind() {
            return AssetKind.LOCAL_TABLE;
        }

        @Override
        public List<ObjectRef> sources() {
            return List.of();
        }

        @Override
        public LocalTable withShape(Shape other) {
            return new LocalTable(head, other, origin);
        }
    }

    /** A table that is a window on another system. */
    record RemoteTable(AssetHead head, Shape shape, ExternalObject remote) implements Dataset {
        @Override
        public AssetKind kind() {
            return AssetKind.REMOTE_TABLE;
        }

        @Override
        public List<ObjectRef> sources() {
            return List.of(remote);
        }

        @Override
        public RemoteTable withShape(Shape other) {
            return new RemoteTable(head, other, remote);
        }
    }

    /** A graphical or SQL view. */
    record View(AssetHead head, Shape shape, ViewBody body, List<ObjectRef> sources) implements Dataset {
        public View {
            sources = List.copyOf(sources);
        }

        @Override
        public AssetKind kind() {
            return AssetKind.VIEW;
        }

        @Override
        public View withShape(Shape other) {
            return new View(head, other, body, sources);
        }
    }

    /**
     * A multidimensional model over facts and dimensions.
     *
     * @param businessLayer version of the business layer, such as {@code 1.7.1}; empty if not stated
     */
    record AnalyticModel(AssetHead head, Shape shape, String businessLayer, List<ObjectRef> sources)
            implements Dataset {
        public AnalyticModel {
            sources = List.copyOf(sources);
        }

        @Override
        public AssetKind kind() {
            return AssetKind.ANALYTIC_MODEL;
        }

        @Override
        public AnalyticModel withShape(Shape other) {
            return new AnalyticModel(head, other, businessLayer, sources);
        }
    }
}
