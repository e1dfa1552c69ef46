/** Who an access key belongs to. Start at {@link StsClient}. */
@NullMarked
package io.vnode.eci.sts;

import org.jspecify.annotations.NullMarked;
