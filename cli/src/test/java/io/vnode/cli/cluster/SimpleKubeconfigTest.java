package io.vnode.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimpleKubeconfigTest {

    @TempDir
    Path folder;

    @Test
    void aContextIsItsClusterAndItsUser() throws IOException {
        SimpleKubeconfig kubeconfig =
                read("{token: t}", "{server: 'https://b:6443', certificate-authority-data: Y2E=}");

        Config config = Objects.requireNonNull(kubeconfig.config("b"));

        assertThat(kubeconfig.currentContext()).isEqualTo("b");
        assertThat(kubeconfig.contexts()).containsExactly("a", "b");
        assertThat(config.getMasterUrl()).startsWith("https://b:6443");
        assertThat(config.getOauthToken()).isEqualTo("t");
        assertThat(config.getCaCertData()).isEqualTo("Y2E=");
        assertThat(config.isTrustCerts()).isFalse();
    }

    @Test
    void pathsStartAtTheFolderOfTheFile() throws IOException {
        Files.writeString(folder.resolve("token"), "from-file\n");

        SimpleKubeconfig kubeconfig =
                read("{tokenFile: token}", "{server: 'https://b', certificate-authority: pki/ca.crt}");

        Config config = Objects.requireNonNull(kubeconfig.config("b"));
        assertThat(config.getOauthToken()).isEqualTo("from-file");
        assertThat(config.getCaCertFile())
                .isEqualTo(folder.resolve("pki/ca.crt").toString());
    }

    @Test
    void aUserWhoseTokenAProgramFetchesIsLeftToFabric8() throws IOException {
        SimpleKubeconfig kubeconfig = read("{exec: {command: get-token}}", "{server: 'https://b'}");

        assertThat(kubeconfig.config("b")).isNull();
    }

    @Test
    void aClusterBehindAProxyIsLeftToFabric8() throws IOException {
        SimpleKubeconfig kubeconfig = read("{token: t}", "{server: 'https://b', proxy-url: 'http://proxy'}");

        assertThat(kubeconfig.config("b")).isNull();
    }

    private SimpleKubeconfig read(String user, String cluster) throws IOException {
        Path file = folder.resolve("config");
        Files.writeString(file, """
                apiVersion: v1
                kind: Config
                current-context: b
                contexts:
                - {name: a, context: {cluster: other, user: other}}
                - {name: b, context: {cluster: cluster-b, user: user-b}}
                clusters:
                - {name: cluster-b, cluster: %s}
                users:
                - {name: user-b, user: %s}
                """.formatted(cluster, user));
        return SimpleKubeconfig.read(file);
    }
}
