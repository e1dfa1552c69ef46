package io.vnode.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private final FaultPlan plan = new FaultPlan();

    @Test
    void hasNothingToOfferAtFirst() {
        assertThat(plan.take("DescribeRegions")).isNull();
    }

    @Test
    void meetsAsManyCallsOfTheActionAsWereAskedFor() {
        plan.next(2, "DescribeRegions", Fault.throttled());

        assertThat(plan.take("DescribeRegions")).isEqualTo(Fault.throttled());
        assertThat(plan.take("CreateContainerGroup")).isNull();
        assertThat(plan.take("DescribeRegions")).isEqualTo(Fault.throttled());
        assertThat(plan.take("DescribeRegions")).isNull();
    }

    @Test
    void usesRulesInTheOrderInWhichTheyWereLaidDown() {
        plan.next(1, FaultPlan.ANY_ACTION, Fault.unavailable());
        plan.next(1, "DescribeRegions", Fault.throttled());

        assertThat(plan.take("DescribeRegions")).isEqualTo(Fault.unavailable());
        assertThat(plan.take("DescribeRegions")).isEqualTo(Fault.throttled());
    }

    @Test
    void forgetsWhatHasNotHappenedYet() {
        plan.next(1, FaultPlan.ANY_ACTION, Fault.unavailable());

        plan.clear();

        assertThat(plan.take("DescribeRegions")).isNull();
    }
}
