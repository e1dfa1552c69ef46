/**
 * What everything that speaks HTTP to the cloud has in common: which proxy leads there ({@link Proxies}), and small
 * exchanges that end in time ({@link BoundedHttp}). It knows nothing of the cloud.
 */
@NullMarked
package io.vnode.eci.http;

import org.jspecify.annotations.NullMarked;
