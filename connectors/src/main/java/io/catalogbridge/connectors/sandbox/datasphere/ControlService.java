package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Not part of any tenant: lets another process play a change script. Asks for no token. */
final class ControlService {

    private final Tenant tenant;

    ControlService(Tenant tenant) {
        this.tenant = tenant;
    }

    List<Route> routes() {
        return List.of(Route.post("sandbox changes", "_sandbox/changes", (call, none) -> change(call)));
    }

    private HttpAnswer change(HttpCall call) {
        try {
            JsonNode script = Json.MAPPER.readTree(call.body());
            if (!script.isArray()) {
                throw RequestRejected.badRequest("Expected an array of steps");
            }
            List<ChangeStep> steps = script.valueStream().map(ChangeStep::parse).toList();
            tenant.change(steps);
            return HttpAnswer.json(
                    200, Json.object().put("applied", steps.size()).toString());
        } catch (JacksonException malformed) {
            throw RequestRejected.badRequest("The script is not readable as JSON");
        } catch (ChangeRejected rejected) {
            throw RequestRejected.badRequest(String.valueOf(rejected.getMessage()));
        }
    }
}
