/**
 * Container groups and their life: scheduled, pulled, running, ended, deleted, forgotten.
 *
 * <p>Start at {@link ContainerGroups}, the door. No thread drives a group: what a group looks like is worked out from its
 * times, its containers' {@link Program programs} and the clock, whenever somebody asks ({@link GroupLife}). This room knows
 * nothing of HTTP, parameters or JSON.
 */
@NullMarked
package io.vnode.emulator.state;

import org.jspecify.annotations.NullMarked;
