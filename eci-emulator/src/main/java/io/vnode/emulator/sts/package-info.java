/**
 * The product {@code Sts}: temporary keys, and the answer to "who am I?".
 *
 * <p>Start at {@link StsActions}.
 */
@NullMarked
package io.vnode.emulator.sts;

import org.jspecify.annotations.NullMarked;
