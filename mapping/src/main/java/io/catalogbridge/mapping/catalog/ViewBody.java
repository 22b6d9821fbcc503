package io.catalogbridge.mapping.catalog;

/** How a view is defined; the text is kept so that it can be shown, not executed. */
public sealed interface ViewBody {

    String text();

    /** A query tree, as compact JSON in CQN. */
    record Graphical(String text) implements ViewBody {}

    /** SQL written by a person, with a query tree derived by the tenant. */
    record Sql(String text) implements ViewBody {}

    /** SQL for which the definition holds no query tree: it deploys, but returns no rows. */
    record SqlWithoutQuery(String text) implements ViewBody {}

    /** The definition could not be read; what is known of the view comes from its service metadata. */
    record Unread() implements ViewBody {
        @Override
        public String text() {
            return "";
        }
    }
}
