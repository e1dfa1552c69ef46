package io.vnode.provider.kubelet;

import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.provider.http.HttpReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes a log as it grows. ECI gives snapshots only, so it asks again and again from the last line seen. */
final class LogFollower implements HttpReply.BodyWriter {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final EciClient eci;
    private final String groupId;
    private final String container;
    private final LogOptions options;
    private final BooleanSupplier ended;
    private final LogCursor cursor = new LogCursor();

    /** {@code ended} tells whether no further line is to come. */
    LogFollower(EciClient eci, String groupId, String container, LogOptions options, BooleanSupplier ended) {
        this.eci = eci;
        this.groupId = groupId;
        this.container = container;
        this.options = options;
        this.ended = ended;
    }

    @Override
    public void writeTo(HttpReply.Sink sink) throws IOException, InterruptedException {
        Instant begin = options.nothingOfThePast() ? Instant.now() : options.sinceTime();
        boolean last = false;
        while (!last) {
            // Asked before reading: what was said until the end is then in the snapshot.
            last = ended.getAsBoolean();
            for (String line : cursor.fresh(snapshot(begin))) {
                String shown = options.timestamps() ? line : LogCursor.textOf(line);
                sink.write((shown + "\n").getBytes(StandardCharsets.UTF_8));
            }
            if (!last) {
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private List<String> snapshot(@Nullable Instant begin) throws IOException {
        Instant from = cursor.from() == null ? begin : cursor.from();
        boolean anew = cursor.from() == null && !options.nothingOfThePast();
        try {
            String content = eci.describeContainerLog(new ContainerLogRequest(
                            groupId,
                            container,
                            anew ? ContainerLogs.tail(options) : ContainerLogRequest.MAX_TAIL,
                            from,
                            from == null ? options.sinceSeconds() : null,
                            null,
                            true,
                            options.previous()))
                    .content();
            return content.lines().toList();
        } catch (EciException e) {
            if (e.kind().passing()) {
                return List.of();
            }
            throw new IOException("ECI answered " + e.code(), e);
        }
    }
}
