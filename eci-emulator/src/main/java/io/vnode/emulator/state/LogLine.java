package io.vnode.emulator.state;

import java.time.Instant;

/** One line that a container printed. */
public record LogLine(Instant time, String text) {}
