package io.vnode.provider.kubelet;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.GeneralSecurityException;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the API server. */
final class ApiServerAccess implements ClusterAccess {

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final ClientAuthorities authorities;

    ApiServerAccess(KubernetesClient kubernetes, String nodeName, Clock clock) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.authorities = new ClientAuthorities(kubernetes, clock);
    }

    @Override
    public Set<TrustAnchor> authorities() throws GeneralSecurityException {
        return authorities.anchors();
    }

    @Override
    public @Nullable Caller ownerOf(String token) {
        TokenReview review = new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .endSpec()
                .build();
        TokenReview answer = kubernetes.authentication().v1().tokenReviews().create(review);
        if (answer.getStatus() == null
                || !Boolean.TRUE.equals(answer.getStatus().getAuthenticated())) {
            return null;
        }
        UserInfo user = answer.getStatus().getUser();
        return new Caller(user.getUsername(), Set.copyOf(user.getGroups()));
    }

    @Override
    public boolean mayGet(Caller caller, String subresource) {
        SubjectAccessReview review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(caller.user())
                .withGroups(List.copyOf(caller.groups()))
                .withNewResourceAttributes()
                .withVerb("get")
                .withGroup("")
                .withVersion("v1")
                .withResource("nodes")
                .withSubresource(subresource)
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
