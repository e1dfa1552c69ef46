/** Access keys for Alibaba Cloud. They leave this type only to sign a request. Start at {@link Credentials}. */
@NullMarked
package io.vnode.eci.credentials;

import org.jspecify.annotations.NullMarked;
