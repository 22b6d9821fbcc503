package io.catalogbridge.connectors.sandbox;

import io.catalogbridge.connectors.sandbox.datasphere.DatasphereOptions;
import io.catalogbridge.connectors.sandbox.http.Faults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up. Start from {@link #demo} and change what matters.
 *
 * @param data keeps changes of the tenant and all of AWS across restarts; null forgets both at the end
 * @param dataspherePort 0 for any free one
 * @param awsPort 0 for any free one
 * @param hiddenSpaces spaces that exist, of which the client is no member
 */
public record SandboxConfig(
        TenantChoice tenant,
        @Nullable Path data,
        int dataspherePort,
        int awsPort,
        Faults datasphereFaults,
        Faults awsFaults,
        Set<String> hiddenSpaces,
        DatasphereOptions datasphereOptions,
        SandboxCredentials credentials,
        Clock clock) {

    public SandboxConfig {
        hiddenSpaces = Set.copyOf(hiddenSpaces);
        requirePort(dataspherePort);
        requirePort(awsPort);
        if (dataspherePort != 0 && dataspherePort == awsPort) {
            throw new IllegalArgumentException("Both servers cannot listen on port " + awsPort);
        }
    }

    /** The demo tenant and an empty account, on free ports, with new credentials, kept nowhere, without faults. */
    public static SandboxConfig demo() {
        return new SandboxConfig(
                new TenantChoice.Demo(),
                null,
                0,
                0,
                Faults.none(),
                Faults.none(),
                Set.of(),
                DatasphereOptions.standard(),
                SandboxCredentials.invented(new SecureRandom()),
                Clock.systemUTC());
    }

    public SandboxConfig withTenant(TenantChoice value) {
        return new SandboxConfig(
                value,
                data,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                datasphereOptions,
                credentials,
                clock);
    }

    public SandboxConfig withData(Path value) {
        return new SandboxConfig(
                tenant,
                value,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                datasphereOptions,
                credentials,
                clock);
    }

    public SandboxConfig withPorts(int datasphere, int aws) {
        return new SandboxConfig(
                tenant,
                data,
                datasphere,
                aws,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                datasphereOptions,
                credentials,
                clock);
    }

    public SandboxConfig withFaults(Faults datasphere, Faults aws) {
        return new SandboxConfig(
                tenant,
                data,
                dataspherePort,
                awsPort,
                datasphere,
                aws,
                hiddenSpaces,
                datasphereOptions,
                credentials,
                clock);
    }

    public SandboxConfig withHiddenSpaces(Set<String> value) {
        return new SandboxConfig(
                tenant,
                data,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                value,
                datasphereOptions,
                credentials,
                clock);
    }

    public SandboxConfig withDatasphereOptions(DatasphereOptions value) {
        return new SandboxConfig(
                tenant,
                data,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                value,
                credentials,
                clock);
    }

    public SandboxConfig withCredentials(SandboxCredentials value) {
        return new SandboxConfig(
                tenant,
                data,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                datasphereOptions,
                value,
                clock);
    }

    public SandboxConfig withClock(Clock value) {
        return new SandboxConfig(
                tenant,
                data,
                dataspherePort,
                awsPort,
                datasphereFaults,
                awsFaults,
                hiddenSpaces,
                datasphereOptions,
                credentials,
                value);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("No such port: " + port);
        }
    }
}
