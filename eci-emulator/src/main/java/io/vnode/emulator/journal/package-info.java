/**
 * What happened, written down so that it is still there after {@code kill -9}.
 *
 * <p>Start at {@link StateDirectory}. Each room of the emulator that has something to lose keeps a {@link Journal} in it: a
 * file with one JSON record a line, to which every change is appended before it is told to anybody. At the next start the
 * room reads its records back and does to itself what they say. A half-written last line, left behind by a killed process or
 * a full disk, is recognised by its checksum and cut off. This room knows nothing of what the records mean.
 */
@NullMarked
package io.vnode.emulator.journal;

import org.jspecify.annotations.NullMarked;
