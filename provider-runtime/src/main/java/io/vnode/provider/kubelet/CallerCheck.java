package io.vnode.provider.kubelet;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request through when its client certificate is signed by an authority of the cluster and the API server allows the
 * caller to use this node's kubelet API. Everybody else is turned away, and so is everybody while that cannot be checked.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/">Kubelet authentication</a>
 */
public final class CallerCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallerCheck.class);

    private static final Duration ALLOWED_KEPT = Duration.ofMinutes(5);
    private static final Duration DENIED_KEPT = Duration.ofSeconds(30);
    private static final int CALLERS_KEPT = 1000;

    private record Verdict(boolean allowed, Instant until) {}

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final Clock clock = Clock.systemUTC();
    private final ClientAuthorities authorities;
    private final Map<Caller, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * @param kubernetes the client
     * @param nodeName the node whose API is guarded
     */
    public CallerCheck(KubernetesClient kubernetes, String nodeName) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.authorities = new ClientAuthorities(kubernetes, clock);
    }

    /** A handler that only callers reach who may use the kubelet API. */
    public HttpHandler guarding(HttpHandler handler) {
        return request -> {
            HttpReply refusal = refusal(request);
            return refusal == null ? handler.handle(request) : refusal;
        };
    }

    private @Nullable HttpReply refusal(HttpRequest request) {
        if (request.clientCertificates().isEmpty()) {
            return HttpReply.text(401, "Unauthorized");
        }
        try {
            Caller caller = Caller.authenticated(request.clientCertificates(), authorities.anchors(), clock.instant());
            if (caller == null) {
                return HttpReply.text(401, "Unauthorized");
            }
            return allowed(caller)
                    ? null
                    : HttpReply.text(
                            403, "user %s may not use the kubelet API of node %s".formatted(caller.user(), nodeName));
        } catch (KubernetesClientException | GeneralSecurityException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("could not check a caller of the kubelet API, refusing");
            return HttpReply.text(503, "callers cannot be checked at the moment");
        }
    }

    private boolean allowed(Caller caller) {
        Instant now = clock.instant();
        Verdict known = verdicts.get(caller);
        if (known != null && now.isBefore(known.until())) {
            return known.allowed();
        }
        boolean allowed = ask(caller);
        if (verdicts.size() >= CALLERS_KEPT) {
            verdicts.clear();
        }
        verdicts.put(caller, new Verdict(allowed, now.plus(allowed ? ALLOWED_KEPT : DENIED_KEPT)));
        return allowed;
    }

    private boolean ask(Caller caller) {
        SubjectAccessReview review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(caller.user())
                .withGroups(List.copyOf(caller.groups()))
                .withNewResourceAttributes()
                .withVerb("get")
                .withGroup("")
                .withVersion("v1")
                .withResource("nodes")
                .withSubresource("proxy")
                .withName(nodeName)
                .endResourceAttributes()
                .endSpec()
                .build();
        SubjectAccessReview answer =
                kubernetes.authorization().v1().subjectAccessReview().create(review);
        return answer.getStatus() != null
                && Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }
}
