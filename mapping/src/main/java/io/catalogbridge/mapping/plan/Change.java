package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import java.util.List;

/**
 * One step of a plan: both sides, what differs, and what must hold for it.
 *
 * <p>The {@code baseline} of a change is what counts as last applied once the change has happened. It differs from {@code
 * after} in the fields that a person changed in Glue and that are left to them.
 */
public sealed interface Change {

    /** What the change is about: {@code glue:database}, {@code glue:database/table} or {@code glue-job:name}. */
    String subject();

    /** The database concerned; empty for jobs. */
    String database();

    List<Precondition> preconditions();

    /** Field by field; empty for creations and deletions of whole objects. */
    List<FieldDifference> differences();

    /** True if nothing changes but our own account of what was written, such as a database's digest. */
    default boolean bookkeeping() {
        return !differences().isEmpty() && differences().stream().allMatch(FieldDifference::bookkeeping);
    }

    <R> R match(Cases<R> cases);

    /** One branch for each kind of change. */
    interface Cases<R> {
        R createDatabase(CreateDatabase change);

        R updateDatabase(UpdateDatabase change);

        R createTable(CreateTable change);

        R updateTable(UpdateTable change);

        R deleteTable(DeleteTable change);

        R createJob(CreateJob change);

        R updateJob(UpdateJob change);

        R deleteJob(DeleteJob change);
    }

    record CreateDatabase(GlueDatabase after) implements Change {
        public CreateDatabase {
            after = after.bare();
        }

        @Override
        public String subject() {
            return "glue:" + after.name();
        }

        @Override
        public String database() {
            return after.name();
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.Absent());
        }

        @Override
        public List<FieldDifference> differences() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createDatabase(this);
        }
    }

    /** Comes after the changes of the database's tables if it brings a new digest. */
    record UpdateDatabase(
            GlueDatabase before, GlueDatabase after, GlueDatabase baseline, List<FieldDifference> differences)
            implements Change {
        public UpdateDatabase {
            before = before.bare();
            after = after.bare();
            baseline = baseline.bare();
            differences = List.copyOf(differences);
        }

        @Override
        public String subject() {
            return "glue:" + after.name();
        }

        @Override
        public String database() {
            return after.name();
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.Present());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateDatabase(this);
        }
    }

    record CreateTable(GlueTable after) implements Change {
        @Override
        public String subject() {
            return after.name().text();
        }

        @Override
        public String database() {
            return after.name().database();
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.Absent());
        }

        @Override
        public List<FieldDifference> differences() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createTable(this);
        }
    }

    record UpdateTable(
            GlueTable before,
            GlueTable after,
            GlueTable baseline,
            String versionId,
            List<FieldDifference> differences,
            List<Precondition> preconditions)
            implements Change {
        public UpdateTable {
            differences = List.copyOf(differences);
            preconditions = List.copyOf(preconditions);
        }

        @Override
        public String subject() {
            return after.name().text();
        }

        @Override
        public String database() {
            return after.name().database();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateTable(this);
        }
    }

    record DeleteTable(GlueTable before, String versionId, String owner) implements Change {
        @Override
        public String subject() {
            return before.name().text();
        }

        @Override
        public String database() {
            return before.name().database();
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.VersionIs(versionId), new Precondition.OwnedBy(owner));
        }

        @Override
        public List<FieldDifference> differences() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteTable(this);
        }
    }

    record CreateJob(GlueJob after) implements Change {
        @Override
        public String subject() {
            return "glue-job:" + after.name();
        }

        @Override
        public String database() {
            return "";
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.Absent());
        }

        @Override
        public List<FieldDifference> differences() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createJob(this);
        }
    }

    record UpdateJob(GlueJob before, GlueJob after, String owner, List<FieldDifference> differences) implements Change {
        public UpdateJob {
            differences = List.copyOf(differences);
        }

        @Override
        public String subject() {
            return "glue-job:" + after.name();
        }

        @Override
        public String database() {
            return "";
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.OwnedBy(owner));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateJob(this);
        }
    }

    record DeleteJob(GlueJob before, String owner) implements Change {
        @Override
        public String subject() {
            return "glue-job:" + before.name();
        }

        @Override
        public String database() {
            return "";
        }

        @Override
        public List<Precondition> preconditions() {
            return List.of(new Precondition.OwnedBy(owner));
        }

        @Override
        public List<FieldDifference> differences() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteJob(this);
        }
    }
}
