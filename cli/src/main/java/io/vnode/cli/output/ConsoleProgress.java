package io.vnode.cli.output;

import io.vnode.cli.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Progress for people: on a terminal one line that changes, above it the steps that are done; elsewhere a line whenever
 * something changed.
 */
public final class ConsoleProgress implements Progress {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final Console console;
    private final Clock clock;
    private String step = "";
    private String lastState = "";
    private Instant since = Instant.EPOCH;

    public ConsoleProgress(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public synchronized void begin(String newStep) {
        step = newStep;
        lastState = "";
        since = clock.instant();
        show("..  " + step);
    }

    @Override
    public synchronized void waiting(String state) {
        if (!state.equals(lastState)) {
            lastState = state;
            show("..  " + step + "  " + state);
        }
    }

    @Override
    public synchronized void end(String outcome) {
        clearLive();
        console.talk("%s  %s  %s  %s"
                .formatted(
                        console.talkStyle().green("ok"),
                        step,
                        outcome,
                        console.talkStyle().dim(seconds(Duration.between(since, clock.instant())))));
        step = "";
    }

    @Override
    public synchronized void note(String line) {
        clearLive();
        console.talk(line);
    }

    /** Ends a line that was still changing, so that what follows starts on its own. */
    public synchronized void abandon() {
        if (console.liveTalk() && !step.isEmpty()) {
            console.talkStream().println();
            console.talkStream().flush();
        }
        step = "";
    }

    private void show(String line) {
        if (console.liveTalk()) {
            console.talkStream().print(CLEAR_LINE + console.talkStyle().dim(line));
            console.talkStream().flush();
        } else {
            console.talk(line);
        }
    }

    private void clearLive() {
        if (console.liveTalk()) {
            console.talkStream().print(CLEAR_LINE);
            console.talkStream().flush();
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
    }
}
