package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ToolFailure;
import java.io.PrintStream;
import java.util.List;

/** A process that serves testing tools on its standard streams. */
final class TestingServer {

    private TestingServer() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        TestingTool working = TestingTool.named("work", call -> {
            call.progress().stage("working", 2);
            call.progress().advance(2);
            return TestingTool.said("done");
        });
        TestingTool refusing = TestingTool.named("refuse", call -> {
            throw new ToolFailure("NOT_FOUND", "there is no X", false, List.of("Y"), null);
        });
        System.exit(new StdioServer(
                        RawClient.protocol(List.of(TestingTool.echo(), working, refusing)),
                        "tester",
                        System.in,
                        out,
                        CallLimits.DEFAULT)
                .run());
    }
}
