package io.vnode.e2e.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The keys with which the API server signs the tokens of service accounts. */
final class ServiceAccountKeys {

    private static final int LINE = 64;

    private ServiceAccountKeys() {}

    static Path privateKey(Path folder) {
        return folder.resolve("service-account.key");
    }

    static Path publicKey(Path folder) {
        return folder.resolve("service-account.pub");
    }

    static void write(Path folder) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            Files.writeString(
                    privateKey(folder), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            Files.writeString(
                    publicKey(folder), pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make keys on the curve P-256", e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what);
    }
}
