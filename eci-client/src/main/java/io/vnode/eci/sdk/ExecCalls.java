package io.vnode.eci.sdk;

import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.exec.ExecTicket;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Commands in running containers. The action has no client token, so a lost answer stays lost. */
final class ExecCalls implements AutoCloseable {

    private static final String ACTION = "ExecContainerCommand";

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;
    private final EciEndpoint endpoint;
    private final ExecSockets sockets;

    ExecCalls(EciCalls calls, Supplier<Deadline> deadlines, EciEndpoint endpoint, Duration connectTimeout) {
        this.calls = calls;
        this.deadlines = deadlines;
        this.endpoint = endpoint;
        this.sockets = new ExecSockets(connectTimeout);
    }

    ExecTicket ticket(ExecRequest request) {
        return calls.call(
                        ACTION,
                        () -> toRequest(request, false),
                        this::ticket,
                        Repetition.ONLY_IF_NOT_BEGUN,
                        deadlines.get())
                .orThrow(ACTION);
    }

    String run(ExecRequest request) {
        if (request.tty()) {
            throw new IllegalArgumentException("a command with a terminal cannot be waited for");
        }
        return calls.call(
                        ACTION,
                        () -> toRequest(request, true),
                        fields -> fields.possiblyEmptyText("SyncResponse"),
                        Repetition.ONLY_IF_NOT_BEGUN,
                        deadlines.get())
                .orThrow(ACTION);
    }

    private static ActionRequest toRequest(ExecRequest exec, boolean sync) {
        ActionRequest request = new ActionRequest(ACTION);
        request.parameters()
                .put("ContainerGroupId", exec.containerGroupId())
                .put("ContainerName", exec.containerName())
                .put("Command", JsonTree.write(exec.command()))
                .put("TTY", exec.tty())
                .put("Stdin", exec.stdin() && !sync)
                .put("Sync", sync);
        return request;
    }

    private ExecTicket ticket(Fields answer) {
        URI webSocket = uri("WebSocketUri", answer.text("WebSocketUri"));
        boolean plain = "ws".equals(webSocket.getScheme());
        if (webSocket.getHost() == null || !(plain || "wss".equals(webSocket.getScheme()))) {
            throw new UnreadableAnswerException("WebSocketUri in the answer is not the address of a WebSocket");
        }
        if (plain && endpoint.encrypted()) {
            throw new UnreadableAnswerException("WebSocketUri in the answer leads to an unencrypted connection");
        }
        String page = answer.optionalText("HttpUrl");
        return new ExecTicket(webSocket, page == null ? null : uri("HttpUrl", page));
    }

    /** The parser's own sentence shows the address, and with it the token. */
    private static URI uri(String field, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw new UnreadableAnswerException(field + " in the answer is not an address");
        }
    }

    ExecSession open(ExecRequest request) {
        ExecTicket ticket = ticket(request);
        try {
            return sockets.open(ticket.webSocketUri());
        } catch (IOException e) {
            throw failure(Kind.UNREACHABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Kind.UNREACHABLE, e);
        }
    }

    private static EciException failure(Kind kind, @Nullable Exception cause) {
        String sentence = cause == null || cause.getMessage() == null ? "connection broken" : cause.getMessage();
        return new EciException(
                kind, ACTION, EciCalls.NO_ANSWER, "the session did not open: " + sentence, "", 0, cause);
    }

    @Override
    public void close() {
        sockets.close();
    }
}
