package io.vnode.eci.sdk;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import java.time.Duration;
import java.util.Random;

/** Clients whose pauses take no time. */
public final class TestClients {

    private TestClients() {}

    /** A client without limits of its own. */
    public static SdkEciClient against(String endpoint, String accessKeyId, String secret) {
        TestClock clock = new TestClock();
        return new SdkEciClient(
                EciEndpoint.of("cn-hangzhou", endpoint),
                CredentialsProvider.fixed(Credentials.of(accessKeyId, secret)),
                EciClientOptions.DEFAULT.withRateLimits(RateLimits.NONE),
                new Backoff(5, Duration.ofMillis(300), Duration.ofSeconds(8), new Random(1)),
                clock,
                clock);
    }

    /** A client in real time that keeps to these limits. */
    public static SdkEciClient limited(String endpoint, RateLimits limits) {
        return SdkEciClient.create(
                EciEndpoint.of("cn-hangzhou", endpoint),
                CredentialsProvider.fixed(Credentials.of("testid", "a-very-secret-key")),
                EciClientOptions.DEFAULT.withRateLimits(limits));
    }

    /** A client that waits half a second for an answer, and tries twice. */
    public static SdkEciClient impatient(String endpoint) {
        TestClock clock = new TestClock();
        EciTimeouts timeouts = new EciTimeouts(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(30));
        return new SdkEciClient(
                EciEndpoint.of("cn-hangzhou", endpoint),
                CredentialsProvider.fixed(Credentials.of("testid", "a-very-secret-key")),
                EciClientOptions.DEFAULT.withRateLimits(RateLimits.NONE).withTimeouts(timeouts),
                new Backoff(2, Duration.ofMillis(300), Duration.ofSeconds(8), new Random(1)),
                clock,
                clock);
    }
}
