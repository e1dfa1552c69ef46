package io.vnode.emulator.state;

import io.vnode.emulator.state.Program.Print;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container is told to do past its command: by its variable {@code EMULATOR_PROFILE}, or by the group's tag {@code
 * vnode.emulator/profile}, which counts for all containers without that variable. Statements are separated by {@code ;} and times
 * are seconds, or have a unit as in {@code 2m}:
 *
 * <ul>
 *   <li>{@code run}: prints a line and stays
 *   <li>{@code exit N}, {@code exit N after S}: ends with a code
 *   <li>{@code crash loop}, {@code crash loop after S}: ends with 1 after a second or S, each time it is started
 *   <li>{@code never ready}, {@code ready after S}: as though its readiness probe said so
 *   <li>{@code unhealthy after S}: as though its liveness probe failed from then on, so that it is killed
 *   <li>{@code pull takes S}, {@code pull fails}, {@code pull fails for S}: what happens to its image
 * </ul>
 *
 * @param program what each run does; null for what the command says
 * @param readyAfter how long after its start a run is ready; null for when its probe is first asked
 * @param neverReady whether no run ever is
 * @param unhealthyAfter how long after its start a run stops to be healthy; null for never
 * @param pull how its image is pulled; null for as any image of that name
 */
record Profile(
        @Nullable Program program,
        @Nullable Duration readyAfter,
        boolean neverReady,
        @Nullable Duration unhealthyAfter,
        @Nullable Pull pull) {

    static final String VARIABLE = "EMULATOR_PROFILE";
    static final String TAG = "vnode.emulator/profile";

    private static final Pattern SEPARATOR = Pattern.compile(";");
    private static final Set<String> TIMELESS = Set.of("run", "never ready");
    private static final Pattern STATEMENT =
            Pattern.compile("(run|never ready|exit (?<code>\\d{1,3})|crash loop|ready|unhealthy|pull takes|pull fails)"
                    + "(?:(?: after| for|(?<= takes)) (?<time>\\S+))?");

    /** The profile of a container; one without statements when nobody gave it any. */
    static Profile of(GroupSpec group, ContainerSpec container) {
        String text = container.environment().stream()
                .filter(variable -> variable.key().equals(VARIABLE))
                .map(ContainerSpec.EnvironmentVariable::value)
                .findFirst()
                .orElseGet(() -> group.tags().getOrDefault(TAG, ""));
        return parse(text, container.image());
    }

    /**
     * Reads statements.
     *
     * @throws IllegalArgumentException with a sentence about the statement that is none
     */
    static Profile parse(String text, String image) {
        Profile profile = new Profile(null, null, false, null, null);
        for (String statement : SEPARATOR.split(text, -1)) {
            if (!statement.isBlank()) {
                profile = profile.with(statement.strip(), image);
            }
        }
        return profile;
    }

    private Profile with(String statement, String image) {
        Matcher matcher = STATEMENT.matcher(statement);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no statement of a profile".formatted(statement));
        }
        Duration time = time(matcher.group("time"), statement);
        if (time != null && TIMELESS.contains(matcher.group(1))) {
            throw new IllegalArgumentException("'%s' has a time, which means nothing there".formatted(statement));
        }
        return switch (matcher.group(1)) {
            case "run" -> withProgram(Program.running("started " + image));
            case "crash loop" -> withProgram(ending(image, 1, time == null ? Duration.ofSeconds(1) : time));
            case "never ready" -> new Profile(program, null, true, unhealthyAfter, pull);
            case "ready" -> new Profile(program, required(time, statement), false, unhealthyAfter, pull);
            case "unhealthy" -> new Profile(program, readyAfter, neverReady, required(time, statement), pull);
            case "pull takes" -> withPull(new Pull(required(time, statement), null));
            case "pull fails" -> withPull(new Pull(Duration.ZERO, time == null ? Pull.FOR_EVER : time));
            default -> withProgram(ending(image, exitCode(matcher), time == null ? Duration.ZERO : time));
        };
    }

    private static int exitCode(Matcher matcher) {
        return Integer.parseInt(matcher.group("code")) & 255;
    }

    private static Program ending(String image, int exitCode, Duration lifetime) {
        List<Print> prints = new ArrayList<>(List.of(new Print(Duration.ZERO, "started " + image)));
        return new Program(prints, null, lifetime, exitCode);
    }

    private Profile withProgram(Program changed) {
        return new Profile(changed, readyAfter, neverReady, unhealthyAfter, pull);
    }

    private Profile withPull(Pull changed) {
        return new Profile(program, readyAfter, neverReady, unhealthyAfter, changed);
    }

    private static Duration required(@Nullable Duration time, String statement) {
        if (time == null) {
            throw new IllegalArgumentException("'%s' does not say how many seconds".formatted(statement));
        }
        return time;
    }

    private static @Nullable Duration time(@Nullable String text, String statement) {
        Duration time = text == null ? null : ProgramReader.pause(text);
        if (text != null && time == null) {
            throw new IllegalArgumentException("'%s' names no time that is known".formatted(statement));
        }
        return time;
    }
}
