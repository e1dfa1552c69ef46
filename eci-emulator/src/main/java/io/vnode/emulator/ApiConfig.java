package io.vnode.emulator;

import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.metadata.InstanceSettings;
import io.vnode.emulator.rates.RateLimit;
import io.vnode.emulator.rates.RateLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how the APIs treat their callers. */
final class ApiConfig {

    /** The keys of the configuration that are read here. */
    static final List<String> KEYS =
            List.of("accountId", "roles", "oidcProviders", "instance", "rateLimits", "faults", "clock");

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{16}");
    private static final Map<String, RateLimits> EDITIONS =
            Map.of("none", RateLimits.NONE, "2021", RateLimits.OF_2021, "today", RateLimits.TODAY);

    private ApiConfig() {}

    static ApiSettings read(ConfigObject config) {
        String accountId = config.textOr("accountId", ApiSettings.ACCOUNT_ID);
        if (!ACCOUNT_ID.matcher(accountId).matches()) {
            throw InvalidConfigException.value(config.path("accountId"), accountId, "must have sixteen digits");
        }
        List<OidcProvider> providers = config.objectsOrNone("oidcProviders").stream()
                .map(ApiConfig::provider)
                .toList();
        return new ApiSettings(
                accountId,
                new AccountConfig(accountId, providers).read(config),
                providers,
                instance(config.object("instance")),
                rates(config),
                FaultRules.read(config.objectsOrNone("faults")),
                driven(config));
    }

    private static OidcProvider provider(ConfigObject provider) {
        provider.refuseKeysOtherThan("name", "issuer", "audiences");
        return new OidcProvider(provider.text("name"), provider.text("issuer"), provider.texts("audiences"));
    }

    private static InstanceSettings instance(ConfigObject instance) {
        instance.refuseKeysOtherThan("role", "onlyWithToken", "keysLast");
        return new InstanceSettings(
                instance.findText("role"),
                instance.flagOr("onlyWithToken", false),
                instance.durationOr("keysLast", InstanceSettings.PLAIN.keysLast(), Duration.ofSeconds(1)));
    }

    private static boolean driven(ConfigObject config) {
        String clock = config.textOr("clock", "real");
        if (!clock.equals("real") && !clock.equals("manual")) {
            throw InvalidConfigException.value(config.path("clock"), clock, "must be real or manual");
        }
        return clock.equals("manual");
    }

    private static RateLimits rates(ConfigObject config) {
        JsonNode limits = config.find("rateLimits");
        if (limits == null || limits.isString()) {
            return edition(config, "rateLimits", config.textOr("rateLimits", "none"));
        }
        ConfigObject object = config.object("rateLimits");
        object.refuseKeysOtherThan("edition", "overrides");
        Map<String, @Nullable RateLimit> overrides = new HashMap<>();
        ConfigObject own = object.object("overrides");
        own.keys().forEach(action -> overrides.put(action, limit(own, action)));
        return edition(object, "edition", object.textOr("edition", "none")).with(overrides);
    }

    private static RateLimits edition(ConfigObject config, String key, String name) {
        RateLimits edition = EDITIONS.get(name);
        if (edition == null) {
            throw InvalidConfigException.value(config.path(key), name, "must be none, 2021 or today");
        }
        return edition;
    }

    private static @Nullable RateLimit limit(ConfigObject overrides, String action) {
        JsonNode value = overrides.find(action);
        if (value != null && value.isString() && value.stringValue().equals("none")) {
            return null;
        }
        ConfigObject limit = overrides.object(action);
        limit.refuseKeysOtherThan("perMinute", "burst", "perSecond");
        if (limit.find("perMinute") != null) {
            return new RateLimit.PerMinute((int) limit.numberOr("perMinute", 1, 1, Integer.MAX_VALUE));
        }
        return new RateLimit.Bucket(
                (int) limit.numberOr("burst", 1, 1, Integer.MAX_VALUE), limit.positive("perSecond"));
    }
}
