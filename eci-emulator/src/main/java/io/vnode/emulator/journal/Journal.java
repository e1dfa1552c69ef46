package io.vnode.emulator.journal;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The memory of one room. Its owner calls all methods under one lock of its own: first {@link #replay}, once, then {@link
 * #append} for each change before it makes the change.
 *
 * @param <T> a record, or a sealed interface of records whose simple names become the {@code type} on each line
 */
public interface Journal<T> {

    /** Reads back what earlier processes appended, oldest first. */
    void replay(Consumer<? super T> reader);

    /**
     * Writes a record. When this returns, the record outlives this process; when it throws, nothing was written.
     *
     * @throws JournalException when the record cannot be written, for example because the disk is full
     */
    void append(T record);

    /**
     * Writes the journal anew, shorter, when it has grown long enough for that to pay. What the supplier gives must rebuild the
     * present state by itself.
     */
    void compactWhenLong(Supplier<Stream<? extends T>> presentState);

    /** A journal that remembers nothing. */
    static <T> Journal<T> none() {
        return new Journal<>() {
            @Override
            public void replay(Consumer<? super T> reader) {
                // nothing was ever written
            }

            @Override
            public void append(T record) {
                // the state ends with the process
            }

            @Override
            public void compactWhenLong(Supplier<Stream<? extends T>> presentState) {
                // nothing grows
            }
        };
    }
}
