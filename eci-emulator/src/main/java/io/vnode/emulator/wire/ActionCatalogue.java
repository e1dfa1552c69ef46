package io.vnode.emulator.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The actions of one product.
 *
 * @param version the version that callers must name
 * @param actions by name
 */
public record ActionCatalogue(String version, Map<String, Action> actions) {

    /** A catalogue of these actions. */
    public static ActionCatalogue of(String version, List<Action> actions) {
        return new ActionCatalogue(
                version, actions.stream().collect(Collectors.toUnmodifiableMap(Action::name, Function.identity())));
    }

    Action find(RpcRequest request) {
        String name = request.required(CommonParameters.ACTION);
        String asked = request.required(CommonParameters.VERSION);
        if (!asked.equals(version)) {
            throw new ApiException(
                    400,
                    "InvalidVersion",
                    "Specified parameter Version is not valid: '%s' is not %s.".formatted(asked, version));
        }
        Action action = actions.get(name);
        if (action == null) {
            throw new ApiException(
                    404,
                    "InvalidAction.NotFound",
                    "Specified api is not found, please check your url and method: %s.".formatted(name));
        }
        if (!action.takesGet() && request.httpMethod().equals("GET")) {
            throw new ApiException(
                    405, "UnsupportedHTTPMethod", "This http method is not supported: %s takes POST.".formatted(name));
        }
        String format = request.required(CommonParameters.FORMAT);
        if (!format.equals("JSON")) {
            throw ApiException.invalid(CommonParameters.FORMAT, "is '%s'; it must be JSON".formatted(format));
        }
        return action;
    }
}
