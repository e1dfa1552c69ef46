package io.vnode.emulator.action;

import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Spot;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what comes with a container group and what ends it: elastic IP, IPv6, deadline, the terms of the spot market. */
final class TermsReader {

    private static final int DEFAULT_PROTECTED_HOURS = 1;

    private TermsReader() {}

    static GroupSpec.Terms read(Parameters parameters) {
        Long deadline = parameters.integer("ActiveDeadlineSeconds");
        return new GroupSpec.Terms(
                deadline == null ? null : Duration.ofSeconds(deadline),
                spot(parameters),
                parameters.flag("AutoCreateEip"),
                parameters.find("EipInstanceId"),
                parameters.integerOr("Ipv6AddressCount", 0) > 0,
                Set.of());
    }

    static @Nullable Spot spot(Parameters parameters) {
        Duration protectedTime = Duration.ofHours(parameters.integerOr("SpotDuration", DEFAULT_PROTECTED_HOURS));
        return switch (parameters.textOr("SpotStrategy", "NoSpot")) {
            case "SpotAsPriceGo" -> new Spot(null, protectedTime);
            case "SpotWithPriceLimit" -> new Spot(priceLimit(parameters), protectedTime);
            default -> null;
        };
    }

    private static double priceLimit(Parameters parameters) {
        Double limit = parameters.decimal("SpotPriceLimit");
        if (limit == null) {
            throw ApiException.missing("SpotPriceLimit");
        }
        return limit;
    }
}
