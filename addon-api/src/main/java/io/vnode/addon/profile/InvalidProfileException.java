package io.vnode.addon.profile;

import java.util.List;

/** A profile is malformed. The message has a sentence for each problem and can be shown to people as it is. */
public final class InvalidProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidProfileException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
