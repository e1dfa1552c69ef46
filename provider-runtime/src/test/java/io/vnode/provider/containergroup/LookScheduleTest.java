package io.vnode.provider.containergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.PodKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookScheduleTest {

    private static final PodKey WEB = new PodKey("default", "web", "uid-web");
    private static final Duration SOONEST = Duration.ofMillis(20);

    private final SettableTime time = new SettableTime();
    private final LookSchedule schedule = new LookSchedule(LookTiming.DEFAULT, time);

    @Test
    void looksSoonAtWhatIsAboutToChange() {
        boolean sooner = schedule.soon("eci-1", WEB);
        assertThat(schedule.due()).isEmpty();

        time.pass(SOONEST);

        assertThat(sooner).isTrue();
        assertThat(dueIds()).containsExactly("eci-1");
    }

    @Test
    void looksAtARestlessGroupAtGrowingIntervalsUpToALongest() {
        boolean unused = schedule.soon("eci-1", WEB);

        List<Duration> waits = IntStream.range(0, 16)
                .mapToObj(_ -> {
                    schedule.looked("eci-1", false, true);
                    return schedule.untilNext();
                })
                .toList();

        assertThat(waits).isSorted().startsWith(Duration.ofMillis(30), Duration.ofMillis(45));
        assertThat(waits.getLast()).isEqualTo(LookTiming.DEFAULT.longestRestless());
    }

    @Test
    void startsOverWhenARestlessGroupHasChanged() {
        boolean unused = schedule.soon("eci-1", WEB);
        IntStream.range(0, 10).forEach(_ -> schedule.looked("eci-1", false, true));

        schedule.looked("eci-1", true, true);

        assertThat(schedule.untilNext()).isEqualTo(SOONEST);
    }

    @Test
    void looksAtRestingGroupsLessOftenTheMoreThereAre() {
        IntStream.range(0, 3_000).forEach(number -> schedule.nowAndThen("eci-" + number, WEB));

        schedule.looked("eci-7", false, false);

        time.pass(Duration.ofSeconds(29));
        assertThat(dueIds()).doesNotContain("eci-7");
        time.pass(Duration.ofSeconds(1));
        assertThat(dueIds()).contains("eci-7");
    }

    @Test
    void doesNotPutOffALookThatIsPlanned() {
        boolean first = schedule.soon("eci-1", WEB);
        time.pass(Duration.ofMillis(10));

        boolean second = schedule.soon("eci-1", WEB);
        time.pass(Duration.ofMillis(10));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(dueIds()).containsExactly("eci-1");
    }

    @Test
    void fillsAPortionWithThoseThatComeNext() {
        IntStream.range(0, 30).forEach(number -> schedule.nowAndThen("eci-" + number, WEB));
        time.pass(Duration.ofMillis(1_800));
        boolean unused = schedule.soon("eci-now", WEB);
        time.pass(SOONEST);

        assertThat(dueIds()).hasSize(LookSchedule.PORTION).contains("eci-now");
    }

    @Test
    void doesNotFillAPortionWithThoseThatWereLookedAtAMomentAgo() {
        IntStream.range(0, 30).forEach(number -> schedule.nowAndThen("eci-" + number, WEB));
        boolean unused = schedule.soon("eci-now", WEB);
        time.pass(SOONEST);

        assertThat(dueIds()).containsExactly("eci-now");
    }

    @Test
    void keepsToItsShareOfCallsHoweverTheTurnsFall() {
        for (int number = 0; number < 500; number++) {
            boolean unused = schedule.soon("eci-" + number, WEB);
            time.pass(Duration.ofMillis(number % 7));
        }
        for (String id : dueIds()) {
            schedule.looked(id, true, false);
        }

        int calls = 0;
        for (int round = 0; round < 6_000; round++) {
            time.pass(Duration.ofMillis(10));
            List<String> due = dueIds();
            calls += Math.ceilDiv(due.size(), LookSchedule.PORTION);
            due.forEach(id -> schedule.looked(id, false, false));
        }

        assertThat(calls).isLessThan(LookTiming.DEFAULT.callsPerSecond() * 60 * 5 / 4);
    }

    @Test
    void looksNoMoreAtWhatIsGone() {
        boolean unused = schedule.soon("eci-1", WEB);

        schedule.never("eci-1");
        schedule.looked("eci-1", true, true);

        assertThat(schedule.untilNext()).isNull();
    }

    private List<String> dueIds() {
        return schedule.due().stream().map(LookSchedule.Due::id).toList();
    }
}
