package io.catalogbridge.server.protocol;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** A tool that notes under which request and trace it runs. */
    private static TestingTool noting(List<String> noted) {
        return TestingTool.named("note", call -> {
            noted.add(MDC.get("request") + " " + MDC.get("trace"));
            return TestingTool.said("done");
        });
    }

    @Test
    void continuesTheTraceOfTheClient() {
        List<String> noted = new ArrayList<>();
        try (RawClient client = RawClient.of(noting(noted)).initialize()) {
            client.send("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'note','arguments':{},"
                            + "'_meta':{'traceparent':'00-" + TRACE + "-00f067aa0ba902b7-01'}}}")
                    .receive();
            client.call(2, "note", "{}").receive();
        }

        assertThat(noted.get(0)).endsWith(" " + TRACE);
        assertThat(noted.get(1)).endsWith(" null").doesNotStartWith("null");
    }

    @Test
    void livesWithATraceThatIsNone() {
        List<String> noted = new ArrayList<>();
        try (RawClient client = RawClient.of(noting(noted)).initialize()) {
            client.send("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'note','arguments':{},"
                            + "'_meta':{'traceparent':'hostile'}}}")
                    .receive();
        }

        assertThat(noted).singleElement().asString().endsWith(" null");
    }
}
