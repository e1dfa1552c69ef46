package io.vnode.emulator.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, driven over its DevTools socket. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private String session = "";
    private int lastId;

    /** Starts the browser with a window of this size. */
    public Browser(int width, int height) throws Exception {
        profile = Files.createTempDirectory("browser");
        process = new ProcessBuilder(command(width, height))
                .redirectErrorStream(true)
                .start();
        try {
            socket = http.newWebSocketBuilder()
                    .buildAsync(devTools(), new Listener())
                    .get(60, TimeUnit.SECONDS);
            String target = send("Target.createTarget", Map.of("url", "about:blank"))
                    .path("targetId")
                    .stringValue();
            session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                    .path("sessionId")
                    .stringValue();
        } catch (Exception | AssertionError e) {
            end();
            throw e;
        }
    }

    private List<String> command(int width, int height) {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--no-proxy-server",
                "--remote-debugging-port=0"));
        command.add("--window-size=%d,%d".formatted(width, height));
        command.add("--user-data-dir=" + profile);
        return command;
    }

    private static String program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/usr/local/bin";
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(
                        () -> new AssertionError(
                                "This test looks at the console in a real browser and finds none: install Chromium (Debian: apt-get install chromium)."));
    }

    private URI devTools() throws Exception {
        CompletableFuture<URI> address = new CompletableFuture<>();
        StringBuilder said = new StringBuilder();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    Matcher listening = LISTENING.matcher(line);
                    if (listening.find()) {
                        address.complete(URI.create(listening.group(1)));
                    }
                }
                address.completeExceptionally(new AssertionError("the browser ended at once: " + said));
            } catch (IOException e) {
                address.completeExceptionally(e);
            }
        });
        return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws InterruptedException {
        int id = ++lastId;
        Map<String, Object> call = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JsonMapper.shared().writeValueAsString(call), true).join();
        while (true) {
            JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("the browser does not answer " + method);
            }
            if (answer.path("id").asInt(0) == id) {
                if (answer.has("error")) {
                    throw new AssertionError(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
        }
    }

    /** Opens an address. */
    public void open(URI address) throws InterruptedException {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Switches scripts off or on for the pages that are opened from now on. */
    public void scripts(boolean on) throws InterruptedException {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** The text of the first element that the CSS selector finds; empty when there is none. */
    public String text(String selector) throws InterruptedException {
        return evaluate("document.querySelector(%s)?.innerText ?? ''"
                .formatted(JsonMapper.shared().writeValueAsString(selector)));
    }

    /** The value of an expression, as text. */
    public String evaluate(String expression) throws InterruptedException {
        JsonNode result = send("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value").asString("");
    }

    /** Looks again and again until an assertion holds. */
    public void await(Check check) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                check.look();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end) || !process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        end();
    }

    private void end() {
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
            delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // the browser's children may still write; the system's temporary folder takes care of the rest
        }
    }

    /** A look at the page, which may come too early. */
    @FunctionalInterface
    public interface Check {

        void look() throws InterruptedException;
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                answers.add(JsonMapper.shared().readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
