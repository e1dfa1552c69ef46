package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTallyTest {

    @Test
    void tellsTheFirstSuccessAndThenNothingUntilThingsChange() {
        ProbeTally tally = new ProbeTally(3, 1);

        assertThat(tally.count(true)).isTrue();
        assertThat(tally.count(true)).isNull();
    }

    @Test
    void forgivesFailuresBelowTheThreshold() {
        ProbeTally tally = new ProbeTally(3, 1);
        tally.count(true);

        assertThat(tally.count(false)).isNull();
        assertThat(tally.count(false)).isNull();
        assertThat(tally.count(false)).isFalse();
    }

    @Test
    void countsFailuresInARowOnly() {
        ProbeTally tally = new ProbeTally(2, 1);
        tally.count(false);
        tally.count(true);

        assertThat(tally.count(false)).isNull();
    }
}
