package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Arrays;
import java.util.Optional;

/** The value of {@code status} in an object list. */
public enum DeploymentStatus {
    NOT_DEPLOYED("NotDeployed"),
    DEPLOYED("Deployed"),
    CHANGES_TO_DEPLOY("ChangesToDeploy"),
    DESIGN_TIME_ERROR("DesignTimeError"),
    PENDING_DEPLOYMENT("PendingDeployment");

    private final String wireName;

    DeploymentStatus(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<DeploymentStatus> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(name))
                .findFirst();
    }
}
