package io.vnode.emulator.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as lines: eight hexadecimal digits of CRC-32, a blank, JSON, a line end.
 *
 * @param <T> a record, or a sealed interface of records
 */
final class RecordLines<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new SealedTypes())
            .changeDefaultVisibility(access -> access.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int CHECKSUM_LENGTH = 8;

    private final ObjectWriter writer;
    private final ObjectReader reader;

    RecordLines(Class<T> type) {
        this.writer = JSON.writerFor(type);
        this.reader = JSON.readerFor(type);
    }

    byte[] write(T record) {
        byte[] json = writer.writeValueAsBytes(record);
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + CHECKSUM_LENGTH + 2);
        line.writeBytes(checksum(json, 0, json.length).getBytes(StandardCharsets.US_ASCII));
        line.write(' ');
        line.writeBytes(json);
        line.write('\n');
        return line.toByteArray();
    }

    /** Whether a line, without its end, is as it was written. */
    boolean sound(byte[] line) {
        return line.length > CHECKSUM_LENGTH + 1
                && new String(line, 0, CHECKSUM_LENGTH, StandardCharsets.US_ASCII)
                        .equals(checksum(line, CHECKSUM_LENGTH + 1, line.length - CHECKSUM_LENGTH - 1));
    }

    /** The record on a sound line; null when it is none that this version of the emulator knows. */
    @Nullable
    T read(byte[] line) {
        try {
            return reader.readValue(line, CHECKSUM_LENGTH + 1, line.length - CHECKSUM_LENGTH - 1);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static String checksum(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
