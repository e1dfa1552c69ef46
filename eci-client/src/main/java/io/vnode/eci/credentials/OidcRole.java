package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A RAM role assumed with the token of a Kubernetes service account (RRSA). Kubernetes replaces the token in its file, so
 * the file is read each time.
 *
 * @param sts where to ask
 * @param roleArn the role
 * @param providerArn the identity provider that stands for the cluster
 * @param tokenFile file with the token
 * @param sessionName what the cloud's audit records call this process
 */
record OidcRole(StsExchange sts, String roleArn, String providerArn, Path tokenFile, String sessionName)
        implements CredentialsSource {

    private static final int LONGEST = 64 * 1024;

    @Override
    public Credentials fetch() {
        return sts.call(
                toString(),
                "AssumeRoleWithOIDC",
                Map.of(
                        "RoleArn", roleArn,
                        "OIDCProviderArn", providerArn,
                        "OIDCToken", token(),
                        "RoleSessionName", sessionName,
                        "DurationSeconds", "3600"),
                null);
    }

    private String token() {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(tokenFile)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (NoSuchFileException _) {
            throw bad("does not exist");
        } catch (IOException e) {
            throw bad("cannot be read: " + e.getClass().getSimpleName());
        }
        String token = new String(bytes, US_ASCII).strip();
        if (bytes.length > LONGEST || token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw bad("does not hold a token");
        }
        return token;
    }

    private CredentialsException bad(String why) {
        return CredentialsException.lasting(
                toString(),
                "token file %s %s".formatted(tokenFile, why),
                "see that the pod's service account has RRSA enabled");
    }

    @Override
    public String toString() {
        return "OIDC role " + roleArn;
    }
}
