package io.vnode.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private final FaultPlan plan = new FaultPlan();

    @Test
    void hasNothingToOfferAtFirst() {
        assertThat(plan.take("eci", "DescribeRegions")).isNull();
    }

    @Test
    void meetsAsManyCallsOfTheActionAsWereAskedFor() {
        plan.next(2, "DescribeRegions", Fault.throttled());

        assertThat(plan.take("eci", "DescribeRegions")).isEqualTo(Fault.throttled());
        assertThat(plan.take("eci", "CreateContainerGroup")).isNull();
        assertThat(plan.take("eci", "DescribeRegions")).isEqualTo(Fault.throttled());
        assertThat(plan.take("eci", "DescribeRegions")).isNull();
    }

    @Test
    void usesRulesInTheOrderInWhichTheyWereLaidDown() {
        plan.next(1, FaultPlan.ANY_ACTION, Fault.unavailable());
        plan.next(1, "DescribeRegions", Fault.throttled());

        assertThat(plan.take("eci", "DescribeRegions")).isEqualTo(Fault.unavailable());
        assertThat(plan.take("eci", "DescribeRegions")).isEqualTo(Fault.throttled());
    }

    @Test
    void forgetsWhatHasNotHappenedYet() {
        plan.next(1, FaultPlan.ANY_ACTION, Fault.unavailable());

        plan.clear();

        assertThat(plan.take("eci", "DescribeRegions")).isNull();
    }

    @Test
    void waitsForTheCallItWasToldToMeet() {
        plan.add(FaultRule.once(3, "DescribeRegions", Fault.throttled()));

        assertThat(met(5)).containsExactly(false, false, true, false, false);
    }

    @Test
    void meetsAShareOfTheCallsAndTheSameOnesInEveryRun() {
        plan.add(FaultRule.share(0.2, 7, "DescribeRegions", Fault.throttled()));
        List<Boolean> first = met(1000);
        plan.clear();
        plan.add(FaultRule.share(0.2, 7, "DescribeRegions", Fault.throttled()));

        assertThat(met(1000)).isEqualTo(first);
        assertThat(first.stream().filter(hit -> hit).count()).isBetween(150L, 250L);
    }

    @Test
    void endsAShareOfCallsAfterAsManyAsWereAskedFor() {
        plan.add(new FaultRule("DescribeRegions", 3, 1, 0.5, 1, Fault.throttled()));

        assertThat(met(100).stream().filter(hit -> hit)).hasSize(3);
        assertThat(plan.planned()).isEmpty();
    }

    @Test
    void goesOnUntilItIsTakenAwayWhenNoNumberIsGiven() {
        int id = plan.add(FaultRule.always("DescribeRegions", Fault.throttled()));

        assertThat(met(50)).doesNotContain(false);
        assertThat(plan.planned()).extracting(PlannedFault::met).containsExactly(50);
        assertThat(plan.remove(id)).isTrue();
        assertThat(met(1)).containsExactly(false);
        assertThat(plan.remove(id)).isFalse();
    }

    @Test
    void tellsProductsApart() {
        plan.add(FaultRule.always("ram:*", Fault.throttled()));

        assertThat(plan.take("eci", "GetUser")).isNull();
        assertThat(plan.take("ram", "GetUser")).isEqualTo(Fault.throttled());
    }

    private List<Boolean> met(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> plan.take("eci", "DescribeRegions") != null)
                .toList();
    }
}
