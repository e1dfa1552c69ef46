package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathRewriterTest {

    private final PathRewriter paths = new PathRewriter(Map.of(
            "/etc/vnode", Path.of("/pods/1/volumes/config"),
            "/etc/vnode/tls/", Path.of("/pods/1/volumes/certificate")));

    @Test
    void replacesTheMountPathItselfAndWhatLiesBelow() {
        assertThat(paths.rewrite("/etc/vnode")).isEqualTo("/pods/1/volumes/config");
        assertThat(paths.rewrite("/etc/vnode/a/b")).isEqualTo("/pods/1/volumes/config/a/b");
    }

    @Test
    void prefersTheInnermostMount() {
        assertThat(paths.rewrite("/etc/vnode/tls/tls.crt")).isEqualTo("/pods/1/volumes/certificate/tls.crt");
    }

    @Test
    void leavesAllElseAsItIs() {
        assertThat(paths.rewrite("/etc/vnode-other")).isEqualTo("/etc/vnode-other");
        assertThat(paths.rewrite("see /etc/vnode")).isEqualTo("see /etc/vnode");
    }
}
