/**
 * One class for each verb: it parses, connects, calls one operation and prints one report. With {@code VnodeMain} the only
 * room that knows picocli.
 *
 * <p>Start at {@link io.vnode.cli.command.CommandTree}, which lists the verbs and builds only those that were asked for.
 */
@NullMarked
package io.vnode.cli.command;

import org.jspecify.annotations.NullMarked;
