package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers of the tenant, kept per object with the mark of their state, so that an unchanged object is not read again. */
final class Definitions implements DefinitionCache {

    private final Jdbi jdbi;
    private final String environment;

    Definitions(Jdbi jdbi, String environment) {
        this.jdbi = jdbi;
        this.environment = environment;
    }

    @Override
    public Optional<CachedDefinition> find(AssetId asset, String changeMark) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select content from definition where environment = :environment and id = :id and mark = :mark")
                .bind("environment", environment)
                .bind("id", asset.text())
                .bind("mark", changeMark)
                .mapTo(byte[].class)
                .findOne()
                .map(content -> StoreJson.MAPPER.readValue(Compact.bytes(content), CachedDefinition.class)));
    }

    @Override
    public void keep(AssetId asset, String changeMark, CachedDefinition definition) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into definition (environment, id, mark, content) values (:environment, :id, :mark, :content)
                        on conflict (environment, id) do update set mark = excluded.mark, content = excluded.content""")
                .bind("environment", environment)
                .bind("id", asset.text())
                .bind("mark", changeMark)
                .bind("content", StoreJson.pack(definition))
                .execute());
    }
}
