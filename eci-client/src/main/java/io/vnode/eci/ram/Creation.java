package io.vnode.eci.ram;

/**
 * What came of creating something under a name.
 *
 * @param <T> what was to be created
 */
public sealed interface Creation<T> {

    /** It is there now, and was not before. */
    record Created<T>(T value) implements Creation<T> {}

    /** Something of that name was there already; it is as it was. */
    record AlreadyExists<T>() implements Creation<T> {}
}
