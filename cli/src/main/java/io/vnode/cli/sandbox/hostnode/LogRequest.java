package io.vnode.cli.sandbox.hostnode;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubectl logs} asks for, as the API server passes it on.
 *
 * @param tailLines how many lines from the end, or null for all
 * @param follow whether to go on while the container writes
 * @param previous whether the run before the current one is meant
 */
record LogRequest(
        String namespace,
        String pod,
        String container,
        @Nullable Integer tailLines,
        boolean follow,
        boolean previous) {

    private static final String FIRST = "containerLogs";

    /** The request, or null if the address is not that of a container's log. */
    static @Nullable LogRequest parse(URI address) {
        List<String> parts = List.of(address.getPath().substring(1).split("/", -1));
        if (parts.size() != 4 || !parts.getFirst().equals(FIRST)) {
            return null;
        }
        Map<String, String> options = options(address.getRawQuery());
        return new LogRequest(
                parts.get(1),
                parts.get(2),
                parts.get(3),
                number(options.get("tailLines")),
                "true".equals(options.get("follow")),
                "true".equals(options.get("previous")));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new HashMap<>();
        if (query != null) {
            for (String option : query.split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    String value = option.substring(equals + 1);
                    options.put(option.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
                }
            }
        }
        return options;
    }
}
