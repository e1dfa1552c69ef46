package io.vnode.provider.kubelet;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request through when the cluster knows its caller, by a client certificate or a bearer token, and the API server
 * allows the caller to use that part of this node's kubelet API. Everybody else is turned away, and so is everybody while
 * that cannot be checked.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/">Kubelet authentication</a>
 */
public final class CallerCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallerCheck.class);

    private static final Duration ALLOWED_KEPT = Duration.ofMinutes(5);
    private static final Duration DENIED_KEPT = Duration.ofSeconds(30);
    private static final int VERDICTS_KEPT = 1000;

    private record Wish(Caller caller, String subresource) {}

    private record Verdict(boolean allowed, Instant until) {}

    private final ClusterAccess access;
    private final TokenOwners tokens;
    private final String nodeName;
    private final Clock clock;
    private final Map<Wish, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * @param kubernetes the client
     * @param nodeName the node whose API is guarded
     */
    public CallerCheck(KubernetesClient kubernetes, String nodeName) {
        this(new ApiServerAccess(kubernetes, nodeName, Clock.systemUTC()), nodeName, Clock.systemUTC());
    }

    CallerCheck(ClusterAccess access, String nodeName, Clock clock) {
        this.access = access;
        this.tokens = new TokenOwners(access, clock);
        this.nodeName = nodeName;
        this.clock = clock;
    }

    /** A handler that only callers reach who may use the kubelet API as a whole. */
    public HttpHandler guarding(HttpHandler handler) {
        return guarding("proxy", handler);
    }

    /** A handler that only callers reach who may get a subresource of the node, such as {@code metrics}. */
    public HttpHandler guarding(String subresource, HttpHandler handler) {
        return request -> {
            HttpReply refusal = refusal(request, subresource);
            return refusal == null ? handler.handle(request) : refusal;
        };
    }

    private @Nullable HttpReply refusal(HttpRequest request, String subresource) {
        try {
            Caller caller = callerOf(request);
            if (caller == null) {
                return HttpReply.text(401, "Unauthorized");
            }
            return allowed(new Wish(caller, subresource))
                    ? null
                    : HttpReply.text(
                            403, "user %s may not get nodes/%s of %s".formatted(caller.user(), subresource, nodeName));
        } catch (KubernetesClientException | GeneralSecurityException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("could not check a caller of the kubelet API, refusing");
            return HttpReply.text(503, "callers cannot be checked at the moment");
        }
    }

    private @Nullable Caller callerOf(HttpRequest request) throws GeneralSecurityException {
        if (!request.clientCertificates().isEmpty()) {
            Caller caller = Caller.authenticated(request.clientCertificates(), access.authorities(), clock.instant());
            if (caller != null) {
                return caller;
            }
        }
        String token = request.bearerToken();
        return token == null ? null : tokens.ownerOf(token);
    }

    private boolean allowed(Wish wish) {
        Instant now = clock.instant();
        Verdict known = verdicts.get(wish);
        if (known != null && now.isBefore(known.until())) {
            return known.allowed();
        }
        boolean allowed = access.mayGet(wish.caller(), wish.subresource());
        if (verdicts.size() >= VERDICTS_KEPT) {
            verdicts.clear();
        }
        verdicts.put(wish, new Verdict(allowed, now.plus(allowed ? ALLOWED_KEPT : DENIED_KEPT)));
        return allowed;
    }
}
