package io.vnode.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.e2e.stand.CommandResult;
import io.vnode.e2e.stand.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code install.sh} promises: two commands to a running pod, nothing outside the prefix, all of it undone. */
class InstallScriptIT {

    @Test
    void endsWithAPodRunningOnAVirtualNode() throws InterruptedException {
        try (Stand stand = Stand.create()) {
            String screen = stand.installScript("--sandbox").succeeded().out();

            assertThat(screen)
                    .containsPattern("virtual-node-eci-0 +Ready +agent ")
                    .containsPattern("hello +1/1 +Running +0 .* virtual-node-eci-0 ")
                    .contains("vnode uninstall --profile sandbox");
            assertThat(stand.containerGroups()).hasSize(1);
        }
    }

    @Test
    void takesAwayAllThatItInstalled() throws InterruptedException, IOException {
        try (Stand stand = Stand.installed()) {
            stand.vnode("--version").succeeded();
            assertThat(stand.prefix().resolve("bin/kubectl-vnode")).isSymbolicLink();

            stand.installScript("--uninstall").succeeded();

            try (Stream<Path> left = Files.walk(stand.prefix())) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
            assertThat(Files.isSymbolicLink(stand.prefix().resolve("bin/vnode")))
                    .isFalse();
            assertThat(Files.isSymbolicLink(stand.prefix().resolve("bin/kubectl-vnode")))
                    .isFalse();
        }
    }

    @Test
    void installsTheSameArchiveTwiceInTheSamePlace() throws InterruptedException, IOException {
        try (Stand stand = Stand.installed()) {
            List<Path> before = versions(stand);

            stand.installScript().succeeded();

            assertThat(versions(stand)).isEqualTo(before);
        }
    }

    @Test
    void leavesACommandOfAnotherToolAlone() throws InterruptedException, IOException {
        try (Stand stand = Stand.create()) {
            Path foreign =
                    Files.createDirectories(stand.prefix().resolve("bin")).resolve("vnode");
            Files.writeString(foreign, "#!/bin/sh\necho VNodectl\n");

            CommandResult result = stand.installScript().exited(7);

            assertThat(result.err()).contains("VN4101", "  Why  ", "  Do   ", foreign.toString());
            assertThat(foreign).hasContent("#!/bin/sh\necho VNodectl");
            assertThat(stand.prefix().resolve("share")).doesNotExist();
        }
    }

    @Test
    void neverTouchesTheFolderOfTheOtherTool() throws InterruptedException, IOException {
        try (Stand stand = Stand.create()) {
            Path theirs = Files.createDirectories(stand.home().resolve(".vnode"));
            Files.writeString(theirs.resolve("config"), "theirs");

            stand.installScript().succeeded();
            stand.vnode("sandbox", "status");
            stand.installScript("--uninstall").succeeded();

            assertThat(theirs.resolve("config")).hasContent("theirs");
            try (Stream<Path> files = Files.list(theirs)) {
                assertThat(files).hasSize(1);
            }
        }
    }

    private static List<Path> versions(Stand stand) throws IOException {
        try (Stream<Path> files = Files.list(stand.prefix().resolve("share/vnode"))) {
            return files.sorted().toList();
        }
    }
}
