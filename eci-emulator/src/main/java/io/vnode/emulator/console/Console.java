package io.vnode.emulator.console;

import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.CallLog;
import io.vnode.emulator.wire.PageRequest;
import io.vnode.emulator.wire.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** The console: a page, and its changing part alone, which the page's script fetches every two seconds. */
public final class Console {

    /** Where the page is, next to the root. */
    public static final String PATH = "/console";

    /** Where its changing part is. */
    public static final String PART_PATH = "/console/part";

    private static final String PAGE = load();

    private final ConsoleView.Source source;

    /** A console of one region; ages are told by this clock. */
    public Console(Region region, ContainerGroups groups, FaultPlan faults, CallLog calls, Clock clock) {
        this.source = new ConsoleView.Source(region, groups, faults, calls, clock);
    }

    /** The whole page. */
    public WebPage.Document page(PageRequest request) {
        String nonce = UUID.randomUUID().toString();
        return new WebPage.Document(
                200,
                PAGE.replace("@NONCE@", nonce).replace("@PART@", part(ConsoleQuery.of(request))),
                ("default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; connect-src 'self'; img-src data:; "
                                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                        .formatted(nonce));
    }

    /** The changing part of it. */
    public WebPage.Document part(PageRequest request) {
        return new WebPage.Document(200, part(ConsoleQuery.of(request)), "default-src 'none'");
    }

    private String part(ConsoleQuery query) {
        return new ConsoleWriter(source.look(query)).write();
    }

    private static String load() {
        try (InputStream page = Console.class.getResourceAsStream("console.html")) {
            if (page == null) {
                throw new IllegalStateException("console.html is missing in this program");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
