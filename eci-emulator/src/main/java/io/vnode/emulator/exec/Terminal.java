package io.vnode.emulator.exec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The terminal between a person's keys and a command: it echoes what is typed, lets the line be corrected, and knows Ctrl-C,
 * Ctrl-D, Ctrl-U and Backspace. Nothing more; history and cursor keys would be the shell's.
 */
final class Terminal {

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_U = 21;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int MAX_LINE = 4096;
    private static final byte[] ERASE = "\b \b".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Input input;
    private final Runnable interrupt;
    private byte[] line = new byte[0];

    Terminal(Input input, Runnable interrupt) {
        this.input = input;
        this.interrupt = interrupt;
    }

    /** Takes what was typed and tells what the person sees of it. */
    byte[] typed(byte[] keys) {
        ByteArrayOutputStream echo = new ByteArrayOutputStream();
        for (byte key : keys) {
            key(key, echo);
        }
        return echo.toByteArray();
    }

    private void key(byte key, ByteArrayOutputStream echo) {
        switch (key) {
            case '\r', '\n' -> {
                echo.writeBytes(NEW_LINE);
                append((byte) '\n');
                hand();
            }
            case CTRL_C -> {
                echo.writeBytes("^C\r\n".getBytes(StandardCharsets.US_ASCII));
                line = new byte[0];
                input.clear();
                interrupt.run();
            }
            case CTRL_D -> {
                if (line.length == 0) {
                    input.addEnd();
                } else {
                    hand();
                }
            }
            case CTRL_U -> {
                while (line.length > 0) {
                    erase(echo);
                }
            }
            case BACKSPACE, DELETE -> erase(echo);
            default -> {
                if (line.length < MAX_LINE) {
                    append(key);
                    show(key, echo);
                }
            }
        }
    }

    private void append(byte key) {
        line = Arrays.copyOf(line, line.length + 1);
        line[line.length - 1] = key;
    }

    private static void show(byte key, ByteArrayOutputStream echo) {
        if (control(key)) {
            echo.write('^');
            echo.write(key + '@');
        } else {
            echo.write(key);
        }
    }

    private void hand() {
        var _ = input.add(line); // a full buffer loses what is typed, as terminals do
        line = new byte[0];
    }

    /** Takes back the last character, which may be several bytes of UTF-8. */
    private void erase(ByteArrayOutputStream echo) {
        if (line.length == 0) {
            return;
        }
        int end = line.length - 1;
        while (end > 0 && (line[end] & 0xC0) == 0x80) {
            end--;
        }
        echo.writeBytes(ERASE);
        if (control(line[end])) {
            echo.writeBytes(ERASE);
        }
        line = Arrays.copyOf(line, end);
    }

    private static boolean control(byte key) {
        return key >= 0 && key < ' ' && key != '\t';
    }
}
