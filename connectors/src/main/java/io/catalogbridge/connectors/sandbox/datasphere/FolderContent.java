package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tenant read from files, each space when it is first asked for. */
final class FolderContent implements TenantContent {

    private final Map<String, FolderSpace> spaces = new TreeMap<>();

    FolderContent(TenantFiles files) {
        files.bySpace().forEach((name, found) -> spaces.put(name, new FolderSpace(name, found)));
    }

    @Override
    public List<String> spaceNames() {
        return List.copyOf(spaces.keySet());
    }

    @Override
    public Optional<SpaceContent> space(String name) {
        return Optional.ofNullable(spaces.get(name));
    }

    @Override
    public List<String> notes() {
        return spaces.values().stream().flatMap(space -> space.notes().stream()).toList();
    }
}
