package io.vnode.provider;

import io.vnode.addon.settings.ProviderSettings;
import io.vnode.addon.settings.Settings;
import io.vnode.eci.CallGuard;
import io.vnode.eci.CallObserver;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.provider.telemetry.EciCallMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a virtual node reaches ECI: with which key, at what pace, and only as long as it owns its node. */
final class EciConnection {

    private static final Logger LOGGER = LoggerFactory.getLogger(EciConnection.class);

    private static final EciTimeouts TIMEOUTS =
            new EciTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private EciConnection() {}

    static EciClient open(
            ProviderSettings settings, Map<String, String> environment, BooleanSupplier owner, EciCallMetrics metrics) {
        CallObserver observer =
                attempt -> metrics.ended(attempt.action(), attempt.code(), attempt.latency(), attempt.throttled());
        return SdkEciClient.create(
                EciEndpoint.of(settings.placement().regionId(), settings.endpoint()),
                credentials(environment),
                EciClientOptions.DEFAULT
                        .withTimeouts(TIMEOUTS)
                        .withRateLimits(limits(
                                Settings.RATE_LIMITS.read(environment), Settings.RATE_LIMIT_SHARE.read(environment)))
                        .withObserver(observer)
                        .withGuard(guard(settings.nodeName(), owner)));
    }

    static RateLimits limits(String setting, double share) {
        return "none".equals(setting) ? RateLimits.NONE : RateLimits.PUBLISHED.share(share);
    }

    /** Looking is harmless; everything else is for the owner of the node alone. */
    static CallGuard guard(String nodeName, BooleanSupplier owner) {
        return action -> action.startsWith("Describe") || owner.getAsBoolean()
                ? null
                : "this process cannot prove at present that it owns virtual node " + nodeName;
    }

    static CredentialsProvider credentials(Map<String, String> environment) {
        String id = Settings.ACCESS_KEY.read(environment);
        String secret = Settings.SECRET_KEY.read(environment);
        String directory = Settings.CREDENTIALS_DIRECTORY.read(environment);
        if (!id.isEmpty() || !secret.isEmpty()) {
            tellSource(Settings.ACCESS_KEY.variable());
            return CredentialsProvider.fixed(Credentials.of(id, secret));
        }
        if (!directory.isEmpty()) {
            tellSource(Settings.CREDENTIALS_DIRECTORY.variable());
            return CredentialsProvider.secretFiles(Path.of(directory));
        }
        tellSource("the standard chain");
        return CredentialsProvider.standardChain();
    }

    private static void tellSource(String source) {
        LOGGER.atInfo().addKeyValue("source", source).log("access key comes from there");
    }
}
