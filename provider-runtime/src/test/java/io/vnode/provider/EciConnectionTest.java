package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.CallGuard;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EciConnectionTest {

    @Test
    void takesTheKeyOfTheEnvironmentFirst(@TempDir Path directory) throws IOException {
        keyIn(directory, "other");

        CredentialsProvider provider = EciConnection.credentials(Map.of(
                "ECI_ACCESS_KEY", "id", "ECI_SECRET_KEY", "secret", "ECI_CREDENTIALS_DIR", directory.toString()));

        assertThat(provider.credentials().sameKeyAs(Credentials.of("id", "secret")))
                .isTrue();
    }

    @Test
    void takesTheMountedKeyWhenTheEnvironmentHasNone(@TempDir Path directory) throws IOException {
        keyIn(directory, "mounted");

        CredentialsProvider provider = EciConnection.credentials(Map.of("ECI_CREDENTIALS_DIR", directory.toString()));

        assertThat(provider.credentials().sameKeyAs(Credentials.of("mounted", "secret")))
                .isTrue();
    }

    @Test
    void keepsToItsShareOfThePublishedLimits() {
        RateLimits limits = EciConnection.limits("published", 0.25);

        assertThat(Objects.requireNonNull(limits.of("CreateContainerGroup")).callsPerMinute())
                .isEqualTo(250);
    }

    @Test
    void hasNoLimitsWhenTheyAreSwitchedOff() {
        assertThat(EciConnection.limits("none", 1)).isEqualTo(RateLimits.NONE);
    }

    @Test
    void letsOnlyTheOwnerOfTheNodeChangeAnything() {
        AtomicBoolean owner = new AtomicBoolean();
        CallGuard guard = EciConnection.guard("virtual-node-eci-0", owner::get);

        assertThat(guard.objection("CreateContainerGroup")).contains("virtual-node-eci-0");
        assertThat(guard.objection("DeleteContainerGroup")).isNotNull();
        assertThat(guard.objection("DescribeContainerGroups")).isNull();
        owner.set(true);
        assertThat(guard.objection("CreateContainerGroup")).isNull();
    }

    private static void keyIn(Path directory, String id) throws IOException {
        Files.writeString(directory.resolve("access-key-id"), id);
        Files.writeString(directory.resolve("access-key-secret"), "secret");
    }
}
