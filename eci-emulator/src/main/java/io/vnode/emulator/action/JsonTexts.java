package io.vnode.emulator.action;

import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Parameters that hold a JSON array of texts. */
final class JsonTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonTexts() {}

    /** The texts, in their order. */
    static List<String> read(Parameters parameters, String name) {
        try {
            @Nullable List<@Nullable String> texts = JSON.readValue(parameters.text(name), new TypeReference<>() {});
            if (texts != null && !texts.contains(null)) {
                return List.copyOf(texts);
            }
        } catch (JacksonException _) {
            // refused below
        }
        throw ApiException.invalid(name, "must be a JSON array of texts");
    }

    /** Ids, not too many of them. */
    static Set<String> ids(Parameters parameters, String name, int max) {
        List<String> ids = read(parameters, name);
        if (ids.size() > max) {
            throw ApiException.invalid(name, "lists %d ids; at most %d are allowed".formatted(ids.size(), max));
        }
        return new LinkedHashSet<>(ids);
    }
}
