package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Change.CreateDatabase;
import io.catalogbridge.mapping.plan.Change.CreateJob;
import io.catalogbridge.mapping.plan.Change.CreateTable;
import io.catalogbridge.mapping.plan.Change.DeleteJob;
import io.catalogbridge.mapping.plan.Change.DeleteTable;
import io.catalogbridge.mapping.plan.Change.UpdateDatabase;
import io.catalogbridge.mapping.plan.Change.UpdateJob;
import io.catalogbridge.mapping.plan.Change.UpdateTable;
import org.jdbi.v3.core.Handle;

/** Writes what counts as last applied once a change has happened. Jobs follow the source and need no memory. */
record BaselineWriter(Handle handle, String environment) implements Change.Cases<Boolean> {

    @Override
    public Boolean createDatabase(CreateDatabase change) {
        return put(change, change.after());
    }

    @Override
    public Boolean updateDatabase(UpdateDatabase change) {
        return put(change, change.baseline());
    }

    @Override
    public Boolean createTable(CreateTable change) {
        return put(change, change.after());
    }

    @Override
    public Boolean updateTable(UpdateTable change) {
        return put(change, change.baseline());
    }

    @Override
    public Boolean deleteTable(DeleteTable change) {
        Baselines.remove(handle, environment, change.before().name());
        return true;
    }

    @Override
    public Boolean createJob(CreateJob change) {
        return false;
    }

    @Override
    public Boolean updateJob(UpdateJob change) {
        return false;
    }

    @Override
    public Boolean deleteJob(DeleteJob change) {
        return false;
    }

    private boolean put(Change change, Object baseline) {
        Baselines.put(handle, environment, change.subject(), baseline);
        return true;
    }
}
