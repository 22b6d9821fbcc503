package io.catalogbridge.server.tools;

import java.util.List;
import java.util.Map;

/** The shape of what {@code plan_sync} answers. */
final class PlanSchema {

    static final Map<String, Object> OUTPUT = Schemas.object(
            List.of(
                    "planId",
                    "digest",
                    "environment",
                    "complete",
                    "summary",
                    "deletes",
                    "calls",
                    "findings",
                    "conflicts",
                    "gaps",
                    "skipped",
                    "changes",
                    "truncated",
                    "next"),
            Schemas.text("planId", ""),
            Schemas.text("digest", ""),
            Schemas.text("environment", ""),
            Schemas.count("rulesVersion"),
            Schemas.flag("complete", "false if part of the tenant could not be read; nothing is deleted then"),
            Schemas.counts("summary", "objects by what happens to them"),
            Schemas.count("deletes"),
            Schemas.object(
                    "calls",
                    Schemas.object(
                            List.of("source", "target"),
                            Schemas.counts("source", "made by discovery"),
                            Schemas.counts("target", "that applying takes"))),
            Schemas.counts("findings", "by severity"),
            Schemas.list(
                    "conflicts",
                    Schemas.object(
                            List.of("id", "subject", "field", "reason"),
                            Schemas.text("id", "for resolve_conflict"),
                            Schemas.text("subject", ""),
                            Schemas.text("field", "empty for the whole object"),
                            Schemas.text("current", ""),
                            Schemas.text("desired", ""),
                            Schemas.text("reason", ""))),
            Schemas.list("gaps", GetSyncStatus.gap()),
            Schemas.list(
                    "skipped",
                    Schemas.object(
                            List.of("subject", "reason", "message", "decision"),
                            Schemas.text("subject", ""),
                            Schemas.text("reason", ""),
                            Schemas.text("message", ""),
                            Schemas.flag("decision", "true if a person should decide first"))),
            Schemas.list(
                    "changes",
                    Schemas.object(
                            List.of("action", "kind", "subject"),
                            Schemas.text("action", "create, update or delete"),
                            Schemas.text("kind", "database, table or job"),
                            Schemas.text("subject", ""),
                            Schemas.texts("fields", ""))),
            Schemas.flag("truncated", "true if a list shows less than the plan holds"),
            Schemas.text("next", ""));

    private PlanSchema() {}
}
