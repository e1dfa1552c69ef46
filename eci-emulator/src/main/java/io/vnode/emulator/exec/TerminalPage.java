package io.vnode.emulator.exec;

import io.vnode.emulator.wire.PageRequest;
import io.vnode.emulator.wire.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A terminal for a browser: the {@code HttpUrl} of an exec. The page opens the socket, which uses the token up. */
public final class TerminalPage implements WebPage {

    private static final String PAGE = load();
    private static final String OVER = """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>terminal — eci-emulator</title>
            <p>This terminal does not exist, was opened before, or was not opened within 30 seconds.</p></html>
            """;

    private final ExecSessions sessions;

    /** A page for the tokens of these sessions. */
    public TerminalPage(ExecSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Document read(PageRequest request) {
        if (!sessions.knows(request.text("s"))) {
            return new Document(403, OVER, "default-src 'none'");
        }
        String nonce = UUID.randomUUID().toString();
        return new Document(
                200,
                PAGE.replace("@NONCE@", nonce),
                "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(nonce));
    }

    private static String load() {
        try (InputStream page = TerminalPage.class.getResourceAsStream("terminal.html")) {
            if (page == null) {
                throw new IllegalStateException("terminal.html is missing in this program");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
