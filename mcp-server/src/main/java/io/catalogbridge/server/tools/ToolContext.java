package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.sync.SyncEngine;
import java.util.function.Supplier;

/**
 * What tools work with.
 *
 * @param environment name of the environment
 * @param engine      opened when a tool first plans or runs
 * @param writable    whether the environment may be written to
 * @param approval    whether a person must apply plans
 */
public record ToolContext(
        String environment, Store store, Supplier<SyncEngine> engine, boolean writable, boolean approval) {}
