package io.vnode.eci.sdk;

import com.aliyuncs.AcsRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts parameters into a request by the names that the service knows. What is null is left out; lists count from 1. */
final class ParameterWriter {

    private final AcsRequest<?> request;
    private final String prefix;

    private ParameterWriter(AcsRequest<?> request, String prefix) {
        this.request = request;
        this.prefix = prefix;
    }

    static ParameterWriter to(AcsRequest<?> request) {
        return new ParameterWriter(request, "");
    }

    /** Writes the members of something: {@code under("SecurityContext")} puts {@code SecurityContext.RunAsUser}. */
    ParameterWriter under(String name) {
        return new ParameterWriter(request, prefix + name + ".");
    }

    ParameterWriter put(String name, @Nullable Object value) {
        if (value != null) {
            request.putQueryParameter(
                    prefix + name, value instanceof BigDecimal number ? number.toPlainString() : value);
        }
        return this;
    }

    /** Several texts in one parameter; none of them is no parameter. */
    ParameterWriter joined(String name, List<String> texts) {
        return texts.isEmpty() ? this : put(name, String.join(",", texts));
    }

    ParameterWriter texts(String list, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            put("%s.%d".formatted(list, i + 1), texts.get(i));
        }
        return this;
    }

    <T> ParameterWriter each(String list, List<? extends T> items, BiConsumer<ParameterWriter, T> writer) {
        for (int i = 0; i < items.size(); i++) {
            writer.accept(under("%s.%d".formatted(list, i + 1)), items.get(i));
        }
        return this;
    }

    /** Writes something if it is there. */
    <T> ParameterWriter ifPresent(@Nullable T value, BiConsumer<ParameterWriter, T> writer) {
        if (value != null) {
            writer.accept(this, value);
        }
        return this;
    }

    ParameterWriter tags(Map<String, String> tags) {
        return each("Tag", List.copyOf(tags.entrySet()), (tag, entry) -> tag.put("Key", entry.getKey())
                .put("Value", entry.getValue()));
    }
}
