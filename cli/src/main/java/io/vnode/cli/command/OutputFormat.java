package io.vnode.cli.command;

/** How a report is printed: {@code -o}. */
enum OutputFormat {
    TABLE,
    JSON,
    YAML
}
