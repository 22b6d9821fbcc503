package io.catalogbridge.connectors.sandbox.datasphere;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an object list knows about one object beyond its name.
 *
 * @param deployedOn null when the object was never deployed
 * @param semanticUsage null for objects without one, such as flows
 */
record Inventory(
        DeploymentStatus status,
        Instant createdOn,
        Instant changedOn,
        @Nullable Instant deployedOn,
        String createdBy,
        String changedBy,
        @Nullable String semanticUsage) {

    private static final Instant FIRST_CREATION = Instant.parse("2025-01-06T08:00:00Z");
    private static final String[] MODELERS = {"A_MODELER", "B_MODELER", "C_MODELER", "D_MODELER"};

    /** The same dates and persons for the same name, always. */
    static Inventory standing(String objectName, @Nullable String semanticUsage) {
        int hash = objectName.hashCode();
        Instant created = FIRST_CREATION.plus(Duration.ofMinutes(Math.floorMod(hash, 400_000)));
        Instant changed = created.plus(Duration.ofMinutes(Math.floorMod(Integer.rotateLeft(hash, 7), 300_000)));
        return new Inventory(
                DeploymentStatus.DEPLOYED,
                created,
                changed,
                changed.plusSeconds(90),
                MODELERS[Math.floorMod(hash, MODELERS.length)],
                MODELERS[Math.floorMod(hash >> 3, MODELERS.length)],
                semanticUsage);
    }

    /**
     * These values, each replaced by what a sidecar file says.
     *
     * @throws java.time.format.DateTimeParseException when a date is not an ISO instant
     * @throws IllegalArgumentException when the status is unknown
     */
    Inventory overlaid(JsonNode sidecar) {
        DeploymentStatus newStatus =
                Json.text(sidecar, "status").map(Inventory::statusNamed).orElse(status);
        Instant newChanged = instant(sidecar, "changedOn").orElse(changedOn);
        return new Inventory(
                newStatus,
                instant(sidecar, "createdOn").orElse(createdOn),
                newChanged,
                deployedOn(sidecar, newStatus, newChanged),
                Json.text(sidecar, "createdBy").orElse(createdBy),
                Json.text(sidecar, "changedBy").orElse(changedBy),
                Json.text(sidecar, "semanticUsage").orElse(semanticUsage));
    }

    Inventory saved(Instant at, String by) {
        DeploymentStatus next = status == DeploymentStatus.NOT_DEPLOYED ? status : DeploymentStatus.CHANGES_TO_DEPLOY;
        return new Inventory(next, createdOn, at, deployedOn, createdBy, by, semanticUsage);
    }

    Inventory deployed(Instant at) {
        return new Inventory(DeploymentStatus.DEPLOYED, createdOn, changedOn, at, createdBy, changedBy, semanticUsage);
    }

    static Inventory created(Instant at, String by, @Nullable String semanticUsage) {
        return new Inventory(DeploymentStatus.NOT_DEPLOYED, at, at, null, by, by, semanticUsage);
    }

    private static @Nullable Instant deployedOn(JsonNode sidecar, DeploymentStatus status, Instant changed) {
        if (status == DeploymentStatus.NOT_DEPLOYED) {
            return null;
        }
        return instant(sidecar, "deployedOn").orElse(changed);
    }

    private static Optional<Instant> instant(JsonNode sidecar, String property) {
        return Json.text(sidecar, property).map(Instant::parse);
    }

    private static DeploymentStatus statusNamed(String name) {
        return DeploymentStatus.ofWireName(name)
                .orElseThrow(() -> new IllegalArgumentException("No such status: " + name));
    }
}
