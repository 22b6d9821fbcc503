package io.catalogbridge.server.doctor;

import io.catalogbridge.server.config.EnvironmentConfig;
import io.catalogbridge.server.config.SourceConfig;
import io.catalogbridge.server.config.TargetConfig;

/** An environment in one line, addresses only. */
final class ConfigText {

    private ConfigText() {}

    static String of(EnvironmentConfig config) {
        return "Environment " + config.name() + " reads " + source(config.source()) + " and writes "
                + target(config.target()) + (config.sync().readOnly() ? ", but is read-only" : "");
    }

    private static String source(SourceConfig source) {
        if (source instanceof SourceConfig.Tenant tenant) {
            return tenant.url();
        }
        return source instanceof SourceConfig.Exports exports ? "the folder " + exports.folder() : "the sandbox";
    }

    private static String target(TargetConfig target) {
        return target instanceof TargetConfig.Glue glue
                ? "Glue in " + glue.region()
                        + glue.endpoint().map(uri -> " at " + uri).orElse("")
                : "the sandbox";
    }
}
