package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import java.util.Map;
import java.util.function.Function;

/** A call of somebody called tester. */
record TestingCall(ToolArguments arguments, Progress progress, boolean acceptsTask, Function<Question, Reply> person)
        implements ToolCall {

    /** Of a client that takes no tasks and has nobody to ask. */
    static TestingCall of(Map<String, Object> arguments) {
        return new TestingCall(new ToolArguments(arguments), Progress.NONE, false, question -> Reply.UNAVAILABLE);
    }

    TestingCall reporting(Progress changed) {
        return new TestingCall(arguments, changed, acceptsTask, person);
    }

    TestingCall acceptingTasks() {
        return new TestingCall(arguments, progress, true, person);
    }

    /** With a person in front of the client. */
    TestingCall asking(Function<Question, Reply> somebody) {
        return new TestingCall(arguments, progress, acceptsTask, somebody);
    }

    @Override
    public String principal() {
        return "tester";
    }

    @Override
    public Reply ask(Question question) {
        return person.apply(question);
    }

    @Override
    public void log(LogLevel level, String text) {}
}
