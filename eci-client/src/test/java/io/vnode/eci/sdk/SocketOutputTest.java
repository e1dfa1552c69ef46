package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SocketOutputTest {

    private final AtomicInteger room = new AtomicInteger();
    private final SocketOutput output = new SocketOutput(4, room::incrementAndGet);

    @Test
    void givesWhatWasAddedInOrder() throws IOException {
        output.add(bytes("ab"));
        output.add(bytes("c"));
        output.end();

        assertThat(new String(output.readAllBytes(), UTF_8)).isEqualTo("abc");
        assertThat(output.read()).isEqualTo(-1);
    }

    @Test
    void holdsTheSenderBackUntilThereIsRoom() throws IOException {
        assertThat(output.add(bytes("abc"))).isFalse();
        assertThat(output.add(bytes("de"))).isTrue();

        assertThat(output.read()).isEqualTo('a');
        assertThat(room).hasValue(0);
        assertThat(output.read()).isEqualTo('b');
        assertThat(room).hasValue(1);
        assertThat(output.readNBytes(3)).isEqualTo(bytes("cde"));
        assertThat(room).hasValue(1);
    }

    @Test
    void letsTheSenderGoOnWhenNobodyWantsToReadAnyMore() {
        assertThat(output.add(bytes("abcd"))).isTrue();

        output.close();

        assertThat(room).hasValue(1);
        assertThat(output.add(bytes("abcd"))).isFalse();
    }

    @Test
    void waitsForMore() throws Exception {
        CompletableFuture<Integer> read = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                read.complete(output.read());
            } catch (IOException e) {
                read.completeExceptionally(e);
            }
        });

        output.add(bytes("x"));

        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo('x');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
