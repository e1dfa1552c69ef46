package io.vnode.eci.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ECI documents as too much. A request beyond it does not come into being. */
public final class Limits {

    private Limits() {}

    /** Throws unless it holds. */
    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Throws unless a number that may be absent is within bounds. */
    public static void within(String name, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            throw new IllegalArgumentException(
                    most == Long.MAX_VALUE || most == Integer.MAX_VALUE
                            ? "%s is %s; ECI takes no less than %d".formatted(name, value, least)
                            : "%s is %s; ECI takes %d to %d".formatted(name, value, least, most));
        }
    }

    /** Throws when there are too many. */
    public static void atMost(String what, Collection<?> values, int most) {
        require(values.size() <= most, "%d %s; ECI takes %d at most".formatted(values.size(), what, most));
    }

    /** Throws when ECI would not take the client token. */
    public static void clientToken(String clientToken) {
        int most = CreateContainerGroupRequest.MAX_CLIENT_TOKEN_LENGTH;
        require(
                clientToken.matches("\\p{ASCII}{1," + most + "}"),
                "client token '%s' is not 1 to %d ASCII characters".formatted(clientToken, most));
    }

    /** Throws when there is no vSwitch, or too many. */
    public static void vSwitches(List<String> vSwitchIds) {
        int most = CreateContainerGroupRequest.MAX_VSWITCHES;
        require(
                !vSwitchIds.isEmpty() && vSwitchIds.size() <= most,
                "%d vSwitches; ECI takes 1 to %d".formatted(vSwitchIds.size(), most));
    }

    /** Throws when ECI would not take the tags. */
    public static void tags(Map<String, String> tags) {
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

    /** Throws when it is no port. */
    public static void port(int port) {
        require(port >= 1 && port <= 65_535, "port %d is not within 1 to 65535".formatted(port));
    }
}
