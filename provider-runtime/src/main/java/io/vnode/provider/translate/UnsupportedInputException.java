package io.vnode.provider.translate;

/** An object that a pod refers to asks for something that ECI lacks. Caught where the translation starts. */
final class UnsupportedInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unsupported unsupported;

    UnsupportedInputException(PodFeature feature, String field) {
        super(field);
        this.unsupported = new Unsupported(field, feature);
    }

    Unsupported unsupported() {
        return unsupported;
    }
}
