package io.catalogbridge.server.surface;

import java.util.List;

/**
 * Everything that clients can see and do, always in the same order.
 *
 * @param updates announces changes of watchable resources
 * @param tasks   what tools have begun and not yet answered
 */
public record Surface(
        ServerDescription description,
        List<Tool> tools,
        List<ResourceFamily> resources,
        List<Prompt> prompts,
        ResourceUpdates updates,
        Tasks tasks) {

    public Surface {
        tools = List.copyOf(tools);
        resources = List.copyOf(resources);
        prompts = List.copyOf(prompts);
    }

    /** Tools alone. */
    public static Surface of(ServerDescription description, List<Tool> tools) {
        return new Surface(description, tools, List.of(), List.of(), ResourceUpdates.NONE, Tasks.NONE);
    }

    public Surface withResources(List<ResourceFamily> families, ResourceUpdates announced) {
        return new Surface(description, tools, families, prompts, announced, tasks);
    }

    public Surface withPrompts(List<Prompt> offered) {
        return new Surface(description, tools, resources, offered, updates, tasks);
    }

    public Surface withTasks(Tasks begun) {
        return new Surface(description, tools, resources, prompts, updates, begun);
    }
}
