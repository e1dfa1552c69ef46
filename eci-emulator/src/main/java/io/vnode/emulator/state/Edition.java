package io.vnode.emulator.state;

import org.jspecify.annotations.Nullable;

/** Which of the published tables says what sizes are sold. */
public enum Edition {

    /** Every size is rounded up. */
    TODAY("today", Double.MAX_VALUE, new double[][] {
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
    }),

    /** Sizes up to 4 vCPU are rounded up; larger ones have to match. */
    Y2021("2021", 4, new double[][] {
        {0.25, 0.5, 1},
        {0.5, 1, 2},
        {1, 2, 4, 8},
        {2, 2, 4, 8, 16},
        {4, 4, 8, 16, 32},
        {8, 8, 16, 32, 64},
        {12, 12, 24, 48, 96},
        {16, 16, 32, 64, 128},
        {24, 48, 96, 192},
        {32, 64, 128, 256},
        {52, 96, 192, 384},
        {64, 128, 256, 512},
    });

    private final String wireName;
    private final double roundedUpTo;
    private final double[][] table; // vCPU first, then the GiB that go with it; both ascending

    Edition(String wireName, double roundedUpTo, double[][] table) {
        this.wireName = wireName;
        this.roundedUpTo = roundedUpTo;
        this.table = table;
    }

    /** The edition's name in the configuration. */
    public String wireName() {
        return wireName;
    }

    /** The smallest size that is sold and that is at least this one; null when there is none. */
    public @Nullable Size fit(Size wanted) {
        for (double[] row : table) {
            for (int i = 1; i < row.length; i++) {
                if (row[0] >= wanted.cpu() && row[i] >= wanted.memory()) {
                    Size sold = new Size(row[0], row[i]);
                    return sold.cpu() <= roundedUpTo || sold.equals(wanted) ? sold : null;
                }
            }
        }
        return null;
    }
}
