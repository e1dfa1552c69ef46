package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupNewsTest {

    private static final PodKey KEY = new PodKey("shop", "web", "uid-1");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Event PULLING = event("Normal", "Pulling", 1, START.plusSeconds(5));
    private static final Event NO_STOCK = event("Warning", "NoStock", 1, START.plusSeconds(9));

    private final GroupNews news = new GroupNews(START);

    @Test
    void tellsEachEventOnce() {
        assertThat(reasons(pod(null), PULLING)).containsExactly("Pulling");
        assertThat(reasons(pod(null), PULLING, NO_STOCK)).containsExactly("NoStock");
        assertThat(reasons(pod(null), PULLING, NO_STOCK)).isEmpty();
    }

    @Test
    void keepsTypeReasonMessageCountAndTimes() {
        Event event = new Event("Warning", "n", "BackOff", "back-off", 3, START, START.plusSeconds(60));

        EventNotice notice = news.of(KEY, pod(null), group(event)).getFirst();

        assertThat(notice.type()).isEqualTo("Warning");
        assertThat(notice.reason()).isEqualTo("BackOff");
        assertThat(notice.message()).isEqualTo("back-off");
        assertThat(notice.count()).isEqualTo(3);
        assertThat(notice.first()).isEqualTo(START);
        assertThat(notice.last()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void tellsOneThatGoesOnHappeningEachTimeItsCountHasDoubled() {
        List<Integer> told = IntStream.rangeClosed(1, 100)
                .filter(count -> !reasons(pod(null), event("Warning", "BackOff", count, START))
                        .isEmpty())
                .boxed()
                .toList();

        assertThat(told).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }

    @Test
    void givesTheSameEventTheSameNameInEveryProcess() {
        String name = news.of(KEY, pod(null), group(NO_STOCK)).getFirst().name();

        String again = new GroupNews(START.plusSeconds(1))
                .of(KEY, pod(null), group(NO_STOCK))
                .getFirst()
                .name();

        assertThat(again).isEqualTo(name).matches("web\\.[0-9a-f]{16}");
    }

    @Test
    void givesTheEventsOfAnotherIncarnationOtherNames() {
        PodKey other = new PodKey("shop", "web", "uid-2");

        assertThat(news.of(other, pod(null), group(NO_STOCK)).getFirst().name())
                .isNotEqualTo(
                        news.of(KEY, pod(null), group(NO_STOCK)).getFirst().name());
    }

    @Test
    void leavesOutWhatTheProcessBeforeItHasTold() {
        Event before = event("Normal", "Started", 1, START.minusSeconds(60));

        assertThat(reasons(pod("2026-03-01T09:59:00Z"), before, NO_STOCK)).containsExactly("NoStock");
    }

    @Test
    void tellsWhatHappenedWhileNoProcessRan() {
        Event meanwhile = event("Warning", "OOMKilled", 1, START.minusSeconds(60));

        assertThat(reasons(pod("2026-03-01T09:50:00Z"), meanwhile)).containsExactly("OOMKilled");
    }

    @Test
    void leavesOutWhatIsOlderThanEventsLive() {
        assertThat(reasons(pod(null), event("Warning", "OOMKilled", 1, START.minusSeconds(3700))))
                .isEmpty();
    }

    @Test
    void remembersNothingOfAPodThatIsGone() {
        assertThat(reasons(pod(null), NO_STOCK)).hasSize(1);

        news.forget(KEY);

        assertThat(reasons(pod(null), NO_STOCK)).hasSize(1);
    }

    private List<String> reasons(Pod pod, Event... events) {
        return news.of(KEY, pod, group(events)).stream()
                .map(EventNotice::reason)
                .toList();
    }

    private static ContainerGroup group(Event... events) {
        return ContainerGroup.builder("eci-1", "shop-web", ContainerGroupStatus.PENDING)
                .events(List.of(events))
                .build();
    }

    private static Event event(String type, String reason, int count, Instant last) {
        return new Event(type, "shop-web.1", reason, "because", count, START.minusSeconds(4000), last);
    }

    private static Pod pod(@Nullable String ready) {
        PodBuilder pod = new PodBuilder();
        return ready == null
                ? pod.build()
                : pod.withNewStatus()
                        .addNewCondition()
                        .withType("Ready")
                        .withLastTransitionTime(ready)
                        .endCondition()
                        .endStatus()
                        .build();
    }
}
