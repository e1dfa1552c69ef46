package io.vnode.e2e.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** Where etcd and kube-apiserver are, as the repository's own script tells. */
final class KubernetesBinaries {

    private KubernetesBinaries() {}

    static Path folder() throws InterruptedException {
        String script =
                Objects.requireNonNull(System.getProperty("vnode.kubernetes.script"), "vnode.kubernetes.script");
        try {
            Process process =
                    new ProcessBuilder(script).redirectError(Redirect.INHERIT).start();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " found no Kubernetes programs");
            }
            return Path.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
