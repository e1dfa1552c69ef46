package io.vnode.emulator.access;

import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what a call is about: the resources that policies name, and what their conditions ask. */
public final class Targets {

    private static final Pattern NO_ID = Pattern.compile("[^A-Za-z0-9-]+");

    private final String regionId;
    private final String accountId;
    private final Function<String, @Nullable Map<String, String>> tags;
    private final Clock clock;

    /**
     * What calls to one region of an account are about.
     *
     * @param tags of a container group by its id; null when there is none
     */
    public Targets(
            String regionId, String accountId, Function<String, @Nullable Map<String, String>> tags, Clock clock) {
        this.regionId = regionId;
        this.accountId = accountId;
        this.tags = tags;
        this.clock = clock;
    }

    List<Permissions.Target> of(String product, String action, ActionCall call) {
        return resources(product, action, call.parameters()).stream()
                .map(resource -> new Permissions.Target(resource, circumstances(resource, call)))
                .toList();
    }

    private List<String> resources(String product, String action, Parameters parameters) {
        return switch (product) {
            case "eci" ->
                eci(action, parameters).stream()
                        .map(each -> arn("eci", regionId, each))
                        .toList();
            case "vpc" -> List.of(arn("vpc", regionId, "vswitch/*"));
            case "ecs" -> List.of(arn("ecs", regionId, "securitygroup/*"));
            case "pvtz" -> List.of(arn("pvtz", "", "zone/" + parameters.textOr("ZoneId", "*")));
            case "ram" -> List.of(arn("ram", "", ram(parameters)));
            case "sts" -> List.of(parameters.textOr("RoleArn", "*"));
            default -> List.of("*");
        };
    }

    private String arn(String product, String region, String resource) {
        return "acs:%s:%s:%s:%s".formatted(product, region, accountId, resource);
    }

    private static List<String> eci(String action, Parameters parameters) {
        String group = parameters.find("ContainerGroupId");
        if (group != null) {
            return List.of("containergroup/" + group);
        }
        String groups = parameters.find("ContainerGroupIds");
        List<String> ids = groups == null
                ? List.of()
                : Arrays.stream(NO_ID.split(groups, -1))
                        .filter(id -> !id.isEmpty())
                        .toList();
        if (!ids.isEmpty()) {
            return ids.stream().map(id -> "containergroup/" + id).toList();
        }
        return List.of(
                action.contains("ImageCache")
                        ? "imagecache/" + parameters.textOr("ImageCacheId", "*")
                        : "containergroup/*");
    }

    private static String ram(Parameters parameters) {
        for (String kind : List.of("User", "Role", "Policy")) {
            String name = parameters.find(kind + "Name");
            if (name != null) {
                return kind.toLowerCase(Locale.ROOT) + "/" + name;
            }
        }
        return "*";
    }

    private Circumstances circumstances(String resource, ActionCall call) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("acs:SourceIp", List.of(call.sender()));
        values.put("acs:SecureTransport", List.of("false"));
        values.put("acs:CurrentTime", List.of(clock.instant().toString()));
        Map<String, String> requested = new HashMap<>();
        call.parameters().elements("Tag").forEach(tag -> requested.put(tag.text("Key"), tag.text("Value")));
        requested.forEach((key, value) -> values.put("acs:RequestTag/" + key, List.of(value)));
        Map<String, String> own = tags.apply(resource.substring(resource.indexOf('/') + 1));
        (own == null ? requested : own).forEach((key, value) -> {
            values.put("eci:tag/" + key, List.of(value));
            values.put("acs:ResourceTag/" + key, List.of(value));
        });
        return new Circumstances(values);
    }
}
