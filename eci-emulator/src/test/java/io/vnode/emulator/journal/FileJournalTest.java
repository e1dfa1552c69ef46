package io.vnode.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {

    private static final Change.Put FULL = new Change.Put(
            "naïve \n\"key\"", Instant.parse("2024-01-02T03:04:05.123456789Z"), Duration.ofMillis(1500), 0.25, 7L);
    private static final Change.Put EMPTY = new Change.Put("k", Instant.EPOCH, Duration.ZERO, null, null);

    @TempDir
    private Path folder;

    sealed interface Change {
        record Put(
                String key,
                Instant time,
                Duration duration,
                @Nullable Double number,
                @Nullable Long whole) implements Change {

            public String getNothing() {
                throw new AssertionError("not a component");
            }
        }

        record Nested(Map<String, String> tags, List<Change> changes) implements Change {}
    }

    record Blob(int number, String text) {}

    @Test
    void givesRecordsBackAsTheyWere() {
        Map<String, String> tags = new LinkedHashMap<>(Map.of("z", "1"));
        tags.put("a", "2");
        Change nested = new Change.Nested(tags, List.of(FULL, EMPTY));
        append(FULL, EMPTY, nested);

        List<Change> read = read();

        assertThat(read).containsExactly(FULL, EMPTY, nested);
        assertThat(((Change.Nested) read.getLast()).tags().keySet()).containsExactly("z", "a");
    }

    @Test
    void goesOnBehindWhatItHasRead() {
        append(FULL);

        try (StateDirectory directory = StateDirectory.open(folder)) {
            Journal<Change> journal = directory.journal("changes", Change.class);
            journal.replay(_ -> {});
            journal.append(EMPTY);
        }

        assertThat(read()).containsExactly(FULL, EMPTY);
    }

    @Test
    void cutsATornTailAtWhateverByteItEnds() throws IOException {
        append(FULL, EMPTY);
        byte[] whole = Files.readAllBytes(file());
        int first = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int length = first; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));

            assertThat(read()).as("cut to %d bytes", length).containsExactly(FULL);
            assertThat(Files.size(file())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0\0\0\0\0", "00000000 {}\n", "nonsense\n\n", "00000000 {\"type\":\"Put\"}"})
    void cutsATailThatIsNotARecord(String tail) throws IOException {
        append(FULL);
        long sound = Files.size(file());
        Files.writeString(file(), tail, StandardOpenOption.APPEND);

        append(EMPTY);

        assertThat(sound).isPositive();
        assertThat(read()).containsExactly(FULL, EMPTY);
    }

    @Test
    void refusesAJournalThatIsDamagedBeforeItsEnd() throws IOException {
        append(FULL, EMPTY);
        byte[] bytes = Files.readAllBytes(file());
        bytes[20] ^= 1;
        Files.write(file(), bytes);

        assertThatThrownBy(this::read).isInstanceOf(JournalException.class).hasMessageContaining("changes.journal");
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void refusesRecordsOfAnotherKind() {
        append(FULL);

        try (StateDirectory directory = StateDirectory.open(folder)) {
            Journal<Blob> journal = directory.journal("changes", Blob.class);

            assertThatThrownBy(() -> journal.replay(_ -> {}))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("line 1");
        }
    }

    @Test
    void shortensALongJournalWithoutLosingAnything() throws IOException {
        String text = "x".repeat(100_000);
        try (StateDirectory directory = StateDirectory.open(folder)) {
            Journal<Blob> journal = directory.journal("changes", Blob.class);
            Map<Integer, Blob> present = new TreeMap<>();
            journal.replay(_ -> {});
            for (int i = 0; i < 200; i++) {
                Blob blob = new Blob(i % 3, text + i);
                journal.append(blob);
                present.put(blob.number(), blob);
                journal.compactWhenLong(() -> present.values().stream());
            }
        }

        List<Blob> read = new ArrayList<>();
        try (StateDirectory directory = StateDirectory.open(folder)) {
            directory.journal("changes", Blob.class).replay(read::add);
        }

        Map<Integer, Blob> last = new TreeMap<>();
        read.forEach(blob -> last.put(blob.number(), blob));
        assertThat(Files.size(file())).isLessThan(5_000_000);
        assertThat(last.values()).extracting(Blob::text).containsExactly(text + 198, text + 199, text + 197);
        assertThat(listing()).containsExactlyInAnyOrder("changes.journal", "lock");
    }

    @Test
    void forgetsAnUnfinishedShorterJournal() throws IOException {
        append(FULL);
        Files.writeString(folder.resolve("changes.journal.new"), "half of it");

        assertThat(read()).containsExactly(FULL);
        assertThat(listing()).containsExactlyInAnyOrder("changes.journal", "lock");
    }

    @Test
    void isForOneEmulatorAtATime() {
        try (StateDirectory _ = StateDirectory.open(folder)) {
            assertThatThrownBy(() -> StateDirectory.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use by another emulator");
        }

        try (StateDirectory again = StateDirectory.open(folder)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void canBeReadByItsOwnerAlone() throws IOException {
        append(FULL);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhenTheFolderCannotBe() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("state");

        assertThatThrownBy(() -> StateDirectory.open(blocked))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be used");
    }

    private void append(Change... changes) {
        try (StateDirectory directory = StateDirectory.open(folder)) {
            Journal<Change> journal = directory.journal("changes", Change.class);
            journal.replay(_ -> {});
            Stream.of(changes).forEach(journal::append);
        }
    }

    private List<Change> read() {
        List<Change> read = new ArrayList<>();
        try (StateDirectory directory = StateDirectory.open(folder)) {
            directory.journal("changes", Change.class).replay(read::add);
        }
        return read;
    }

    private Path file() {
        return folder.resolve("changes.journal");
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
