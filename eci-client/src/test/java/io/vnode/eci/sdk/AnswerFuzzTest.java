package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds damaged answers to the readers: each is read, or refused with the one exception for it, and none runs on. */
class AnswerFuzzTest {

    private static final int BODIES = 120_000;
    private static final List<String> SURPRISES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[[[",
            "\\u00",
            "\"\\",
            ",",
            ":",
            "}",
            "]",
            "\"2024-13-45T99:99:99Z\"");

    private final Random random = new Random(20_180_808); // the same damage in every run

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyDamagedPageIsReadOrRefused() throws IOException {
        byte[] page = sample("page.json");
        int read = feed(page, body -> ContainerGroupReader.page(Fields.of(body)));

        // Damage to what nobody asks for, or that leaves a text a text, goes unnoticed; most does not.
        assertThat(read).isBetween(BODIES / 100, BODIES * 9 / 10);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyDamagedErrorIsReadOrRefused() throws IOException {
        byte[] error = sample("error.json");
        int read = feed(error, body -> Answer.Refusal.read(400, body));

        assertThat(read).isBetween(BODIES / 100, BODIES * 9 / 10);
    }

    private int feed(byte[] whole, Consumer<byte[]> reader) {
        int read = 0;
        for (int i = 0; i < BODIES; i++) {
            byte[] body = whole;
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                body = damaged(body);
            }
            read += readable(body, reader) ? 1 : 0;
        }
        return read;
    }

    private static boolean readable(byte[] body, Consumer<byte[]> reader) {
        try {
            reader.accept(body);
            return true;
        } catch (UnreadableAnswerException _) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("this body was neither read nor refused: " + new String(body, UTF_8), e);
        }
    }

    private byte[] damaged(byte[] body) {
        if (body.length < 2) {
            return body;
        }
        int from = random.nextInt(body.length);
        int to = Math.min(body.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(body, from);
            case 1 -> joined(body, from, new byte[0], to);
            case 2 -> joined(body, from, randomBytes(), from);
            case 3 -> joined(body, to, Arrays.copyOfRange(body, from, to), to);
            case 4 ->
                joined(
                        body,
                        from,
                        SURPRISES.get(random.nextInt(SURPRISES.size())).getBytes(UTF_8),
                        to);
            default -> flipped(body, from);
        };
    }

    private static byte[] joined(byte[] body, int end, byte[] middle, int begin) {
        byte[] joined = new byte[end + middle.length + body.length - begin];
        System.arraycopy(body, 0, joined, 0, end);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(body, begin, joined, end + middle.length, body.length - begin);
        return joined;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] body, int at) {
        byte[] flipped = body.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream sample = AnswerFuzzTest.class.getResourceAsStream("/answers/" + name)) {
            return Objects.requireNonNull(sample, name).readAllBytes();
        }
    }
}
