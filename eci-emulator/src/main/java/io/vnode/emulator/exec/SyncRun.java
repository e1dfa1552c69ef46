package io.vnode.emulator.exec;

import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.GroupSnapshot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A command that was run to its end at once: what it wrote, and how long it would have taken.
 *
 * @param output all output, errors among it, in the order in which it was written
 * @param length the time that it slept
 */
public record SyncRun(String output, Duration length) {

    /** No answer comes later than this; a command that takes longer is cut off. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** Runs a command without input. */
    public static SyncRun of(GroupSnapshot group, ContainerSnapshot container, List<String> command, Instant start) {
        Input input = new Input();
        input.close();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Shell shell = new Shell(
                Surroundings.of(group, container), input, (_, bytes) -> written.writeBytes(bytes), false, command);
        Instant end = start.plus(LONGEST);
        Instant now = start;
        while (now.isBefore(end) && shell.proceed(now) instanceof Need.Time(Instant until)) {
            now = until.isBefore(end) ? until : end;
        }
        return new SyncRun(written.toString(StandardCharsets.UTF_8), Duration.between(start, now));
    }
}
