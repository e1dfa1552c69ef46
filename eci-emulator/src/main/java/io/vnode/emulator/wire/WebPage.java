package io.vnode.emulator.wire;

/** A page for people, read with GET by a browser and without a signature. */
@FunctionalInterface
public interface WebPage {

    /** The page as it is now. */
    Document read(PageRequest request);

    /**
     * What a browser gets.
     *
     * @param status the HTTP status
     * @param html the text
     * @param contentSecurityPolicy what the browser may load and run for it
     */
    record Document(int status, String html, String contentSecurityPolicy) {}
}
