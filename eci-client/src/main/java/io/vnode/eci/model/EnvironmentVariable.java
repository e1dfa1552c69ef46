package io.vnode.eci.model;

/** An environment variable of a container. */
public sealed interface EnvironmentVariable {

    /** Name of the variable. */
    String name();

    /** A variable with a value of its own, which its text form does not show. */
    record Literal(String name, String value) implements EnvironmentVariable {

        @Override
        public String toString() {
            return "Literal[" + name + "]";
        }
    }

    /**
     * A variable whose value ECI sets.
     *
     * @param fieldPath {@code status.podIP}, the only one that ECI documents
     */
    record FieldRef(String name, String fieldPath) implements EnvironmentVariable {}
}
