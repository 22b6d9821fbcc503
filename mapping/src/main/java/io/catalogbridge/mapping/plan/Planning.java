package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;

/**
 * What planning gives.
 *
 * @param plan      what is to be done
 * @param confirmed what needs no call, but is to be recorded as last applied since our memory says something else or
 *                  nothing: tables, and databases. A database without parameters only holds tables that are confirmed; it is
 *                  not confirmed itself.
 */
public record Planning(Plan plan, GlueCatalog confirmed) {}
