package io.vnode.provider.translate;

/** Something that a pod refers to is missing. Caught where the translation starts. */
final class MissingInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingInputException(String message) {
        super(message);
    }
}
