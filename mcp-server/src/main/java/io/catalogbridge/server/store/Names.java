package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The identifiers of what is known, to complete what somebody began to type. Reads nothing but the index of identifiers. */
public final class Names {

    private final Jdbi jdbi;

    Names(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose identifiers. */
    public enum Scheme {
        DATASPHERE(AssetId.SCHEME),
        GLUE(TableName.SCHEME);

        private final String text;

        Scheme(String text) {
            this.text = text;
        }

        /** What the identifiers start with. */
        public String text() {
            return text;
        }
    }

    /**
     * Identifiers that match, the best first.
     *
     * @param ids   no more than were asked for
     * @param total how many match
     */
    public record Matches(List<String> ids, long total) {
        public Matches {
            ids = List.copyOf(ids);
        }
    }

    /** Spaces or databases whose name holds what was typed, in any case of letters from A to Z; beginnings first. */
    public Matches containers(String environment, Scheme scheme, String typed, int limit) {
        return matches(environment, scheme.text, "instr(id, '/') = 0", ":beginning", typed, limit);
    }

    /** Assets or tables, whatever holds them, the same way; only the name is compared. */
    public Matches members(String environment, Scheme scheme, String typed, int limit) {
        return matches(
                environment,
                scheme.text,
                "instr(id, '/') > 0",
                "substr(id, 1, instr(id, '/'))",
                spelt(scheme, typed),
                limit);
    }

    /** What this space or database holds, the same way. */
    public Matches members(String environment, Scheme scheme, String container, String typed, int limit) {
        return matches(environment, scheme.text + container + "/", "true", ":beginning", spelt(scheme, typed), limit);
    }

    /** A name as it stands in an identifier. */
    private static String spelt(Scheme scheme, String name) {
        if (name.isEmpty() || scheme == Scheme.GLUE) {
            return name;
        }
        String id = new AssetId("SPACE", name).text();
        return id.substring(id.indexOf('/') + 1);
    }

    /** Assets or tables by the whole identifier, the same way. */
    public Matches ids(String environment, Scheme scheme, String typed, int limit) {
        return matches(environment, scheme.text, "instr(id, '/') > 0", "''", typed, limit);
    }

    /**
     * @param beginning of all identifiers looked at
     * @param which     condition on an identifier
     * @param skipped   the part of an identifier that is not compared
     */
    private Matches matches(
            String environment, String beginning, String which, String skipped, String typed, int limit) {
        String sql = """
                select id, count(*) over () as total from (
                    select id, instr(lower(substr(id, 1 + length(%s))), lower(:typed)) as place from entry
                    where environment = :environment and id >= :beginning and id < :end and %s)
                where place > 0 order by place > 1, id limit :limit""".formatted(skipped, which);
        return jdbi.withHandle(handle -> {
            long[] total = new long[1];
            var query = handle.createQuery(sql);
            query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            List<String> ids = query.bind("environment", environment)
                    .bind("beginning", beginning)
                    .bind("end", beginning + Character.toString(Character.MAX_CODE_POINT))
                    .bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> {
                        total[0] = row.getLong("total");
                        return row.getString("id");
                    })
                    .list();
            return new Matches(ids, total[0]);
        });
    }
}
