package io.vnode.e2e.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One test class's own corner of the machine: install.sh and the release archive side by side as a user downloads them, a
 * prefix to install under, and settings and state folders that no other sandbox of this machine sees. Closing it stops the
 * sandboxes and removes everything.
 */
public final class Stand implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(4);

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    private Stand(Path root) {
        this.root = root;
        environment.put("HOME", home().toString());
        environment.put("PREFIX", prefix().toString());
        environment.put("XDG_CACHE_HOME", cache());
        environment.put("XDG_CONFIG_HOME", root.resolve("config").toString());
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        environment.put("KUBECONFIG", kubeconfig().toString());
        environment.put("PATH", prefix().resolve("bin") + ":" + System.getenv("PATH"));
    }

    /** Lays out install.sh and the archive; nothing is installed yet. */
    public static Stand create() {
        try {
            Path root = Files.createTempDirectory("vnode-e2e-");
            Path download = Files.createDirectories(root.resolve("download"));
            Files.createDirectories(root.resolve("home"));
            copy(Path.of(property("vnode.install.script")), download);
            copy(Path.of(property("vnode.archive")), download);
            return new Stand(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stand with vnode installed. */
    public static Stand installed() throws InterruptedException {
        Stand stand = create();
        stand.installScript().succeeded();
        return stand;
    }

    /** A stand with vnode installed and a sandbox up. */
    public static Stand withSandbox() throws InterruptedException {
        Stand stand = installed();
        try {
            stand.vnode("sandbox", "up").succeeded();
            return stand;
        } catch (AssertionError e) {
            stand.close();
            throw e;
        }
    }

    /** Runs the copy of install.sh that lies beside the archive. */
    public CommandResult installScript(String... arguments) throws InterruptedException {
        return run(root.resolve("download").resolve("install.sh").toString(), arguments);
    }

    /** Runs the installed {@code vnode} to its end. */
    public CommandResult vnode(String... arguments) throws InterruptedException {
        return run(prefix().resolve("bin/vnode").toString(), arguments);
    }

    /** Starts the installed {@code vnode} and returns at once. */
    public RunningCommand startVnode(String... arguments) {
        return start(prefix().resolve("bin/vnode").toString(), arguments);
    }

    /** Runs the launcher of a vnode that finds no Java: a copy that was installed with none, in an environment without. */
    public CommandResult launcherWithoutJava() throws InterruptedException {
        Map<String, String> noJava = new HashMap<>(environment);
        noJava.put("VNODE_JAVA_HOME", "/nowhere");
        noJava.put("JAVA_HOME", "/nowhere");
        try {
            Path bin = Files.createDirectories(root.resolve("bare/bin"));
            Path launcher = bin.resolve("vnode");
            Files.copy(
                    prefix().resolve("share/vnode/current/bin/vnode").toRealPath(),
                    launcher,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            return RunningCommand.start(root, noJava, List.of(launcher.toString(), "--version"))
                    .await(LONG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs kubectl of the sandbox's version against the sandbox. */
    public CommandResult kubectl(String... arguments) throws InterruptedException {
        return run(kubernetesBinaries().resolve("kubectl").toString(), arguments);
    }

    /** Runs kubectl and reads its answer as JSON. */
    public JsonNode kubectlJson(String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", "json"));
        return kubectl(all.toArray(String[]::new)).succeeded().json();
    }

    /** The container groups that the emulator has, as it tells them to its administrator. */
    public JsonNode containerGroups() throws InterruptedException {
        String emulator = vnode("sandbox", "status", "default", "-o", "json")
                .succeeded()
                .json()
                .at("/emulatorUrl")
                .asString();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(emulator + "/admin/container-groups"))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException("the emulator at " + emulator + " did not answer", e);
        }
    }

    /** Processes of this machine that carry this stand's folder in their command line, other than the test's own. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(root.toString()))
                .toList();
    }

    /** The home folder that commands see. */
    public Path home() {
        return root.resolve("home");
    }

    /** Where vnode is installed. */
    public Path prefix() {
        return root.resolve("prefix");
    }

    /** Folder of the sandboxes' state. */
    public Path sandboxes() {
        return root.resolve("state/vnode/sandbox");
    }

    /** Folder of the settings profiles. */
    public Path profiles() {
        return root.resolve("config/vnode/profiles");
    }

    /** kubeconfig of the default sandbox. */
    public Path kubeconfig() {
        return sandboxes().resolve("default/kubeconfig");
    }

    /** A file of the test's own that nobody else can read, in a folder that goes with the stand. */
    public Path file(String name, String content) {
        try {
            Path file = Files.writeString(root.resolve(name), content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kubernetesBinaries() throws InterruptedException {
        return Path.of(run(prefix().resolve("share/vnode/current/kubernetes/kubernetes-binaries.sh")
                        .toString())
                .succeeded()
                .out()
                .strip());
    }

    private CommandResult run(String program, String... arguments) throws InterruptedException {
        return start(program, arguments).await(LONG);
    }

    private RunningCommand start(String program, String... arguments) {
        List<String> line =
                Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
        return RunningCommand.start(root, environment, line);
    }

    @Override
    public void close() {
        stopSandboxes();
        processes().forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(Stand::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopSandboxes() {
        if (!Files.exists(prefix().resolve("share/vnode/current"))) {
            return;
        }
        try {
            vnode("sandbox", "down", "--all");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the processes are killed next
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Kubernetes binaries are too dear to fetch or build for each stand; they stay where every run finds them. */
    private static String cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache != null ? cache : System.getProperty("user.home") + "/.cache";
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
