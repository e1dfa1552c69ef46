package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes text as signatures want it: letters, digits and {@code - _ . ~} as they are, every other byte of UTF-8 as {@code %XX}. */
final class PercentEncoding {

    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static void append(StringBuilder target, CharSequence text) {
        int literal = 0; // where the characters begin that go as they are, and all at once
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!unreserved(c)) {
                int end = Character.isHighSurrogate(c) ? Math.min(text.length(), i + 2) : i + 1;
                target.append(text, literal, i);
                escape(target, text, i, end);
                literal = end;
                i = end - 1;
            }
        }
        target.append(text, literal, text.length());
    }

    private static void escape(StringBuilder target, CharSequence text, int from, int to) {
        char c = text.charAt(from);
        if (c < 0x80) {
            append(target, (byte) c);
            return;
        }
        for (byte each : text.subSequence(from, to).toString().getBytes(UTF_8)) {
            append(target, each);
        }
    }

    private static void append(StringBuilder target, byte value) {
        target.append('%').append(DIGITS[(value >> 4) & 0xF]).append(DIGITS[value & 0xF]);
    }

    private static boolean unreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
