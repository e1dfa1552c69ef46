/** Looks at cluster and cloud before anything is changed. Start at {@link io.vnode.cli.check.Preflight}. */
@NullMarked
package io.vnode.cli.check;

import org.jspecify.annotations.NullMarked;
