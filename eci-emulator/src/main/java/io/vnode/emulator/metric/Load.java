package io.vnode.emulator.metric;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How busy something is over time: a level with a slow wave on it. Because the wave is smaller than the level, what adds up
 * over time only grows.
 *
 * @param level on average
 * @param swing how far it goes up and down, less than the level
 * @param phase where the wave begins
 */
record Load(double level, double swing, double phase) {

    private static final double PERIOD_SECONDS = 600;
    private static final double SPEED = 2 * Math.PI / PERIOD_SECONDS;

    /** A load up to a limit, always the same one for a name. */
    static Load of(String name, double lowest, double highest) {
        SplittableRandom random = new SplittableRandom(hash(name));
        double level = random.nextDouble(lowest, highest);
        return new Load(level, level * random.nextDouble(0.2, 0.8), random.nextDouble(2 * Math.PI));
    }

    /** {@link String#hashCode} differs too little for similar names. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The value at an age. */
    double at(Duration age) {
        return level + swing * Math.sin(SPEED * seconds(age) + phase);
    }

    /** What has added up since the beginning. */
    double total(Duration age) {
        double seconds = seconds(age);
        return level * seconds + swing / SPEED * (Math.cos(phase) - Math.cos(SPEED * seconds + phase));
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }
}
