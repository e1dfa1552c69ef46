package io.vnode.emulator.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container does from start to end, worked out beforehand: what it prints when, and how long it lives.
 *
 * @param prints what is printed once, in order
 * @param loop what is printed again and again after that; null for nothing
 * @param lifetime how long one run lasts; null for ever
 * @param exitCode what a run that ends, ends with
 */
record Program(
        List<Print> prints, @Nullable Loop loop, @Nullable Duration lifetime, int exitCode) {

    Program {
        prints = List.copyOf(prints);
    }

    /** A program that prints one line and stays. */
    static Program running(String startLine) {
        return new Program(List.of(new Print(Duration.ZERO, startLine)), null, null, 0);
    }

    /** A program that prints one line and is done. */
    static Program done(String line) {
        return new Program(List.of(new Print(Duration.ZERO, line)), null, Duration.ZERO, 0);
    }

    /** The newest lines that a run of this age has printed, oldest of them first. */
    List<Print> printed(Duration age, int newest) {
        List<Print> lines = new ArrayList<>(); // newest first
        if (loop != null) {
            loop.addPrinted(age, newest, lines);
        }
        for (Print print : prints.reversed()) {
            if (lines.size() < newest && print.after().compareTo(age) <= 0) {
                lines.add(print);
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    /** The same program, begun later, after other lines. */
    Program after(Duration delay, List<Print> before) {
        List<Print> all = new ArrayList<>(before);
        prints.forEach(print -> all.add(print.later(delay)));
        return new Program(all, loop, lifetime == null ? null : lifetime.plus(delay), exitCode);
    }

    /** The same program, ended from outside when it has not ended before. */
    Program endedAfter(Duration time, int code) {
        return lifetime != null && lifetime.compareTo(time) <= 0 ? this : new Program(prints, loop, time, code);
    }

    /** One line, and how long after the start of the run it comes. */
    record Print(Duration after, String text) {

        Print later(Duration delay) {
            return new Print(after.plus(delay), text);
        }
    }

    /** Lines that repeat: first after {@code start}, then once every {@code period}; their own times count from each turn. */
    record Loop(Duration start, Duration period, List<Print> prints) {

        Loop {
            prints = List.copyOf(prints);
        }

        private void addPrinted(Duration age, int newest, List<Print> lines) {
            if (prints.isEmpty() || age.compareTo(start) < 0) {
                return;
            }
            for (long turn = age.minus(start).dividedBy(period); turn >= 0 && lines.size() < newest; turn--) {
                Duration begin = start.plus(period.multipliedBy(turn));
                for (Print print : prints.reversed()) {
                    Print line = print.later(begin);
                    if (lines.size() < newest && line.after().compareTo(age) <= 0) {
                        lines.add(line);
                    }
                }
            }
        }
    }
}
