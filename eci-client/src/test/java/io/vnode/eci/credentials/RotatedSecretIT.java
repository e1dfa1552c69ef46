package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.wire.AccessKey;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Secret that rotates under a client that runs. */
class RotatedSecretIT {

    @Test
    void isTakenUpByTheVeryCallThatMeetsTheOldKeyRefused(@TempDir Path folder) throws Exception {
        MountedSecret secret = new MountedSecret(folder);
        secret.write(Map.of("access-key-id", "old", "access-key-secret", "old-secret"));
        try (EciEmulator emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("new", "new-secret")));
                SdkEciClient client = SdkEciClient.create(
                        EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString()),
                        CredentialsProvider.secretFiles(folder),
                        EciClientOptions.DEFAULT)) {
            EciException refused = catchThrowableOfType(EciException.class, client::describeRegions);
            assertThat(refused.kind()).isEqualTo(Kind.BAD_CREDENTIALS);

            secret.write(Map.of("access-key-id", "new", "access-key-secret", "new-secret"));

            assertThat(client.describeRegions()).isNotEmpty();
        }
    }
}
