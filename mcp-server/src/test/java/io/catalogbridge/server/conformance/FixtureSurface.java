package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.ServerDescription;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.Tool;
import java.util.List;
import java.util.stream.Stream;

/** All fixtures together. */
final class FixtureSurface {

    private FixtureSurface() {}

    static Surface create() {
        FixtureResources resources = new FixtureResources();
        FixtureTasks tasks = new FixtureTasks();
        List<Tool> tools = Stream.of(
                        ContentTools.all(), QuestionTools.all(), TaskTools.all(tasks), List.of(resources.touching()))
                .flatMap(List::stream)
                .toList();
        return Surface.of(new ServerDescription("fixtures", "Fixtures", "1.0", "Serves the conformance suite."), tools)
                .withResources(List.of(resources), resources)
                .withPrompts(FixturePrompts.all())
                .withTasks(tasks);
    }
}
