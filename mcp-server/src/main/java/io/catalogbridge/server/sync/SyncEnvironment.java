package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.server.rules.RulesInForce;
import io.catalogbridge.server.store.Store;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the engine works with. Source and target are asked for when they are needed: applying reads no source.
 *
 * @param name             name of the environment
 * @param rules            how assets become Glue objects; asked for once for each plan
 * @param policy           what a plan may contain
 * @param verifyAfterApply whether touched databases are read again after applying
 * @param readOnly         whether applying is refused
 */
public record SyncEnvironment(
        String name,
        Supplier<CatalogSource> source,
        Supplier<CatalogTarget> target,
        Store store,
        Supplier<RulesInForce> rules,
        PlanPolicy policy,
        boolean verifyAfterApply,
        boolean readOnly,
        Clock clock) {}
