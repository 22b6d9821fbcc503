package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.Outcome.Conflict;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Precondition;
import java.util.Optional;

/**
 * What must hold for a change, held against a reading. Links to objects elsewhere are never touched, whatever the plan
 * says.
 */
record Preconditions(GlueReading reading) {

    /** Why the change must not be made; empty if nothing stands against it. */
    Optional<Conflict> violated(Change change) {
        Found found = change.match(new Lookup());
        if (found.link()) {
            return conflict(change, "is a link to an object elsewhere");
        }
        return change.preconditions().stream()
                .flatMap(precondition -> violated(change, precondition, found).stream())
                .findFirst();
    }

    private Optional<Conflict> violated(Change change, Precondition precondition, Found found) {
        if (precondition instanceof Precondition.Absent) {
            return found.present() ? conflict(change, "exists already") : Optional.empty();
        }
        if (precondition instanceof Precondition.Present) {
            // a plan may update what it creates itself, after this reading; Glue refuses to update what is not there
            return Optional.empty();
        }
        if (!found.present()) {
            return conflict(change, "is gone");
        }
        if (precondition instanceof Precondition.VersionIs version) {
            return same(change, "has version", found.version(), version.versionId());
        }
        if (precondition instanceof Precondition.OwnedBy owner) {
            return same(change, "is owned by", found.owner().orElse("nobody we know"), owner.owner());
        }
        return Optional.empty();
    }

    private static Optional<Conflict> same(Change change, String verb, String found, String planned) {
        return found.equals(planned)
                ? Optional.empty()
                : conflict(change, verb + " " + found + ", not " + planned + " as planned");
    }

    private static Optional<Conflict> conflict(Change change, String fact) {
        return Optional.of(new Conflict(change.subject() + " " + fact));
    }

    /** What the reading says about the object of a change. */
    private record Found(boolean present, boolean link, String version, Optional<String> owner) {

        static final Found NOTHING = new Found(false, false, "", Optional.empty());
    }

    /** Finds the object that a change is about. */
    private final class Lookup implements Change.Cases<Found> {

        @Override
        public Found createDatabase(Change.CreateDatabase change) {
            return database(change.database());
        }

        @Override
        public Found updateDatabase(Change.UpdateDatabase change) {
            return database(change.database());
        }

        @Override
        public Found createTable(Change.CreateTable change) {
            return table(change.after().name());
        }

        @Override
        public Found updateTable(Change.UpdateTable change) {
            return table(change.after().name());
        }

        @Override
        public Found deleteTable(Change.DeleteTable change) {
            return table(change.before().name());
        }

        @Override
        public Found createJob(Change.CreateJob change) {
            return job(change.after().name());
        }

        @Override
        public Found updateJob(Change.UpdateJob change) {
            return job(change.after().name());
        }

        @Override
        public Found deleteJob(Change.DeleteJob change) {
            return job(change.before().name());
        }

        private Found database(String name) {
            return reading.database(name)
                    .map(GlueConverter::fromDatabase)
                    .map(database -> new Found(true, isLink(name), "", database.owner()))
                    .orElse(Found.NOTHING);
        }

        /** A table behind a linked database belongs to whoever owns that database. */
        private Found table(TableName name) {
            boolean linked = isLink(name.database());
            return reading.table(name)
                    .map(table -> new Found(
                            true,
                            linked || table.facts().resourceLink(),
                            table.facts().versionId(),
                            table.managed().owner()))
                    .orElse(new Found(false, linked, "", Optional.empty()));
        }

        private Found job(String name) {
            return reading.job(name)
                    .map(GlueConverter::fromJob)
                    .map(job -> new Found(true, false, "", owner(job)))
                    .orElse(Found.NOTHING);
        }

        private static Optional<String> owner(GlueJob job) {
            return Optional.ofNullable(job.arguments().get(GlueJob.OWNER_ARGUMENT));
        }

        private boolean isLink(String database) {
            return reading.database(database)
                    .filter(read -> read.targetDatabase() != null)
                    .isPresent();
        }
    }
}
