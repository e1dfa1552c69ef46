package io.vnode.provider.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/** One flight recording at a time, bounded in time and size. The only class that knows {@code jdk.jfr}, which an image may lack. */
final class FlightRecorder {

    static final Duration LONGEST = Duration.ofMinutes(10);

    /** The template's scratch volume holds twice that. */
    private static final long MOST_BYTES = 24L << 20;

    /** Access keys ride in the environment, and command lines are other people's. */
    private static final List<String> NEVER_RECORDED =
            List.of("jdk.InitialEnvironmentVariable", "jdk.InitialSystemProperty", "jdk.SystemProcess");

    /** What is known of the recording. */
    record Status(
            String state,
            long bytes,
            @Nullable String startedAt,
            @Nullable String endsAt) {}

    private @Nullable Recording recording;

    /**
     * Starts a recording; false when one is running. One that has ended is thrown away.
     *
     * @throws IOException when the JVM lacks the settings or cannot write
     */
    synchronized boolean start(Duration time, String settings) throws IOException {
        Recording known = recording;
        if (known != null && known.getState() == RecordingState.RUNNING) {
            return false;
        }
        discard();
        Recording started = new Recording(configuration(settings));
        NEVER_RECORDED.forEach(started::disable);
        started.setName("vnode");
        started.setDuration(time);
        started.setMaxSize(MOST_BYTES);
        started.setToDisk(true);
        started.start();
        recording = started;
        return true;
    }

    private static Configuration configuration(String settings) throws IOException {
        try {
            return Configuration.getConfiguration(settings);
        } catch (ParseException e) {
            throw new IOException("the JVM's recording settings '%s' cannot be read".formatted(settings), e);
        }
    }

    /** Ends the recording, which can then still be fetched; false when none is running. */
    synchronized boolean stop() {
        return recording != null && recording.getState() == RecordingState.RUNNING && recording.stop();
    }

    /** Throws the recording away. */
    synchronized void discard() {
        if (recording != null) {
            recording.close();
            recording = null;
        }
    }

    /** What has been recorded so far; null when there is nothing. */
    synchronized byte @Nullable [] content() throws IOException {
        if (recording == null) {
            return null;
        }
        Path file = Files.createTempFile("vnode", ".jfr");
        try {
            recording.dump(file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    synchronized Status status() {
        if (recording == null) {
            return new Status("none", 0, null, null);
        }
        String ends = recording.getState() == RecordingState.RUNNING && recording.getStartTime() != null
                ? recording.getStartTime().plus(recording.getDuration()).toString()
                : null;
        return new Status(
                recording.getState().name().toLowerCase(Locale.ROOT),
                recording.getSize(),
                String.valueOf(recording.getStartTime()),
                ends);
    }
}
