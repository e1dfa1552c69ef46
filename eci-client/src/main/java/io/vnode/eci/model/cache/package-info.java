/** Image caches: what is ordered, looked for and described. Start at {@link CreateImageCacheRequest}. */
@NullMarked
package io.vnode.eci.model.cache;

import org.jspecify.annotations.NullMarked;
