/**
 * What a journey stands on: vnode installed from its archive into a folder of the test's own, and commands run as a user
 * runs them. Start at {@link Stand}.
 */
@NullMarked
package io.vnode.e2e.stand;

import org.jspecify.annotations.NullMarked;
