package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.GroupInstance;
import io.vnode.eci.model.GroupNetwork;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.SpotStrategy;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a described group says of itself beyond what decisions rest on. None of it is worth a listing: what cannot
 * be read counts as unknown.
 */
final class GroupPartsReader {

    private GroupPartsReader() {}

    static <T> T informative(Fields fields, Function<Fields, @Nullable T> reader, T unknown) {
        T known = informative(fields, reader);
        return known == null ? unknown : known;
    }

    static <T> @Nullable T informative(Fields fields, Function<Fields, @Nullable T> reader) {
        try {
            return reader.apply(fields);
        } catch (UnreadableAnswerException _) {
            return null;
        }
    }

    static GroupNetwork network(Fields group) {
        return new GroupNetwork(
                group.optionalText("VpcId"),
                group.optionalText("EniInstanceId"),
                group.optionalText("Ipv6Address"),
                DnsPolicy.of(group.optionalText("DnsPolicy")),
                dns(group.object("DnsConfig")),
                group.list("HostAliases", alias -> new HostAlias(alias.textOrEmpty("Ip"), alias.texts("Hostnames"))));
    }

    private static DnsConfig dns(@Nullable Fields dns) {
        return dns == null
                ? DnsConfig.EMPTY
                : new DnsConfig(
                        dns.texts("NameServers"), dns.texts("Searches"), dns.list("Options", GroupPartsReader::named));
    }

    static List<NamedValue> sysctls(Fields group) {
        Fields context = group.object("EciSecurityContext");
        return context == null ? List.of() : context.list("Sysctls", GroupPartsReader::named);
    }

    private static NamedValue named(Fields setting) {
        return new NamedValue(setting.text("Name"), setting.optionalText("Value"));
    }

    static GroupInstance instance(Fields group) {
        double priceLimit = group.number("SpotPriceLimit");
        return new GroupInstance(
                group.optionalText("InstanceType"),
                group.optionalText("ComputeCategory"),
                SpotStrategy.of(group.optionalText("SpotStrategy")),
                priceLimit == 0 ? null : priceLimit,
                group.integer("EphemeralStorage"),
                group.integer("Discount"));
    }
}
