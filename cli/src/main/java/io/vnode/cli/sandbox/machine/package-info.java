/** The machine that a sandbox runs on: its files, its ports, its address. */
@NullMarked
package io.vnode.cli.sandbox.machine;

import org.jspecify.annotations.NullMarked;
