package io.vnode.eci.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ECI documents as too much. A request beyond it does not come into being. */
final class Limits {

    private Limits() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void within(String name, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            throw new IllegalArgumentException(
                    most == Long.MAX_VALUE || most == Integer.MAX_VALUE
                            ? "%s is %s; ECI takes no less than %d".formatted(name, value, least)
                            : "%s is %s; ECI takes %d to %d".formatted(name, value, least, most));
        }
    }

    static void atMost(String what, Collection<?> values, int most) {
        require(values.size() <= most, "%d %s; ECI takes %d at most".formatted(values.size(), what, most));
    }

    static void clientToken(String clientToken) {
        int most = CreateContainerGroupRequest.MAX_CLIENT_TOKEN_LENGTH;
        require(
                clientToken.matches("\\p{ASCII}{1," + most + "}"),
                "client token '%s' is not 1 to %d ASCII characters".formatted(clientToken, most));
    }

    static void vSwitches(List<String> vSwitchIds) {
        int most = CreateContainerGroupRequest.MAX_VSWITCHES;
        require(
                !vSwitchIds.isEmpty() && vSwitchIds.size() <= most,
                "%d vSwitches; ECI takes 1 to %d".formatted(vSwitchIds.size(), most));
    }

    static void tags(Map<String, String> tags) {
        atMost("tags", tags.keySet(), CreateContainerGroupRequest.MAX_TAGS);
        tags.forEach((key, value) -> {
            require(!key.isEmpty(), "a tag has no key");
            tagText("key", key, key, 64);
            tagText("value", key, value, 128);
        });
    }

    private static void tagText(String part, String key, String text, int most) {
        require(
                text.length() <= most
                        && !text.startsWith("acs:")
                        && !text.startsWith("aliyun")
                        && !text.contains("http://")
                        && !text.contains("https://"),
                "the %s of tag '%s' is longer than %d characters, begins with acs: or aliyun, or has a URL in it"
                        .formatted(part, key, most));
    }

    static void port(int port) {
        require(port >= 1 && port <= 65_535, "port %d is not within 1 to 65535".formatted(port));
    }
}
