/**
 * Commands in running containers: tokens that open a WebSocket, the messages on it, and a small shell behind it.
 *
 * <p>Start at {@link ExecSessions}, which gives out tokens and opens an {@link ExecSession} for each. A session drives one
 * {@link Shell}, which never waits: it goes on for as long as it can and says what it needs next, so that thousands of sleeping
 * commands cost no thread. The files and variables that commands see are those of {@link Surroundings}.
 */
@NullMarked
package io.vnode.emulator.exec;

import org.jspecify.annotations.NullMarked;
