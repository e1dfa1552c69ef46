package io.vnode.provider.profile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.settings.KubeProxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the kube-proxies of container groups reach the API server, asked for once for many pods: the token is used again until
 * half its life is over, and a failure is not tried again for a while.
 */
public final class KubeProxyIdentity {

    private static final Logger LOGGER = LoggerFactory.getLogger(KubeProxyIdentity.class);

    /** So that a service account which was made anew does not leave pods with the tokens of the old one for long. */
    private static final Duration LONGEST_USE = Duration.ofHours(1);

    private static final Duration FAILURE_USE = Duration.ofSeconds(5);

    /** Where pods get a kube-proxy only if they ask for it, hardly any of them waits for this. */
    private static final Duration UNWANTED_FAILURE_USE = Duration.ofMinutes(5);

    /** Asks the API server. */
    interface Source {
        Grant ask();
    }

    /**
     * An answer.
     *
     * @param access what came of it
     * @param expires when its token ends; null when there is none
     */
    record Grant(KubeProxy.Access access, @Nullable Instant expires) {}

    private record Answer(Grant grant, Instant at) {

        boolean good(Instant now, boolean wanted) {
            Instant expires = grant.expires();
            if (expires == null) {
                return now.isBefore(at.plus(wanted ? FAILURE_USE : UNWANTED_FAILURE_USE));
            }
            Duration half = Duration.between(at, expires).dividedBy(2);
            return now.isBefore(at.plus(half.compareTo(LONGEST_USE) < 0 ? half : LONGEST_USE));
        }
    }

    private final Source source;
    private final Clock clock;
    private volatile @Nullable Answer last;

    KubeProxyIdentity(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Asks this API server, as the settings say. */
    public static KubeProxyIdentity of(KubernetesClient kubernetes, Map<String, String> environment) {
        return new KubeProxyIdentity(new KubeProxySource(kubernetes, environment), Clock.systemUTC());
    }

    /**
     * How to reach the API server now.
     *
     * @param wanted whether pods get a kube-proxy without asking for it
     */
    KubeProxy.Access access(boolean wanted) {
        Answer known = last;
        return known != null && known.good(clock.instant(), wanted)
                ? known.grant().access()
                : askAgain(wanted);
    }

    /** One asks, and those who need it too wait for that one answer. */
    private synchronized KubeProxy.Access askAgain(boolean wanted) {
        Answer known = last;
        Instant now = clock.instant();
        if (known != null && known.good(now, wanted)) {
            return known.grant().access();
        }
        Grant grant = source.ask();
        last = new Answer(grant, now);
        if (wanted && grant.access() instanceof KubeProxy.Access.Unavailable(String why)) {
            LOGGER.atWarn().addKeyValue("why", why).log("kube-proxies of container groups have no identity");
        }
        return grant.access();
    }
}
