package io.vnode.cli.plan;

/**
 * A field with another value.
 *
 * @param path for example {@code spec.replicas}
 * @param before value now; empty when absent, stars when secret
 * @param after value afterwards; empty when absent, stars when secret
 */
public record FieldChange(String path, String before, String after) {}
