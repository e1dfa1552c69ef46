package io.vnode.emulator;

import static io.vnode.emulator.SignedCaller.call;
import static io.vnode.emulator.SignedCaller.newGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.console.Browser;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.StockLimit;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The console as a person sees it, in a real browser. */
@Timeout(240)
class ConsoleIT {

    private static final int EIGHTY_COLUMNS = 720;

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
    private EciEmulator emulator;
    private SignedCaller caller;

    @BeforeEach
    void start() throws Exception {
        emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY), clock);
        caller = new SignedCaller(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void showsWhatRunsAndWhatWasCalled() throws Exception {
        String web = caller.created(newGroup("web")
                .with("Cpu", "1")
                .with("Memory", "2")
                .with("Tag.1.Key", "NameSpace")
                .with("Tag.1.Value", "shop")
                .with("Tag.2.Key", "PodName")
                .with("Tag.2.Value", "web-0"));
        caller.created(newGroup("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "true"));
        caller.refusal(call("DeleteContainerGroup").with("ContainerGroupId", "eci-none"));
        emulator.containerGroups().limitStock(new StockLimit("cn-hangzhou-h", new Size(1, 2), null, 1));
        emulator.faults().next(3, "CreateContainerGroup", Fault.outOfStock());
        clock.advance(Duration.ofMinutes(5));

        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text("#total")).isEqualTo("2"));

            assertThat(browser.text("#" + web))
                    .contains("Running", "web", web, "shop/web-0", "1 vCPU", "2 GiB", "cn-hangzhou-h", "5m00s");
            assertThat(browser.text("#groups tbody tr:first-child")).contains("Succeeded", "job");
            assertThat(browser.text("#cost")).isEqualTo(browser.text("#" + web + " td:last-child"));
            assertThat(Double.parseDouble(browser.text("#cost"))).isPositive();
            assertThat(browser.text("#zones"))
                    .contains("vsw-sandboxa", "192.168.0.0/20", "4091", "vsw-sandboxb", "4092");
            assertThat(browser.text("#stock")).contains("cn-hangzhou-h", "1 vCPU 2 GiB", "1", "0");
            assertThat(browser.text("#faults")).contains("CreateContainerGroup", "OperationDenied.NoStock", "0 of 0");
            assertThat(browser.text("#calls tbody tr:first-child"))
                    .contains("DeleteContainerGroup", "404 InvalidContainerGroupId.NotFound");
            assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no scrolling sideways at %d pixels", EIGHTY_COLUMNS)
                    .isEqualTo("true");
        }
    }

    @Test
    void showsANewContainerGroupWithoutBeingLoadedAgain() throws Exception {
        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text(".none")).isEqualTo("No container group yet."));
            browser.evaluate("window.loadedOnce = 'yes'");

            String web = caller.created(newGroup("web"));

            browser.await(() -> assertThat(browser.text("#" + web)).contains("Running", "web"));
            assertThat(browser.text("#fresh")).isEqualTo("refreshed every 2 seconds");
            assertThat(browser.evaluate("window.loadedOnce")).isEqualTo("yes");
        }
    }

    @Test
    void keepsItsFilterWhileItIsRefreshed() throws Exception {
        String job =
                caller.created(newGroup("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "true"));
        caller.created(newGroup("web"));

        try (Browser browser = new Browser(1200, 900)) {
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text("#state-Running")).isEqualTo("Running 1"));
            browser.evaluate("document.getElementById('state-Running').click()");
            browser.await(() -> assertThat(browser.text("[aria-current]")).isEqualTo("Running 1"));
            assertThat(browser.text("#" + job)).isEmpty();
            String second = caller.created(newGroup("db"));

            browser.await(() -> assertThat(browser.text("#" + second)).contains("db"));
            assertThat(browser.text("#" + job)).isEmpty();
            assertThat(browser.text("[aria-current]")).isEqualTo("Running 2");
        }
    }

    @Test
    void saysWhenTheEmulatorIsGone() throws Exception {
        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text("#fresh")).startsWith("refreshed"));

            emulator.close();

            browser.await(() -> assertThat(browser.text("#fresh")).contains("has not answered for"));
        }
    }

    @Test
    void neverTakesAValueForMarkup() throws Exception {
        caller.created(newGroup("web")
                .with("Tag.1.Key", "PodName")
                .with("Tag.1.Value", "<img src=x onerror=\"window.broken='yes'\">&amp;"));

        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text("#groups tbody td:nth-child(3)"))
                    .isEqualTo("<img src=x onerror=\"window.broken='yes'\">&amp;"));

            browser.await(() -> assertThat(browser.text("#fresh")).startsWith("refreshed"));
            assertThat(browser.evaluate("document.images.length + String(window.broken)"))
                    .isEqualTo("0undefined");
        }
    }

    @Test
    void isLoadedAgainAndAgainWhereScriptsAreOff() throws Exception {
        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.scripts(false);
            browser.open(emulator.endpoint());
            browser.await(() -> assertThat(browser.text(".none")).isEqualTo("No container group yet."));

            String web = caller.created(newGroup("web"));

            browser.await(() -> assertThat(browser.text("#" + web)).contains("Running", "web"));
            assertThat(browser.text("#fresh")).isEmpty();
        }
    }

    @Test
    void allowsTheBrowserNothingButItsOwnScriptAndStyle() throws Exception {
        HttpResponse<String> page = page("/?state=running");

        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'; script-src 'nonce-").doesNotContain("unsafe");
        assertThat(page("/").headers().firstValue("content-security-policy"))
                .as("a nonce is used once")
                .isNotEqualTo(page.headers().firstValue("content-security-policy"));
        assertThat(page.body()).doesNotContain("http://", "https://", "src=");
    }

    @Test
    void leavesTheApiWhereItIs() throws Exception {
        assertThat(caller.ok(call("DescribeRegions")).has("Regions")).isTrue();
        HttpResponse<String> withoutAction = caller.http()
                .send(HttpRequest.newBuilder(emulator.endpoint().resolve("/")).build(), BodyHandlers.ofString());

        assertThat(withoutAction.body()).contains("MissingParameter");
    }

    @Test
    void offersATerminalThatRunsInTheBrowser() throws Exception {
        String id = caller.created(newGroup("web"));
        URI terminal = URI.create(caller.ok(call("ExecContainerCommand")
                        .with("ContainerGroupId", id)
                        .with("ContainerName", "main")
                        .with("Command", "[\"sh\"]")
                        .with("TTY", "true"))
                .path("HttpUrl")
                .stringValue());

        try (Browser browser = new Browser(EIGHTY_COLUMNS, 900)) {
            browser.open(terminal);
            browser.await(() -> assertThat(browser.text("#screen")).isEqualTo("/ # "));
            browser.evaluate("""
                    [...'echo $HOSTNAMX', 'Backspace', 'E', 'Enter'].forEach(key => document.getElementById('screen')
                        .dispatchEvent(new KeyboardEvent('keydown', { key: key, cancelable: true })))""");

            browser.await(() -> assertThat(browser.text("#screen")).isEqualTo("/ # echo $HOSTNAME\nweb\n/ # "));
        }
    }

    private HttpResponse<String> page(String address) throws Exception {
        return caller.http()
                .send(
                        HttpRequest.newBuilder(emulator.endpoint().resolve(address))
                                .header("Accept", "text/html,*/*")
                                .build(),
                        BodyHandlers.ofString());
    }
}
