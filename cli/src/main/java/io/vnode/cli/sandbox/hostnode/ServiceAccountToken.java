package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import java.time.Duration;
import java.time.Instant;

/** A token and when to get the next one: when a fifth of its life is left, as kubelets do. */
record ServiceAccountToken(String value, Instant renewAt) {

    static ServiceAccountToken of(TokenRequest answer) {
        Instant end = Instant.parse(answer.getStatus().getExpirationTimestamp());
        Duration life = Duration.ofSeconds(answer.getSpec().getExpirationSeconds());
        return new ServiceAccountToken(answer.getStatus().getToken(), end.minus(life.dividedBy(5)));
    }

    @Override
    public String toString() {
        return "ServiceAccountToken[renewAt=" + renewAt + "]";
    }
}
