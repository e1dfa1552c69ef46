package io.vnode.cli.settings;

/**
 * A value and where it was said, for messages.
 *
 * @param text the value as written
 * @param place for example {@code --region}, {@code VNODE_REGION} or {@code region in /home/me/values.yaml}
 */
public record Given(String text, String place) {}
