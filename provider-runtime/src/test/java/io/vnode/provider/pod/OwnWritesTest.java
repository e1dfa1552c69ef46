package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class OwnWritesTest {

    private final OwnWrites ownWrites = new OwnWrites();

    @Test
    void knowsWhatWasWrittenBeforeTheWatchTellsOfIt() {
        ownWrites.note(pod("12", "Running"));

        assertThat(phase(ownWrites.newest(pod("9", "Pending")))).isEqualTo("Running");
    }

    @Test
    void believesTheWatchOnceItHasCaughtUp() {
        ownWrites.note(pod("12", "Running"));

        assertThat(phase(ownWrites.newest(pod("13", "Failed")))).isEqualTo("Failed");
    }

    @Test
    void keepsTheLaterOfTwoAnswersWhicheverComesFirst() {
        ownWrites.note(pod("12", "Running"));
        ownWrites.note(pod("11", "Pending"));

        assertThat(phase(ownWrites.newest(pod("9", "Pending")))).isEqualTo("Running");
    }

    @Test
    void believesTheWatchWhereVersionsCannotBeCompared() {
        ownWrites.note(pod("b", "Running"));

        assertThat(phase(ownWrites.newest(pod("a", "Pending")))).isEqualTo("Pending");
    }

    @Test
    void forgetsAPodThatIsGone() {
        ownWrites.note(pod("12", "Running"));

        ownWrites.forget(PodFacts.key(pod("12", "Running")));

        assertThat(phase(ownWrites.newest(pod("9", "Pending")))).isEqualTo("Pending");
    }

    private static String phase(Pod pod) {
        return pod.getStatus().getPhase();
    }

    private static Pod pod(String version, String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("uid-web")
                .withResourceVersion(version)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }
}
