package io.catalogbridge.mapping.plan;

/** The kinds of change, in the order in which a plan holds them. */
public enum ChangeKind {
    CREATE_DATABASE(Action.CREATE, "database", "CreateDatabase"),
    CREATE_JOB(Action.CREATE, "job", "CreateJob"),
    UPDATE_JOB(Action.UPDATE, "job", "UpdateJob"),
    DELETE_JOB(Action.DELETE, "job", "DeleteJob"),
    CREATE_TABLE(Action.CREATE, "table", "CreateTable"),
    UPDATE_TABLE(Action.UPDATE, "table", "UpdateTable"),
    DELETE_TABLE(Action.DELETE, "table", "BatchDeleteTable"),
    UPDATE_DATABASE(Action.UPDATE, "database", "UpdateDatabase");

    /** What a change does to its object. */
    public enum Action {
        CREATE("create", '+'),
        UPDATE("update", '~'),
        DELETE("delete", '-');

        private final String label;
        private final char sign;

        Action(String label, char sign) {
            this.label = label;
            this.sign = sign;
        }

        public String label() {
            return label;
        }

        /** How plans for people show it. */
        public char sign() {
            return sign;
        }
    }

    private static final Change.Cases<ChangeKind> KINDS = new Kinds();

    private final Action action;
    private final String object;
    private final String operation;

    ChangeKind(Action action, String object, String operation) {
        this.action = action;
        this.object = object;
        this.operation = operation;
    }

    public static ChangeKind of(Change change) {
        return change.match(KINDS);
    }

    public Action action() {
        return action;
    }

    /** {@code database}, {@code table} or {@code job}. */
    public String object() {
        return object;
    }

    /** The Glue operation that carries it out. */
    public String operation() {
        return operation;
    }

    public boolean concernsTable() {
        return object.equals("table");
    }

    private static final class Kinds implements Change.Cases<ChangeKind> {
        @Override
        public ChangeKind createDatabase(Change.CreateDatabase change) {
            return CREATE_DATABASE;
        }

        @Override
        public ChangeKind updateDatabase(Change.UpdateDatabase change) {
            return UPDATE_DATABASE;
        }

        @Override
        public ChangeKind createTable(Change.CreateTable change) {
            return CREATE_TABLE;
        }

        @Override
        public ChangeKind updateTable(Change.UpdateTable change) {
            return UPDATE_TABLE;
        }

        @Override
        public ChangeKind deleteTable(Change.DeleteTable change) {
            return DELETE_TABLE;
        }

        @Override
        public ChangeKind createJob(Change.CreateJob change) {
            return CREATE_JOB;
        }

        @Override
        public ChangeKind updateJob(Change.UpdateJob change) {
            return UPDATE_JOB;
        }

        @Override
        public ChangeKind deleteJob(Change.DeleteJob change) {
            return DELETE_JOB;
        }
    }
}
