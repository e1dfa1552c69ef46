package io.vnode.provider.translate.annotation;

import java.util.List;

/** Annotations of a pod have values that break their rules. The message names each key, value and rule. */
public final class InvalidAnnotationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidAnnotationException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
