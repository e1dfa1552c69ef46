package io.vnode.emulator.action;

import io.vnode.emulator.wire.ParameterType;
import java.util.regex.Pattern;

/** Types of parameters that several readers share. */
final class CommonTypes {

    /** Names of groups, containers and volumes. */
    static final ParameterType NAME = ParameterType.matching(
            Pattern.compile("(?=.{1,128}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?"),
            "up to 128 lower-case letters, digits and hyphens, with no hyphen at the ends");

    /** What makes a repeated call recognisable. */
    static final ParameterType CLIENT_TOKEN =
            ParameterType.matching(Pattern.compile("\\p{ASCII}{1,64}"), "at most 64 ASCII characters");

    /** A port number. */
    static final ParameterType PORT = ParameterType.integer(1, 65_535);

    private CommonTypes() {}
}
