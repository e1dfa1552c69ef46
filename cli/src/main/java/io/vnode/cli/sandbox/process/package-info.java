/**
 * Operating system processes: started, watched, found again after their starter died, and ended.
 *
 * <p>{@link SupervisedProcess} is one program that is kept running; {@link SandboxProcesses} finds what belongs to a
 * sandbox by the marks on its command lines.
 */
@NullMarked
package io.vnode.cli.sandbox.process;

import org.jspecify.annotations.NullMarked;
