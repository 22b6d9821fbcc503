package io.catalogbridge.connectors.sandbox.http;

import io.catalogbridge.connectors.sandbox.http.Delivery.Wire;
import java.time.Duration;
import java.util.Arrays;

/** Something that goes wrong with one call. Each kind says whether the call is executed all the same. */
public sealed interface Fault {

    Delivery deliver(HttpEndpoint endpoint, HttpCall call);

    /** Another answer instead, such as a login page or a 403; the call is not executed. */
    record Answered(HttpAnswer answer) implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return Delivery.of(answer);
        }
    }

    /** The endpoint's own "too many requests"; the call is not executed. */
    record Throttled() implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return Delivery.of(endpoint.throttled(call));
        }
    }

    /** The endpoint's own internal error; the call is not executed. */
    record Failed() implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return Delivery.of(endpoint.failed(call));
        }
    }

    /** Executed; the connection is cut in the middle of the body. */
    record Disconnected() implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return new Delivery(endpoint.answer(call), Duration.ZERO, Wire.CUT_IN_BODY);
        }
    }

    /** Executed; the connection is cut before the answer, so the client cannot know. */
    record AnswerLost() implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return new Delivery(endpoint.answer(call), Duration.ZERO, Wire.CUT_BEFORE_ANSWER);
        }
    }

    /** Executed; the answer comes so late that a client with a shorter time limit gives up. */
    record Late(Duration delay) implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            return new Delivery(endpoint.answer(call), delay, Wire.WHOLE);
        }
    }

    /** Executed; the body ends half way although HTTP says that it is complete. */
    record Truncated() implements Fault {
        @Override
        public Delivery deliver(HttpEndpoint endpoint, HttpCall call) {
            HttpAnswer whole = endpoint.answer(call);
            byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
            return Delivery.of(new HttpAnswer(whole.status(), whole.headers(), half));
        }
    }
}
