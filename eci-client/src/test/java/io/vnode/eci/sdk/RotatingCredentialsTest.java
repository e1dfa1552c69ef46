package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingCredentialsTest {

    private final TestClock clock = new TestClock();

    @Test
    void everyAttemptIsSignedWithTheKeyOfTheMoment() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        CredentialsProvider rotating = () -> Credentials.of("id-" + asked.incrementAndGet(), "a-secret");

        try (ScriptedServer eci = ScriptedServer.answering(error(503, "ServiceUnavailable"), good("{\"Regions\":[]}"));
                SdkEciClient client = client(eci, rotating)) {
            client.describeRegions();

            assertThat(eci.calls())
                    .extracting(call -> call.query().get("AccessKeyId"))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void withoutAKeyNothingIsSentAndTheFailureSaysWhatToDo(@TempDir Path empty) throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"Regions\":[]}"));
                SdkEciClient client = client(eci, CredentialsProvider.secretFiles(empty))) {
            EciException failure = catchThrowableOfType(EciException.class, client::describeRegions);

            assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
            assertThat(failure.code()).isEqualTo("NoAccessKey");
            assertThat(failure.detail()).contains("access-key-id does not exist");
            assertThat(eci.calls()).isEmpty();
        }
    }

    private SdkEciClient client(ScriptedServer eci, CredentialsProvider credentials) {
        return new SdkEciClient(
                EciEndpoint.of("cn-hangzhou", eci.endpoint()),
                credentials,
                EciClientOptions.DEFAULT,
                new Backoff(3, Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)),
                clock,
                clock);
    }
}
