/**
 * How often each action may be called.
 *
 * <p>Start at {@link RateLimiter}. Which limits there are is a setting: {@link RateLimits} knows both published editions.
 */
@NullMarked
package io.vnode.emulator.rates;

import org.jspecify.annotations.NullMarked;
