package io.catalogbridge.connectors.sandbox.datasphere;

import org.jspecify.annotations.Nullable;

/**
 * The two lives of an object.
 *
 * @param designTime as last saved; null once deleted
 * @param runTime as last deployed; null when it never was, or was deleted
 */
record Revision(@Nullable TenantObject designTime, @Nullable TenantObject runTime) {

    static final Revision ABSENT = new Revision(null, null);

    /** How an object starts: deployed unless its inventory says that it never was. */
    static Revision initial(TenantObject object) {
        boolean deployed = object.inventory().status() != DeploymentStatus.NOT_DEPLOYED;
        return new Revision(object, deployed ? object : null);
    }
}
