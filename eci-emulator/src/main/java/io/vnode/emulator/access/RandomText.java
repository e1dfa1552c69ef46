package io.vnode.emulator.access;

import java.util.random.RandomGenerator;

/** Made-up ids and secrets. */
public final class RandomText {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private RandomText() {}

    /** Letters and digits. */
    public static String of(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Digits, the first of them not 0. */
    public static String digits(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length).append((char) ('1' + random.nextInt(9)));
        while (text.length() < length) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
