package io.vnode.provider.containergroup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.PodKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepPlannerTest {

    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final SweepRules RULES = SweepRules.withGrace(GRACE);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofHours(1));
    private static final PodPresence ABSENT = new PodPresence.Absent();

    private SweepMemory memory = SweepMemory.NOTHING;
    private long nanos = 1;

    @Test
    void leavesGroupsOfExistingPodsAlone() {
        List<Finding> findings = List.of(group("eci-1", "a", present("eci-1")), group("eci-2", "b", present(null)));

        assertThat(afterManySweeps(findings)).isEmpty();
    }

    @Test
    void deletesNothingThatItHasSeenOnlyOnce() {
        pass(GRACE.multipliedBy(10));

        assertThat(ids(plan(group("eci-1", "a", ABSENT)))).isEmpty();
    }

    @Test
    void deletesAGroupSeenWithoutItsPodTwiceAndForTheGraceTime() {
        Finding orphan = group("eci-1", "a", ABSENT);
        plan(orphan);
        pass(GRACE.minusNanos(1));
        List<String> before = ids(plan(orphan));
        pass(Duration.ofNanos(1));

        SweepPlan after = plan(orphan);

        assertThat(before).isEmpty();
        assertThat(after.delete()).containsExactly(new SweepNews.Swept("eci-1", orphan.pod(), false));
    }

    @Test
    void startsCountingAnewWhenThePodWasThereInBetween() {
        plan(group("eci-1", "a", ABSENT));
        pass(GRACE);
        plan(group("eci-1", "a", present("eci-1")));

        assertThat(ids(plan(group("eci-1", "a", ABSENT)))).isEmpty();
    }

    @Test
    void startsCountingAnewWhenTheGroupWasNotListedInBetween() {
        plan(group("eci-1", "a", ABSENT));
        pass(GRACE);
        plan();

        assertThat(ids(plan(group("eci-1", "a", ABSENT)))).isEmpty();
    }

    @Test
    void oneUnknownAnswerSweepsNothing() {
        Finding orphan = group("eci-1", "a", ABSENT);
        plan(orphan);
        pass(GRACE);

        List<String> inTheDark = ids(plan(orphan, group("eci-2", "b", new PodPresence.Unknown("timeout"))));
        List<String> later = ids(plan(orphan));

        assertThat(inTheDark).isEmpty();
        assertThat(later).containsExactly("eci-1");
    }

    @Test
    void aYoungGroupGetsItsTimeEvenIfThisProcessWaited() {
        Finding young = new Finding("eci-1", pod("a"), false, NOW.minusSeconds(1), ABSENT);
        plan(young);
        pass(GRACE);

        assertThat(ids(plan(young))).isEmpty();
    }

    @Test
    void aGroupFromTheFutureIsJudgedByItsFirstSightingAlone() {
        Finding future = new Finding("eci-1", pod("a"), false, NOW.plus(Duration.ofDays(1)), ABSENT);
        plan(future);
        List<String> atOnce = ids(plan(future));
        pass(GRACE);

        assertThat(atOnce).isEmpty();
        assertThat(ids(plan(future))).containsExactly("eci-1");
    }

    @Test
    void aClockThatIsFarAheadDeletesNothingSooner() {
        Finding ancient = new Finding("eci-1", pod("a"), false, NOW.minus(Duration.ofDays(999)), ABSENT);
        plan(ancient);
        pass(GRACE.minusNanos(1));

        assertThat(ids(plan(ancient))).isEmpty();
    }

    @Test
    void endedGroupsOfPodsThatAreGoneGoToo() {
        Finding ended = new Finding("eci-1", pod("a"), true, OLD, ABSENT);

        assertThat(afterManySweeps(List.of(ended))).containsExactly("eci-1");
    }

    @Test
    void aPodThatWasCreatedAgainUnderItsNameKeepsItsOwnGroup() {
        PodKey before = new PodKey("default", "a", "uid-before");
        PodKey after = new PodKey("default", "a", "uid-after");
        List<Finding> findings = List.of(
                new Finding("eci-1", before, false, OLD, ABSENT),
                new Finding("eci-2", after, false, OLD, present("eci-2")));

        assertThat(afterManySweeps(findings)).containsExactly("eci-1");
    }

    @Test
    void ofTwoGroupsOfAPodTheRecordedOneStays() {
        List<Finding> findings = List.of(group("eci-1", "a", present("eci-2")), group("eci-2", "a", present("eci-2")));

        assertThat(afterManySweeps(findings)).containsExactly("eci-1");
    }

    @Test
    void ofTwoUnrecordedGroupsTheOldestThatHasNotEndedStays() {
        PodPresence unrecorded = present(null);
        List<Finding> findings = List.of(
                new Finding("eci-ended", pod("a"), true, OLD, unrecorded),
                new Finding("eci-older", pod("a"), false, OLD.plusSeconds(1), unrecorded),
                new Finding("eci-younger", pod("a"), false, OLD.plusSeconds(2), unrecorded));

        assertThat(afterManySweeps(findings)).containsExactlyInAnyOrder("eci-ended", "eci-younger");
    }

    @Test
    void theLastGroupOfAPodIsNeverDeletedEvenIfAnotherIsRecorded() {
        assertThat(afterManySweeps(List.of(group("eci-1", "a", present("eci-elsewhere")))))
                .isEmpty();
    }

    @Test
    void aSecondGroupIsTakenForWhatItIsOnlyAfterTheGraceTime() {
        Finding recorded = group("eci-1", "a", present("eci-1"));
        Finding second = group("eci-2", "a", present("eci-1"));
        plan(recorded, second);
        pass(GRACE.minusNanos(1));
        List<String> before = ids(plan(recorded, second));
        pass(Duration.ofNanos(1));

        SweepPlan after = plan(recorded, second);

        assertThat(before).isEmpty();
        assertThat(after.delete()).containsExactly(new SweepNews.Swept("eci-2", second.pod(), true));
    }

    @Test
    void holdsBackWhenTheWholeClusterSeemsToHaveLostItsPods() {
        Finding[] all = orphans(500);
        plan(all);
        pass(GRACE);

        SweepPlan plan = plan(all);

        assertThat(plan.delete()).isEmpty();
        assertThat(plan.heldBack()).isEqualTo(new SweepPlan.HeldBack(500, 500, RULES.confirmation()));
    }

    @Test
    void believesAMassOfOrphansThatStaysForTheTimeOfConfirmation() {
        Finding[] all = orphans(500);
        plan(all);
        pass(GRACE);
        plan(all);
        pass(RULES.confirmation().minusNanos(1));
        List<String> before = ids(plan(all));
        pass(Duration.ofNanos(1));

        assertThat(before).isEmpty();
        assertThat(ids(plan(all))).hasSize(500);
    }

    @Test
    void forgetsTheMassWhenThePodsComeBack() {
        Finding[] all = orphans(500);
        plan(all);
        pass(GRACE);
        plan(all);
        pass(RULES.confirmation());
        plan(IntStream.range(0, 500)
                .mapToObj(number -> group("eci-" + number, "pod-" + number, present("eci-" + number)))
                .toArray(Finding[]::new));
        pass(GRACE);
        plan(all);
        pass(GRACE);

        SweepPlan plan = plan(all);

        assertThat(plan.delete()).isEmpty();
        assertThat(Objects.requireNonNull(plan.heldBack()).left()).isEqualTo(RULES.confirmation());
    }

    @Test
    void aHandfulIsNoMassHoweverSmallTheNode() {
        assertThat(afterManySweeps(List.of(orphans(10)))).hasSize(10);
    }

    @Test
    void neverDeletesMoreThanAHundredUnconfirmedHoweverLargeTheNode() {
        List<Finding> findings = new ArrayList<>(List.of(orphans(101)));
        IntStream.range(1_000, 4_000)
                .mapToObj(number -> group("eci-" + number, "pod-" + number, present("eci-" + number)))
                .forEach(findings::add);
        Finding[] all = findings.toArray(Finding[]::new);
        plan(all);
        pass(GRACE);

        assertThat(plan(all).heldBack()).isNotNull();
    }

    @Test
    void countsEachUnwantedGroupOnce() {
        Finding orphan = group("eci-1", "a", ABSENT);

        assertThat(Stream.of(plan(orphan), plan(orphan), plan(orphan)).map(SweepPlan::newlyFound))
                .containsExactly(1, 0, 0);
    }

    private List<String> afterManySweeps(List<Finding> findings) {
        Finding[] all = findings.toArray(Finding[]::new);
        plan(all);
        pass(GRACE.multipliedBy(2));
        return ids(plan(all));
    }

    private SweepPlan plan(Finding... findings) {
        SweepPlan plan = SweepPlanner.plan(List.of(findings), memory, RULES, nanos, NOW);
        memory = plan.memory();
        return plan;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static Finding[] orphans(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> group("eci-" + number, "pod-" + number, ABSENT))
                .toArray(Finding[]::new);
    }

    private static List<String> ids(SweepPlan plan) {
        return plan.delete().stream().map(SweepNews.Swept::containerGroupId).toList();
    }

    private static Finding group(String id, String pod, PodPresence presence) {
        return new Finding(id, pod(pod), false, OLD, presence);
    }

    private static PodPresence present(@Nullable String recorded) {
        return new PodPresence.Present(recorded);
    }

    private static PodKey pod(String name) {
        return new PodKey("default", name, "uid-" + name);
    }
}
