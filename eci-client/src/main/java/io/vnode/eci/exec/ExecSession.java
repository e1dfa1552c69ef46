package io.vnode.eci.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A conversation with a command. All reading and writing blocks; each stream may be used by a thread of its own.
 *
 * <p>Output that nobody reads fills a buffer and then holds the command back, so both outputs must be read, or closed,
 * which drops what comes.
 */
public interface ExecSession extends AutoCloseable {

    /** The command's input. Closing it tells the command that no more will come. */
    OutputStream stdin();

    /** What the command prints; with a terminal, everything. Ends when the command has ended. */
    InputStream stdout();

    /** What the command complains of; nothing with a terminal. Ends when the command has ended. */
    InputStream stderr();

    /** Tells the command the size of its terminal. */
    void resize(int columns, int lines) throws IOException;

    /**
     * Waits for the command's end.
     *
     * @return how it ended, or {@link ExecEnd.Unknown} when the time ran out or the connection broke
     */
    ExecEnd await(Duration patience) throws InterruptedException;

    /** Leaves the conversation, which ends the command if it still runs. Reading and writing threads come back. */
    @Override
    void close();
}
