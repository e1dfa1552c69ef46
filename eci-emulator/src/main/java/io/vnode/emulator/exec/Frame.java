package io.vnode.emulator.exec;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shell at work: what it still has to do, and the variables and the directory that it has. */
final class Frame {

    private static final int MAX_VARIABLES = 1000;

    private final boolean readsInput;
    private final boolean direct;
    private final Map<String, String> variables;
    private final Set<String> exported;
    private final Deque<Statement> statements = new ArrayDeque<>();
    private String directory;
    private boolean stopsOnFailure;
    private boolean prompted;
    private int status;

    private Frame(boolean readsInput, boolean direct, String directory, Map<String, String> environment) {
        this.readsInput = readsInput;
        this.direct = direct;
        this.directory = directory;
        this.variables = new LinkedHashMap<>(environment);
        this.exported = new LinkedHashSet<>(environment.keySet());
    }

    /** No shell at all: one command, as it was given. */
    static Frame command(Statement command, String directory, Map<String, String> environment) {
        Frame frame = new Frame(false, true, directory, environment);
        frame.statements.add(command);
        return frame;
    }

    /** A shell with a script. */
    static Frame script(
            Collection<Statement> script, boolean stopsOnFailure, String directory, Map<String, String> environment) {
        Frame frame = new Frame(false, false, directory, environment);
        frame.stopsOnFailure = stopsOnFailure;
        frame.statements.addAll(script);
        return frame;
    }

    /** A shell that reads its commands line by line. */
    static Frame reader(String directory, Map<String, String> environment) {
        return new Frame(true, false, directory, environment);
    }

    boolean readsInput() {
        return readsInput;
    }

    /** Whether there is no shell around the command. */
    boolean direct() {
        return direct;
    }

    /** The next statement that is to be run; null when there is none. */
    @Nullable
    Statement next() {
        Statement next = statements.pollFirst();
        while (next != null && !next.when().holds(status)) {
            next = statements.pollFirst();
        }
        return next;
    }

    /** Whether there is nothing to do until another line comes. */
    boolean awaitsLine() {
        return statements.isEmpty();
    }

    void add(Collection<Statement> more) {
        statements.addAll(more);
    }

    /** Whether the failure of the statement before ends the shell; one that {@code &&} or {@code ||} looks at does not. */
    boolean failed() {
        Statement next = statements.peekFirst();
        return stopsOnFailure && status != 0 && (next == null || next.when() == Statement.When.ALWAYS);
    }

    void stopOnFailure() {
        stopsOnFailure = true;
    }

    void forgetStatements() {
        statements.clear();
    }

    int status() {
        return status;
    }

    void status(int changed) {
        this.status = changed;
    }

    String directory() {
        return directory;
    }

    void directory(String changed) {
        this.directory = changed;
    }

    /** True once for each line that is asked for. */
    boolean takePrompt() {
        boolean first = !prompted;
        prompted = true;
        return first;
    }

    void lineRead() {
        prompted = false;
    }

    String value(String name) {
        return switch (name) {
            case "?" -> String.valueOf(status);
            case "$" -> "1";
            case "PWD" -> directory;
            default -> variables.getOrDefault(name, "");
        };
    }

    /** Sets a variable; false when there are too many. */
    boolean set(String name, String value) {
        if (variables.size() >= MAX_VARIABLES && !variables.containsKey(name)) {
            return false;
        }
        variables.put(name, value);
        return true;
    }

    void export(String name) {
        exported.add(name);
    }

    void unset(String name) {
        variables.remove(name);
        exported.remove(name);
    }

    /** What commands see of the variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(variables);
        environment.keySet().retainAll(exported);
        return environment;
    }
}
