package io.vnode.cli.sandbox.hostnode;

/** Tells the image whose program this node can run, from whatever registry and in whatever version, from all others. */
final class AddonImage {

    private static final String REPOSITORY = "vnode/runtime";

    private AddonImage() {}

    static boolean matches(String image) {
        String repository = repository(image);
        return repository.equals(REPOSITORY) || repository.endsWith("/" + REPOSITORY);
    }

    private static String repository(String image) {
        int digest = image.indexOf('@');
        String tagged = digest < 0 ? image : image.substring(0, digest);
        int tag =
                tagged.indexOf(':', tagged.lastIndexOf('/') + 1); // a colon before the last slash is a registry's port
        return tag < 0 ? tagged : tagged.substring(0, tag);
    }
}
