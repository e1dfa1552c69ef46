package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes the file by which a client finds and trusts an API server and says who it is. */
final class Kubeconfig {

    private Kubeconfig() {}

    /**
     * The text of a kubeconfig with one context.
     *
     * @param context the name of context, cluster and user
     * @param authorityPem who signed the server's certificate
     */
    static String of(String context, String server, String authorityPem, Identity user) {
        Map<String, Object> cluster = Map.of("server", server, "certificate-authority-data", base64(authorityPem));
        Map<String, Object> credentials = Map.of(
                "client-certificate-data", base64(user.certificatePem()), "client-key-data", base64(user.keyPem()));
        return YAMLMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Config",
                        "clusters",
                        List.of(Map.of("name", context, "cluster", cluster)),
                        "users",
                        List.of(Map.of("name", context, "user", credentials)),
                        "contexts",
                        List.of(Map.of("name", context, "context", Map.of("cluster", context, "user", context))),
                        "current-context",
                        context));
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }
}
