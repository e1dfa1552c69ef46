/**
 * What a verb does. Each operation works out first, shows, and then carries out; it can be stopped at any moment and run
 * again.
 *
 * <p>Start at {@link io.vnode.cli.operation.InstallOperation}.
 */
@NullMarked
package io.vnode.cli.operation;

import org.jspecify.annotations.NullMarked;
