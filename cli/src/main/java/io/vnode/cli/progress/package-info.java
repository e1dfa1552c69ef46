/** How the rooms below the commands say what they are doing, without knowing who listens. */
@NullMarked
package io.vnode.cli.progress;

import org.jspecify.annotations.NullMarked;
