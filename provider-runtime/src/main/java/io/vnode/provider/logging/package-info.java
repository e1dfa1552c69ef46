/**
 * How the process writes its log: lines of text or of JSON on standard error, and how much of it, which may change while it
 * runs.
 *
 * <p>Start at {@link LogConfiguration}, which Logback finds as a service. Nobody but this room knows Logback; all others log
 * through SLF4J.
 */
@NullMarked
package io.vnode.provider.logging;

import org.jspecify.annotations.NullMarked;
