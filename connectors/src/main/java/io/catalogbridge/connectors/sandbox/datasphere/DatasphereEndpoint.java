package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import io.catalogbridge.connectors.sandbox.http.HttpEndpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A Datasphere tenant with its OAuth server, as one endpoint.
 *
 * <p>Operations are counted as {@code GET catalog/assets}, {@code GET views list}, {@code GET views read}, {@code GET
 * relational/$metadata}, {@code POST oauth/token} and so on.
 */
public final class DatasphereEndpoint implements HttpEndpoint {

    /** Pages of the product's own user interface: they want a browser session, and ignore tokens. */
    private static final List<String> COOKIE_ONLY = List.of("/deepsea/", "/sap/fpa/");

    private final List<Route> routes = new ArrayList<>();
    private final TokenService tokens;
    private final Problems problems;
    private final Faults faults;
    private final DatasphereOptions options;

    public DatasphereEndpoint(
            Tenant tenant, OAuthClient client, DatasphereOptions options, Faults faults, Clock clock) {
        this.options = options;
        this.faults = faults;
        this.problems = new Problems(new Random(faults.seed()));
        this.tokens = new TokenService(client, faults.tokenLifetime(), clock);
        routes.addAll(tokens.routes());
        routes.addAll(new ControlService(tenant).routes());
        secure(new CatalogService(tenant, options, faults.pageSize()).routes());
        secure(new ConsumptionService(tenant, options, problems).routes());
        secure(new CoreService(tenant, faults.pageSize()).routes());
        secure(new PublicService(tenant).routes());
    }

    @Override
    public String operationOf(HttpCall call) {
        List<String> path = Route.pathOf(call);
        return routes.stream()
                .filter(route -> route.match(call.method(), path).isPresent())
                .map(Route::operation)
                .findFirst()
                .orElse(call.method() + " unknown");
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        try {
            return routed(call).orElseGet(() -> unknown(call));
        } catch (RequestRejected rejection) {
            return problems.of(rejection);
        }
    }

    @Override
    public HttpAnswer throttled(HttpCall call) {
        return problems.tooManyRequests(faults.retryAfter().toSeconds());
    }

    @Override
    public HttpAnswer failed(HttpCall call) {
        return problems.internalError();
    }

    private Optional<HttpAnswer> routed(HttpCall call) {
        List<String> path = Route.pathOf(call);
        for (Route route : routes) {
            Optional<List<String>> captured = route.match(call.method(), path);
            if (captured.isPresent()) {
                return Optional.of(route.handler().answer(call, captured.get()));
            }
        }
        return Optional.empty();
    }

    private HttpAnswer unknown(HttpCall call) {
        return COOKIE_ONLY.stream().anyMatch(call.path()::startsWith)
                ? problems.logOnPage()
                : problems.of(RequestRejected.notFound("Resource"));
    }

    private void secure(List<Route> open) {
        for (Route route : open) {
            routes.add(new Route(route.operation(), route.method(), route.template(), (call, captured) -> {
                if (!tokens.admits(call)) {
                    return problems.unauthorized();
                }
                if (options.apiAccessOnly()) {
                    throw RequestRejected.forbidden();
                }
                return route.handler().answer(call, captured);
            }));
        }
    }
}
