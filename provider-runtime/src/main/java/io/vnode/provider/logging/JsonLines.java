package io.vnode.provider.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line. Key-values are fields of their own ({@code "pod":"default/web"}), as log stores index them; Logback's
 * own JSON would put them into a list of objects.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = new byte[0];
    private static final Set<String> RESERVED = Set.of("time", "level", "logger", "thread", "message", "error");

    private final JsonFactory json = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            generator.writeStartObject();
            generator.writeStringProperty("time", event.getInstant().toString());
            generator.writeStringProperty("level", event.getLevel().levelStr.toLowerCase(Locale.ROOT));
            generator.writeStringProperty("logger", event.getLoggerName());
            generator.writeStringProperty("thread", event.getThreadName());
            generator.writeStringProperty("message", event.getFormattedMessage());
            keyValues(generator, event.getKeyValuePairs());
            IThrowableProxy error = event.getThrowableProxy();
            if (error != null) {
                generator.writeStringProperty("error", ThrowableProxyUtil.asString(error));
            }
            generator.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void keyValues(JsonGenerator generator, @Nullable List<KeyValuePair> pairs) {
        if (pairs == null) {
            return;
        }
        Set<String> written = new HashSet<>(RESERVED);
        for (KeyValuePair pair : pairs) {
            String key = RESERVED.contains(pair.key) ? pair.key + "Value" : pair.key;
            if (written.add(key)) {
                value(generator, key, pair.value);
            }
        }
    }

    private static void value(JsonGenerator generator, String key, @Nullable Object value) {
        generator.writeName(key);
        switch (value) {
            case null -> generator.writeNull();
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
