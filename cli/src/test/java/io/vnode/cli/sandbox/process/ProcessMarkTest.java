package io.vnode.cli.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    private static final Path FOLDER = Path.of("/home/ann/.local/state/vnode/sandbox/default");

    @Test
    void knowsAProgramOfKubernetesByAFileInTheFolder() {
        List<String> commandLine = List.of("/cache/etcd", "--name=sandbox", "--data-dir=" + FOLDER + "/data/etcd");

        assertThat(ProcessMark.nameOf(commandLine, FOLDER)).isEqualTo("etcd");
    }

    @Test
    void knowsOurJavaProcessesByTheirMark() {
        List<String> commandLine = new ArrayList<>(List.of("/jdk/bin/java", "-Xmx1g"));
        commandLine.addAll(ProcessMark.forJava(FOLDER, "pod kube-system/virtual-node-eci-0"));

        assertThat(ProcessMark.nameOf(commandLine, FOLDER)).isEqualTo("pod kube-system/virtual-node-eci-0");
    }

    @Test
    void leavesAnEditorWithAFileOfTheSandboxAlone() {
        assertThat(ProcessMark.nameOf(List.of("/usr/bin/vi", FOLDER + "/kubeconfig"), FOLDER))
                .isNull();
        assertThat(ProcessMark.nameOf(List.of("kubectl", "--kubeconfig=" + FOLDER + "/kubeconfig"), FOLDER))
                .isNull();
    }

    @Test
    void leavesJavaProcessesThatOnlyMentionTheFolderAlone() {
        assertThat(ProcessMark.nameOf(List.of("java", "-Dvnode.sandbox.dir=" + FOLDER + "2"), FOLDER))
                .isNull();
        assertThat(ProcessMark.nameOf(List.of("java", "-jar", FOLDER + "/x.jar"), FOLDER))
                .isNull();
    }

    @Test
    void leavesTheSandboxWhoseNameBeginsAlikeAlone() {
        assertThat(ProcessMark.nameOf(List.of("etcd", "--data-dir=" + FOLDER + "-2/data/etcd"), FOLDER))
                .isNull();
    }
}
