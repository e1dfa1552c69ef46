package io.vnode.emulator.action;

import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A position in a listing, as callers carry it around: they cannot read it and must not make one up. */
final class NextToken {

    private static final String PREFIX = "group:";

    private NextToken() {}

    static String write(@Nullable Long position) {
        return position == null
                ? ""
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((PREFIX + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position of the token in the call, 0 without one. */
    static long read(Parameters parameters) {
        String token = parameters.find("NextToken");
        if (token == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.startsWith(PREFIX)) {
                return Long.parseLong(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException _) {
            // not one of ours: refused below
        }
        throw ApiException.invalid("NextToken", "is none that this API has given out");
    }
}
