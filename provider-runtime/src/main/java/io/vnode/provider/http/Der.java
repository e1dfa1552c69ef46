package io.vnode.provider.http;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the few elements of DER of which a certificate consists. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    /** From this year on, certificates write years with four digits. */
    private static final int FOUR_DIGITS_FROM = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return element(SEQUENCE, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return element(SET, joined(parts));
    }

    static byte[] integer(BigInteger number) {
        return element(INTEGER, number.toByteArray());
    }

    static byte[] bitString(byte[] bits) {
        return element(BIT_STRING, joined(new byte[] {0}, bits));
    }

    static byte[] octetString(byte[] octets) {
        return element(OCTET_STRING, octets);
    }

    static byte[] utf8String(String text) {
        return element(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An element whose meaning its place tells. */
    static byte[] tagged(int number, byte[] content) {
        return element(CONTEXT | number, content);
    }

    /** An element around others whose meaning its place tells. */
    static byte[] wrapped(int number, byte[] element) {
        return element(CONTEXT | CONSTRUCTED | number, element);
    }

    static byte[] time(Instant instant) {
        boolean late = instant.atOffset(ZoneOffset.UTC).getYear() >= FOUR_DIGITS_FROM;
        DateTimeFormatter form = DateTimeFormatter.ofPattern(late ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'");
        byte[] text = form.format(instant.atOffset(ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII);
        return element(late ? GENERALIZED_TIME : UTC_TIME, text);
    }

    static byte[] objectIdentifier(int... arcs) {
        var content = new ByteArrayOutputStream();
        content.write(arcs[0] * 40 + arcs[1]);
        for (int index = 2; index < arcs.length; index++) {
            int arc = arcs[index];
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >>> shift != 0) {
                    content.write(((arc >>> shift) & 0x7f) | 0x80);
                }
            }
            content.write(arc & 0x7f);
        }
        return element(OBJECT_IDENTIFIER, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        var out = new ByteArrayOutputStream(content.length + 5);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int leading = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - leading));
            out.write(length, leading, length.length - leading);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
