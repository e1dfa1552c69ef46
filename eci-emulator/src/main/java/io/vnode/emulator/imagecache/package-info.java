/**
 * Image caches: disks with images on them, which a helper container group fills and a snapshot keeps.
 *
 * <p>Start at {@link ImageCaches}. As everywhere here, no thread drives a cache: what has become of it is worked out from its
 * helper group and the clock whenever somebody asks.
 */
@NullMarked
package io.vnode.emulator.imagecache;

import org.jspecify.annotations.NullMarked;
