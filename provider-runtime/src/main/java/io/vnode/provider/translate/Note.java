package io.vnode.provider.translate;

/**
 * Something that the owner of a pod should know about it, and that does not keep it from running.
 *
 * @param reason a stable word, the reason of the event
 * @param message a sentence
 */
public record Note(String reason, String message) {}
