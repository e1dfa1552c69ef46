package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class QuietCollectionTest {

    @Test
    void leavesALittleGarbageWhereItIs() {
        assertThat(QuietCollection.worthwhile(mebibytes(40), mebibytes(30))).isFalse();
    }

    @Test
    void collectsWhatABurstLeft() {
        assertThat(QuietCollection.worthwhile(mebibytes(60), mebibytes(30))).isTrue();
    }

    @Test
    void asksForMoreWhereMuchIsInUse() {
        assertThat(QuietCollection.worthwhile(mebibytes(140), mebibytes(100))).isFalse();
        assertThat(QuietCollection.worthwhile(mebibytes(160), mebibytes(100))).isTrue();
    }

    @Test
    void collectsAfterAStartThatNeverCollected() {
        assertThat(QuietCollection.worthwhile(mebibytes(20), null)).isTrue();
    }

    private static MemoryUsage mebibytes(long used) {
        return new MemoryUsage(0, used << 20, 200L << 20, 200L << 20);
    }
}
