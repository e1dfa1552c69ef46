package io.vnode.addon.settings;

/**
 * The taint that keeps pods off the virtual nodes unless they ask for them.
 *
 * @param key its key
 * @param value its value, possibly empty
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
public record NodeTaint(String key, String value, String effect) {}
