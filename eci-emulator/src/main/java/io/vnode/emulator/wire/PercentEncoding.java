package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The canonical encoding that signatures are made over: only letters, digits and {@code - _ . ~} stay as they are. */
final class PercentEncoding {

    private static final String UNRESERVED = "-_.~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Appends what becomes of the text when it is encoded, and the result encoded again. */
    static void encodeTwice(String text, StringBuilder encoded) {
        int begin = 0; // of what can be taken over as it is
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                encoded.append(text, begin, i);
                encodeBytes(text.substring(i), encoded);
                return;
            }
            if (!literal((byte) c)) {
                encoded.append(text, begin, i);
                append((byte) c, encoded);
                begin = i + 1;
            }
        }
        encoded.append(text, begin, text.length());
    }

    private static void encodeBytes(String text, StringBuilder encoded) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            append(b, encoded);
        }
    }

    private static void append(byte b, StringBuilder encoded) {
        if (literal(b)) {
            encoded.append((char) b);
        } else {
            encoded.append("%25").append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
        }
    }

    private static boolean literal(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || (b > 0 && UNRESERVED.indexOf(b) >= 0);
    }
}
