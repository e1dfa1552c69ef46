package io.vnode.emulator.state;

import org.jspecify.annotations.Nullable;

/**
 * vCPU and memory of a container group.
 *
 * @param cpu in vCPU
 * @param memory in GiB
 */
public record Size(double cpu, double memory) {

    /** What a group gets when nobody names a number. */
    public static final Size DEFAULT = new Size(2, 4);

    /** vCPU first, then the GiB that go with it; both ascending. */
    private static final double[][] SPECIFICATIONS = {
        {0.25, 0.5, 1},
        {0.5, 1, 2},
        {1, 2, 4, 8},
        {2, 1, 2, 4, 8, 16},
        {4, 2, 4, 8, 16, 32},
        {8, 4, 8, 16, 32, 64},
        {12, 12, 24, 48, 96},
        {16, 16, 32, 64, 128},
        {24, 24, 48, 96, 192},
        {32, 32, 64, 128, 256},
        {52, 96, 192, 384},
        {64, 128, 256, 512},
    };

    /** The smallest size that ECI sells and that is at least this one; null when there is none. */
    public @Nullable Size roundedUp() {
        for (double[] specification : SPECIFICATIONS) {
            for (int i = 1; i < specification.length; i++) {
                if (specification[0] >= cpu && specification[i] >= memory) {
                    return new Size(specification[0], specification[i]);
                }
            }
        }
        return null;
    }
}
