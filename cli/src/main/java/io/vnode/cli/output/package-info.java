/**
 * How {@code vnode} talks: results on standard output, everything else on standard error, colour where a person reads it.
 *
 * <p>Start at {@link io.vnode.cli.output.Console}. What is said is decided elsewhere.
 */
@NullMarked
package io.vnode.cli.output;

import org.jspecify.annotations.NullMarked;
