package io.vnode.emulator.state;

import java.util.SplittableRandom;

/** Makes resource ids that look like the cloud's: a prefix and twenty lower-case letters and digits. */
final class Ids {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;

    private final SplittableRandom random = new SplittableRandom();

    String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append('-');
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
