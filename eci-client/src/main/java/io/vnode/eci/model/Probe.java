package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that ECI asks a container again and again.
 *
 * @param handler how it is asked
 * @param initialDelaySeconds time before the first question; null for 0
 * @param periodSeconds time between questions; null for 10
 * @param timeoutSeconds time to answer; null for 1
 * @param successThreshold good answers needed; null for 1, the only number that ECI takes
 * @param failureThreshold bad answers needed; null for 3
 */
public record Probe(
        Handler handler,
        @Nullable Integer initialDelaySeconds,
        @Nullable Integer periodSeconds,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer successThreshold,
        @Nullable Integer failureThreshold) {

    /** How the question is put. */
    public sealed interface Handler {

        /** An HTTP request; any status from 200 to 399 is a good answer. */
        record HttpGet(
                @Nullable String path, int port, @Nullable String scheme) implements Handler {}

        /** A connection; that it opens is a good answer. */
        record TcpSocket(int port) implements Handler {}

        /** A command in the container; exit code 0 is a good answer. Its text form does not show the command. */
        record Exec(List<String> command) implements Handler {

            public Exec {
                command = List.copyOf(command);
            }

            @Override
            public String toString() {
                return "Exec";
            }
        }
    }
    /** Starts from a probe with ECI's own times. */
    public static Builder builder(Handler handler) {
        return new Builder(handler);
    }
    /** Puts a {@link Probe} together. */
    public static final class Builder {
        private final Handler handler;
        private @Nullable Integer initialDelaySeconds;
        private @Nullable Integer periodSeconds;
        private @Nullable Integer timeoutSeconds;
        private @Nullable Integer successThreshold;
        private @Nullable Integer failureThreshold;

        private Builder(Handler handler) {
            this.handler = handler;
        }

        public Builder initialDelaySeconds(@Nullable Integer initialDelaySeconds) {
            this.initialDelaySeconds = initialDelaySeconds;
            return this;
        }

        public Builder periodSeconds(@Nullable Integer periodSeconds) {
            this.periodSeconds = periodSeconds;
            return this;
        }

        public Builder timeoutSeconds(@Nullable Integer timeoutSeconds) {
            this.timeoutSeconds = timeoutSeconds;
            return this;
        }

        public Builder successThreshold(@Nullable Integer successThreshold) {
            this.successThreshold = successThreshold;
            return this;
        }

        public Builder failureThreshold(@Nullable Integer failureThreshold) {
            this.failureThreshold = failureThreshold;
            return this;
        }

        public Probe build() {
            return new Probe(
                    handler, initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold, failureThreshold);
        }
    }
}
