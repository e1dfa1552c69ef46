package io.vnode.emulator.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.VolumeSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContainerFilesTest {

    private static final VolumeSpec CONFIG = new VolumeSpec.ConfigFile(
            "config",
            List.of(file("app.conf", "x=1", null), file("sub/key", "secret", "0400"), file("sub/b/c", "", null)));

    private final ContainerFiles files = new ContainerFiles();

    @Test
    void showsAVolumeAtItsMountPath() {
        mount(mount("config", "/etc/app/", null));

        assertThat(text("/etc/app/app.conf")).isEqualTo("x=1");
        assertThat(text("/etc/app/sub/key")).isEqualTo("secret");
        assertThat(files.names("/etc/app")).containsExactly("app.conf", "sub");
        assertThat(files.names("/")).containsExactly("etc");
        assertThat(files.isDirectory("/etc/app/sub/b")).isTrue();
        assertThat(node("/etc/app/sub/key").mode()).isEqualTo(0400);
        assertThat(node("/etc/app/app.conf").mode()).isEqualTo(0644);
    }

    @Test
    void showsOneFileOfAVolumeBySubPath() {
        mount(mount("config", "/etc/key", "sub/key"));

        assertThat(text("/etc/key")).isEqualTo("secret");
        assertThat(files.names("/etc")).containsExactly("key");
    }

    @Test
    void showsADirectoryOfAVolumeBySubPath() {
        mount(mount("config", "/data", "sub"));

        assertThat(files.names("/data")).containsExactly("b", "key");
        assertThat(text("/data/key")).isEqualTo("secret");
    }

    @Test
    void showsAnEmptyDirectoryForASubPathOfNothingAndForOtherVolumes() {
        mount(mount("config", "/one", "none"), mount("scratch", "/two", null), mount("unheardof", "/three", null));

        assertThat(files.isDirectory("/one")).isTrue();
        assertThat(files.names("/one")).isEmpty();
        assertThat(files.isDirectory("/two")).isTrue();
        assertThat(files.find("/three")).isNull();
    }

    @Test
    void hidesWhatWasThereBefore() {
        files.put("/etc/app/image", new byte[0], 0644);

        mount(mount("scratch", "/etc/app/sub", null), mount("config", "/etc/app", null));

        assertThat(files.names("/etc/app")).containsExactly("app.conf", "sub");
        assertThat(files.names("/etc/app/sub")).isEmpty();
    }

    @Test
    void doesNotLeaveTheRoot() {
        assertThat(ContainerFiles.absolute("/a/b", "../../../c//./d/")).isEqualTo("/c/d");
        assertThat(ContainerFiles.absolute("/a", "/")).isEqualTo("/");
    }

    private void mount(ContainerSpec.Mount... mounts) {
        files.mount(List.of(mounts), List.of(CONFIG, new VolumeSpec.EmptyDir("scratch", null, null)));
    }

    private static ContainerSpec.Mount mount(String volume, String path, @Nullable String subPath) {
        return new ContainerSpec.Mount(volume, path, subPath, false, null);
    }

    private static VolumeSpec.File file(String path, String content, @Nullable String mode) {
        return new VolumeSpec.File(
                path, Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)), mode);
    }

    private String text(String path) {
        return new String(node(path).content(), StandardCharsets.UTF_8);
    }

    private ContainerFiles.Node node(String path) {
        return Objects.requireNonNull(files.find(path), path);
    }
}
