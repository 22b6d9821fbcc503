package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.doctor.Doctor;
import io.catalogbridge.server.prompts.PromptSet;
import io.catalogbridge.server.protocol.CallLimits;
import io.catalogbridge.server.protocol.Protocol;
import io.catalogbridge.server.protocol.RequestObserver;
import io.catalogbridge.server.protocol.StdioServer;
import io.catalogbridge.server.protocol.http.Authenticator;
import io.catalogbridge.server.protocol.http.HttpServer;
import io.catalogbridge.server.protocol.http.HttpSettings;
import io.catalogbridge.server.protocol.http.RequestMeters;
import io.catalogbridge.server.resources.ResourceSet;
import io.catalogbridge.server.surface.ServerDescription;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.tools.ToolContext;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.catalogbridge.server.tools.ToolSet;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves AI assistants over the Model Context Protocol.",
            "On standard input and output until the input ends, or over HTTP until it is stopped. The log goes to standard",
            "error and to a file in the data folder."
        })
final class ServeCommand extends BridgeCommand {

    @Mixin
    HttpOptions http = new HttpOptions();

    @Mixin
    ToolOptions tools = new ToolOptions();

    @Override
    int run(Bridge bridge, Console console) {
        if (!tools.readOnly) {
            return serve(bridge, console);
        }
        try (Bridge readOnly = bridge.withoutWriting()) {
            return serve(readOnly, console);
        }
    }

    private int serve(Bridge bridge, Console console) {
        return http.wanted() ? overHttp(bridge, console) : overStreams(bridge, console);
    }

    private int overStreams(Bridge bridge, Console console) {
        Protocol protocol = new Protocol(surface(bridge), Clock.systemUTC(), new RequestLog(RequestObserver.NONE));
        StdioServer server = new StdioServer(protocol, Actor.ASSISTANT, System.in, console.out(), CallLimits.DEFAULT);
        whenToldToStop(bridge, server::stop);
        return server.run();
    }

    /**
     * However the process ends: a run is left at a safe point and recorded, then calls are ended, then everything is closed. If
     * it ends by itself, all of that has happened.
     */
    private static void whenToldToStop(Bridge bridge, Runnable endCalls) {
        Runnable stop = () -> {
            bridge.stopRuns();
            endCalls.run();
            bridge.close();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    }

    private int overHttp(Bridge bridge, Console console) {
        HttpSettings settings = http.settings();
        Authenticator authenticator = http.authenticator(System.getenv());
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Protocol protocol = new Protocol(surface(bridge), Clock.systemUTC(), new RequestLog(new RequestMeters(meters)));
        try (HttpServer server =
                HttpServer.start(protocol, settings, authenticator, new ServerHealth(bridge), meters)) {
            announce(server, console);
            whenToldToStop(bridge, server::close);
            server.await();
            return ExitCodes.DONE;
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "choose another address or port with --http");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.FAILED;
        }
    }

    private void announce(HttpServer server, Console console) {
        ObjectNode where = new JsonMapper()
                .createObjectNode()
                .put("mcp", server.uri() + "/mcp")
                .put("sse", server.uri() + "/sse")
                .put("health", server.uri() + "/health")
                .put("metrics", server.uri() + "/metrics");
        if (options.json) {
            console.jsonLine(where);
        } else {
            console.note("Serving MCP at " + where.get("mcp").asString() + " (older clients: "
                    + where.get("sse").asString() + "); stop with Ctrl-C");
        }
    }

    Surface surface(Bridge bridge) {
        ToolContext context = context(bridge);
        List<Tool> offered = tools.select(context);
        List<String> names =
                offered.stream().map(tool -> tool.definition().name()).toList();
        return Surface.of(
                        new ServerDescription(
                                "catalog-bridge", "Catalog Bridge", Version.text(), Instructions.of(names)),
                        offered)
                .withResources(ResourceSet.of(context), ToolSet.updates(context))
                .withPrompts(PromptSet.of(context, names))
                .withTasks(ToolSet.tasks(context));
    }

    private static ToolContext context(Bridge bridge) {
        return new ToolContext(
                bridge.name(),
                bridge::store,
                bridge::engine,
                bridge::jobs,
                bridge.ruleBook(),
                new PlanDefaults(bridge.configuredSpaces(), bridge.verifyByDefault()),
                permission(bridge),
                listener -> Doctor.examine(bridge, Clock.systemUTC(), listener));
    }

    private static WritePermission permission(Bridge bridge) {
        if (bridge.config().sync().readOnly()) {
            return WritePermission.NEVER;
        }
        return bridge.needsApproval() ? WritePermission.BY_PERSON : WritePermission.ALLOWED;
    }
}
