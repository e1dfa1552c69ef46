package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The canonical encoding that signatures are made over: only letters, digits and {@code - _ . ~} stay as they are. */
final class PercentEncoding {

    private static final String UNRESERVED = "-_.~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (literal(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static boolean literal(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || (b > 0 && UNRESERVED.indexOf(b) >= 0);
    }
}
