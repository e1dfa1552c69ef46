package io.vnode.cli.output;

/** When to use colour: {@code --color}. */
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER
}
