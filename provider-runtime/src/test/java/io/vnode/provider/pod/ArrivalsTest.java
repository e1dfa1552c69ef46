package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.Annotations;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final AtomicLong clock = new AtomicLong();
    private final Arrivals arrivals = new Arrivals(clock::get);

    @Test
    void remembersWhenAPodCame() {
        clock.set(5);
        arrivals.onAdd(pod(Map.of()));
        clock.set(9);

        assertThat(arrivals.take(PodFacts.key(pod(Map.of())))).isEqualTo(5);
    }

    @Test
    void aPodThatIsTriedAgainComesAgain() {
        clock.set(5);
        arrivals.onAdd(pod(Map.of()));
        long unused = arrivals.take(PodFacts.key(pod(Map.of())));
        clock.set(9);

        assertThat(arrivals.take(PodFacts.key(pod(Map.of())))).isEqualTo(9);
    }

    @Test
    void forgetsPodsThatGoAndThoseThatHaveAGroup() {
        clock.set(5);
        arrivals.onAdd(pod(Map.of()));
        arrivals.onDelete(pod(Map.of()), false);
        arrivals.onAdd(pod(Map.of(Annotations.INSTANCE_ID, "eci-1")));
        clock.set(9);

        assertThat(arrivals.take(PodFacts.key(pod(Map.of())))).isEqualTo(9);
    }

    private static Pod pod(Map<String, String> annotations) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .withUid("uid-web")
                .withAnnotations(annotations)
                .endMetadata()
                .build();
    }
}
