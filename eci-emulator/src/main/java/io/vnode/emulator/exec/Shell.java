package io.vnode.emulator.exec;

import io.vnode.emulator.exec.Statement.Redirection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command of a container, which may be a shell with commands of its own. It never waits: {@link #proceed} goes on for
 * as long as it can, and tells what it needs. Not safe for use by many threads.
 */
final class Shell {

    private static final int MAX_DEPTH = 50;
    private static final int INTERRUPTED = 130;
    private static final int NOT_FOUND = 127;
    private static final int BAD_SYNTAX = 2;

    private final Surroundings surroundings;
    private final Input input;
    private final Output output;
    private final boolean interactive;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private TerminalSize size = TerminalSize.USUAL;
    private @Nullable Instant sleepsUntil;
    private Invocation.@Nullable Streams copies;
    private int status;

    /** A shell that is about to run a command. With a terminal it is interactive: it prompts, and knows its size. */
    Shell(Surroundings surroundings, Input input, Output output, boolean interactive, List<String> command) {
        this.surroundings = surroundings;
        this.input = input;
        this.output = output;
        this.interactive = interactive;
        Map<String, String> environment = new LinkedHashMap<>(surroundings.environment());
        if (interactive) {
            environment.put("TERM", "xterm");
        }
        frames.push(Frame.command(Statement.of(command), surroundings.workingDirectory(), environment));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The size of the terminal; null without one. */
    @Nullable
    TerminalSize size() {
        return interactive ? size : null;
    }

    void resize(TerminalSize changed) {
        size = changed;
    }

    /** Goes on until it needs something. */
    Need proceed(Instant now) {
        while (true) {
            Need need = need(now);
            if (need != null) {
                return need;
            }
            Frame frame = frames.element();
            if (frame.failed()) {
                leave(frame, frame.status());
                continue;
            }
            Statement next = frame.next();
            if (next != null) {
                run(next, frame, now);
            } else if (!frame.readsInput() || input.atEnd()) {
                leave(frame, frame.status());
            } else {
                readLine(frame);
            }
        }
    }

    /** What it needs before it can go on; null when it can. */
    private @Nullable Need need(Instant now) {
        if (sleepsUntil != null) {
            if (now.isBefore(sleepsUntil)) {
                return new Need.Time(sleepsUntil);
            }
            sleepsUntil = null;
        }
        Invocation.Streams copying = copies;
        if (copying != null) {
            for (byte[] bytes = input.take(); bytes != null; bytes = input.take()) {
                copying.write(Output.OUT, bytes);
            }
            if (!input.atEnd()) {
                return new Need.MoreInput();
            }
            input.passEnd();
            copies = null;
        }
        Frame frame = frames.peek();
        if (frame == null) {
            return new Need.Nothing(status);
        }
        return frame.readsInput() && frame.awaitsLine() && !input.hasLine() ? prompt(frame) : null;
    }

    private Need prompt(Frame frame) {
        if (interactive && frame.takePrompt()) {
            write(Output.OUT, frame.directory() + " # ");
        }
        return new Need.MoreInput();
    }

    private void readLine(Frame frame) {
        String line = input.takeLine();
        if (line == null) {
            return;
        }
        if (interactive && frame.takePrompt()) {
            write(Output.OUT, frame.directory() + " # ");
        }
        frame.lineRead();
        try {
            frame.add(ShellScript.parse(line));
        } catch (SyntaxException e) {
            write(Output.ERROR, "sh: syntax error: " + e.getMessage() + "\n");
            frame.status(BAD_SYNTAX);
        }
    }

    private void leave(Frame frame, int with) {
        if (frame.readsInput()) {
            input.passEnd();
        }
        frames.remove(frame);
        status = with;
        Frame outer = frames.peek();
        if (outer != null) {
            outer.status(with);
        }
    }

    private void run(Statement statement, Frame frame, Instant now) {
        try {
            Expansion expansion = new Expansion(frame::value);
            Map<String, String> assigned = new LinkedHashMap<>();
            List<String> words = new ArrayList<>();
            for (Word word : statement.words()) {
                if (words.isEmpty() && !frame.direct() && word.assigns()) {
                    String text = word.joined(expansion);
                    assigned.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
                } else {
                    words.addAll(word.expand(expansion));
                }
            }
            Invocation.Streams streams = streams(statement.redirections(), expansion, frame);
            if (words.isEmpty()) {
                assign(assigned, frame);
            } else {
                Map<String, String> environment = frame.environment();
                environment.putAll(assigned);
                call(words, frame, environment, streams, now);
            }
        } catch (SyntaxException e) {
            write(Output.ERROR, "sh: " + e.getMessage() + "\n");
            frame.status(BAD_SYNTAX);
        }
    }

    private static void assign(Map<String, String> assigned, Frame frame) throws SyntaxException {
        for (Map.Entry<String, String> each : assigned.entrySet()) {
            if (!frame.set(each.getKey(), each.getValue())) {
                throw new SyntaxException("too many variables");
            }
        }
        frame.status(0);
    }

    private Invocation.Streams streams(List<Redirection> redirections, Expansion expansion, Frame frame)
            throws SyntaxException {
        int out = Output.OUT;
        int error = Output.ERROR;
        byte[] from = null;
        for (Redirection redirection : redirections) {
            Word word = redirection.target();
            if (redirection.descriptor() == 0) {
                from = read(word == null ? "" : word.joined(expansion), frame);
                continue;
            }
            int target = word == null
                    ? redirection.duplicate() == Output.OUT ? out : error
                    : target(word.joined(expansion), out, error);
            if (redirection.descriptor() == Output.OUT) {
                out = target;
            } else {
                error = target;
            }
        }
        return new Invocation.Streams(output, out, error, from);
    }

    private byte[] read(String file, Frame frame) throws SyntaxException {
        if (file.equals("/dev/null")) {
            return new byte[0];
        }
        String path = ContainerFiles.absolute(frame.directory(), file);
        ContainerFiles.Node node = surroundings.files().find(path);
        if (node == null || node.directory()) {
            throw new SyntaxException("can't open %s: no such file".formatted(file));
        }
        return node.content();
    }

    private static int target(String file, int out, int error) throws SyntaxException {
        return switch (file) {
            case "/dev/null" -> 0;
            case "/dev/stdout", "/proc/1/fd/1", "/proc/self/fd/1" -> out;
            case "/dev/stderr", "/proc/1/fd/2", "/proc/self/fd/2" -> error;
            default -> throw new SyntaxException("can't create %s: Read-only file system".formatted(file));
        };
    }

    private void call(
            List<String> words, Frame frame, Map<String, String> environment, Invocation.Streams streams, Instant now) {
        String name = words.getFirst();
        Command command = Commands.find(name);
        Invocation invocation = new Invocation(name, words.subList(1, words.size()), frame, environment, streams, this);
        if (command == null) {
            frame.status(NOT_FOUND);
            String complaint =
                    frame.direct() ? "exec: \"%s\": executable file not found in $PATH\n" : "sh: %s: not found\n";
            streams.write(Output.ERROR, complaint.formatted(name).getBytes(StandardCharsets.UTF_8));
            return;
        }
        switch (command.run(invocation)) {
            case Effect.Done(int ended) -> frame.status(ended);
            case Effect.Sleep(var length) -> {
                frame.status(0);
                sleepsUntil = now.plus(length);
            }
            case Effect.Copy(var copying) -> {
                frame.status(0);
                copies = copying;
            }
            case Effect.Enter(Frame inner) -> enter(inner, frame);
            case Effect.Leave(int with) -> {
                frame.forgetStatements();
                leave(frame, with);
            }
        }
    }

    private void enter(Frame inner, Frame frame) {
        if (frames.size() > MAX_DEPTH) {
            write(Output.ERROR, "sh: too many shells in each other\n");
            frame.status(BAD_SYNTAX);
        } else {
            frames.push(inner);
        }
    }

    /** Ends what runs, as Ctrl-C does, up to the shell that a person types into. */
    void interrupt() {
        sleepsUntil = null;
        copies = null;
        while (!frames.isEmpty() && !frames.element().readsInput()) {
            leave(frames.element(), INTERRUPTED);
        }
        Frame person = frames.peek();
        if (person != null) {
            person.forgetStatements();
            person.status(INTERRUPTED);
            person.lineRead();
        }
    }

    private void write(int descriptor, String text) {
        output.write(descriptor, text.getBytes(StandardCharsets.UTF_8));
    }
}
