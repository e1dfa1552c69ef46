package io.vnode.emulator.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final Input input = new Input();
    private final AtomicInteger interrupts = new AtomicInteger();
    private final Terminal terminal = new Terminal(input, interrupts::incrementAndGet);

    @Test
    void echoesAndHandsOverWholeLines() {
        assertThat(type("ls")).isEqualTo("ls");
        assertThat(input.take()).isNull();
        assertThat(type(" -l\r")).isEqualTo(" -l\r\n");
        assertThat(input.takeLine()).isEqualTo("ls -l");
    }

    @Test
    void takesBackWholeCharacters() {
        assertThat(type("a€\u007f")).isEqualTo("a€\b \b");
        assertThat(type("b\u0015\u0015c\b\b\r")).isEqualTo("b\b \b\b \bc\b \b\r\n");
        assertThat(input.takeLine()).isEmpty();
    }

    @Test
    void showsControlCharactersAsTwo() {
        assertThat(type("\u001b[A\u007f\u007f\u007f")).isEqualTo("^[[A\b \b\b \b\b \b\b \b");
    }

    @Test
    void interruptsAndForgetsWhatWasTyped() {
        type("first\nsecond");

        assertThat(type("\u0003")).isEqualTo("^C\r\n");

        assertThat(interrupts).hasValue(1);
        assertThat(input.hasLine()).isFalse();
        type("\n");
        assertThat(input.takeLine()).isEmpty();
    }

    @Test
    void endsTheInputOnAnEmptyLineOnly() {
        type("a\u0004");
        assertThat(input.atEnd()).isFalse();
        assertThat(new String(input.take(), StandardCharsets.UTF_8)).isEqualTo("a");
        type("\u0004");
        assertThat(input.atEnd()).isTrue();
        input.passEnd();
        assertThat(input.atEnd()).isFalse();
    }

    private String type(String keys) {
        return new String(terminal.typed(keys.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
