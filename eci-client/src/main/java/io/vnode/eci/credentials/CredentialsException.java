package io.vnode.eci.credentials;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** There is no access key to sign with. The message says what was tried, why that gave none, and what to do. */
public final class CredentialsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Attempt> attempts;
    private final boolean passing;

    /**
     * A place that gave no access key.
     *
     * @param source the place, for example {@code Secret files in /etc/eci}
     * @param why why it gave none; never quotes what was found there
     * @param remedy what a person can do about it
     * @param passing whether it may give one later without anybody changing anything
     */
    public record Attempt(String source, String why, String remedy, boolean passing) {}

    CredentialsException(List<Attempt> attempts) {
        super(attempts.stream()
                .map(attempt -> "%s: %s (%s)".formatted(attempt.source(), attempt.why(), attempt.remedy()))
                .collect(joining("; ", "no access key: ", "")));
        this.attempts = List.copyOf(attempts);
        this.passing = attempts.stream().anyMatch(Attempt::passing);
    }

    /** Somebody has to change something. */
    static CredentialsException lasting(String source, String why, String remedy) {
        return new CredentialsException(List.of(new Attempt(source, why, remedy, false)));
    }

    /** The same may work later. */
    static CredentialsException passing(String source, String why, String remedy) {
        return new CredentialsException(List.of(new Attempt(source, why, remedy, true)));
    }

    /** What was tried, in that order. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Whether there may be one later without anybody changing anything. */
    public boolean passing() {
        return passing;
    }
}
