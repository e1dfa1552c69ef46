package io.vnode.provider;

import io.vnode.addon.settings.ProviderSettings;
import io.vnode.addon.settings.Settings;
import io.vnode.eci.CallGuard;
import io.vnode.eci.CallObserver;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.Product;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.eci.vpc.VpcClient;
import io.vnode.provider.telemetry.EciCallMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How a virtual node reaches ECI: with which key, at what pace, and only as long as it owns its node. */
final class EciConnection {

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

    /** Where to ask for vSwitches. */
    static VpcClient openVpc(ProviderSettings settings, Map<String, String> environment) {
        String region = settings.placement().regionId();
        String given = settings.endpoint();
        return VpcClient.create(
                given.isEmpty()
                        ? Product.VPC.endpoint(region)
                        : Product.VPC.besideEmulated(EciEndpoint.of(region, given)),
                credentials(environment),
                EciClientOptions.DEFAULT.withTimeouts(TIMEOUTS));
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
            return CredentialsProvider.fixed(Credentials.of(id, secret));
        }
        if (!directory.isEmpty()) {
            return CredentialsProvider.secretFiles(Path.of(directory));
        }
        return CredentialsProvider.standardChain();
    }
}
