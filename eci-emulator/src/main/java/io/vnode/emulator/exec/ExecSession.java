package io.vnode.emulator.exec;

import io.vnode.emulator.wire.SocketListener;
import io.vnode.emulator.wire.SocketPeer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command on one socket, from the first message to the status of its end. */
final class ExecSession implements SocketListener {

    /** How often a silent session looks whether its container still runs, and whether a clock that tests drive has moved. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** How long a command that has a terminal waits for its size. */
    private static final Duration SIZE_PATIENCE = Duration.ofSeconds(1);

    private static final int NORMAL = 1000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int POLICY = 1008;
    private static final int MAX_SIZE = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SocketPeer peer;
    private final Clock clock;
    private final BooleanSupplier containerRuns;
    private final Input input = new Input();
    private final ExecOutput output;
    private final Shell shell;
    private final @Nullable Terminal terminal;
    private boolean started;
    private boolean ended;
    private long turn;

    ExecSession(
            ExecRequest request,
            Surroundings surroundings,
            BooleanSupplier containerRuns,
            Clock clock,
            SocketPeer peer) {
        this.peer = peer;
        this.clock = clock;
        this.containerRuns = containerRuns;
        this.output = new ExecOutput(peer, request.tty());
        this.shell = new Shell(surroundings, input, output, request.tty(), request.command());
        this.terminal = request.tty() ? new Terminal(input, shell::interrupt) : null;
        if (!request.stdin()) {
            input.close();
        }
    }

    @Override
    public void opened() {
        if (terminal == null) {
            start();
        } else {
            peer.later(SIZE_PATIENCE, this::start);
        }
    }

    private void start() {
        if (!started) {
            started = true;
            goOn();
        }
    }

    @Override
    public void received(byte[] message) {
        if (ended) {
            return;
        }
        byte channel = message.length == 0 ? -1 : message[0];
        switch (channel) {
            case ExecChannel.INPUT -> input(Arrays.copyOfRange(message, 1, message.length));
            case ExecChannel.SIZE -> size(Arrays.copyOfRange(message, 1, message.length));
            default -> breakOff(PROTOCOL_ERROR, "a message must begin with 0 (input) or 4 (size of the terminal)");
        }
        if (started) {
            goOn();
        }
    }

    private void input(byte[] bytes) {
        if (bytes.length == 0) {
            input.close();
        } else if (terminal != null) {
            output.echo(terminal.typed(bytes));
        } else if (!input.add(bytes)) {
            breakOff(POLICY, "more than %d bytes of input wait to be read".formatted(Input.CAPACITY));
        }
    }

    private void size(byte[] json) {
        TerminalSize size = parse(json);
        if (size == null) {
            breakOff(PROTOCOL_ERROR, "a size is {\"Width\":…,\"Height\":…} with numbers from 1 to " + MAX_SIZE);
            return;
        }
        shell.resize(size);
        start();
    }

    private static @Nullable TerminalSize parse(byte[] json) {
        try {
            JsonNode size = JSON.readTree(json);
            JsonNode width = size.path("Width");
            JsonNode height = size.path("Height");
            return possible(width) && possible(height) ? new TerminalSize(width.intValue(), height.intValue()) : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static boolean possible(JsonNode length) {
        return length.isInt() && length.intValue() >= 1 && length.intValue() <= MAX_SIZE;
    }

    private void goOn() {
        if (ended) {
            return;
        }
        if (!containerRuns.getAsBoolean()) {
            end(ExecStatus.containerEnded());
            return;
        }
        Instant now = clock.instant();
        Need need = shell.proceed(now);
        output.flush();
        switch (need) {
            case Need.Nothing(int status) -> end(ExecStatus.ended(status));
            case Need.Time(Instant until) -> again(shorter(Duration.between(now, until)));
            case Need.MoreInput() -> again(TICK);
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(TICK) < 0 ? wait : TICK;
    }

    private void again(Duration delay) {
        long mine = ++turn;
        peer.later(delay, () -> {
            if (turn == mine) {
                goOn();
            }
        });
    }

    private void end(ExecStatus status) {
        ended = true;
        output.status(JSON.writeValueAsBytes(status));
        peer.close(NORMAL, "");
    }

    private void breakOff(int status, String reason) {
        ended = true;
        output.flush();
        peer.close(status, reason);
    }

    @Override
    public void closed() {
        ended = true;
    }
}
