package io.vnode.cli.progress;

/** Numbers of things, as people say them. */
public final class Counted {

    private Counted() {}

    /**
     * {@code 1 pod}, {@code 2 pods}.
     *
     * @param thing the singular; its plural ends in s
     */
    public static String of(int number, String thing) {
        return number == 1 ? "1 " + thing : number + " " + thing + "s";
    }
}
