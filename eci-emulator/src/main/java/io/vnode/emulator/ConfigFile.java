package io.vnode.emulator;

import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the configuration from a JSON file. */
final class ConfigFile {

    // Sources stay out of error messages: the file holds secrets.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<String> KEYS = List.of(
            "host",
            "port",
            "regionId",
            "accessKeys",
            "vpcId",
            "vSwitches",
            "securityGroups",
            "otherSecurityGroups",
            "delays",
            "images",
            "offer");

    private ConfigFile() {}

    static EmulatorConfig read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            throw new InvalidConfigException("%s does not exist".formatted(file));
        } catch (IOException e) {
            throw new InvalidConfigException("%s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (InvalidConfigException e) {
            throw new InvalidConfigException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /** The faults of a file that holds a list of them. */
    static List<FaultRule> faults(Path file) {
        try {
            return FaultRules.read(ConfigObject.objects(json(Files.readString(file))));
        } catch (NoSuchFileException _) {
            throw new InvalidConfigException("%s does not exist".formatted(file));
        } catch (IOException e) {
            throw new InvalidConfigException("%s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (InvalidConfigException e) {
            throw new InvalidConfigException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidConfigException("not JSON: %s, line %d, column %d"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        }
    }

    static EmulatorConfig parse(String text) {
        ConfigObject config = ConfigObject.root(json(text));
        config.refuseKeysOtherThan(
                Stream.concat(KEYS.stream(), ApiConfig.KEYS.stream()).toArray(String[]::new));
        Map<String, String> others = otherSecurityGroups(config);
        Region region = new Region(
                config.textOr("regionId", "cn-hangzhou"),
                config.textOr("vpcId", "vpc-emulated"),
                config.objects("vSwitches").stream().map(ConfigFile::vSwitch).toList(),
                Stream.concat(config.texts("securityGroups").stream(), others.keySet().stream())
                        .toList(),
                others);
        List<AccessKey> keys = config.objects("accessKeys").stream()
                .filter(AccountConfig::ownKey)
                .map(ConfigFile::accessKey)
                .toList();
        return new EmulatorConfig(
                config.textOr("host", "127.0.0.1"),
                config.integerOr("port", 0),
                region,
                keys,
                delays(config.object("delays")),
                OfferConfig.images(config.object("images")),
                OfferConfig.offer(config.object("offer")),
                ApiConfig.read(config));
    }

    /** Security groups that belong to another VPC than the first. */
    private static Map<String, String> otherSecurityGroups(ConfigObject config) {
        Map<String, String> others = new LinkedHashMap<>();
        for (ConfigObject group : config.objectsOrNone("otherSecurityGroups")) {
            group.refuseKeysOtherThan("id", "vpcId");
            others.put(group.text("id"), group.text("vpcId"));
        }
        return others;
    }

    private static AccessKey accessKey(ConfigObject key) {
        key.refuseKeysOtherThan("id", "secret");
        return new AccessKey(key.text("id"), key.text("secret"));
    }

    private static VSwitch vSwitch(ConfigObject vSwitch) {
        vSwitch.refuseKeysOtherThan("id", "zoneId", "cidr", "vpcId");
        String cidr = vSwitch.text("cidr");
        try {
            return new VSwitch(vSwitch.text("id"), vSwitch.text("zoneId"), Cidr.parse(cidr), vSwitch.findText("vpcId"));
        } catch (IllegalArgumentException e) {
            throw InvalidConfigException.value(vSwitch.path("cidr"), cidr, String.valueOf(e.getMessage()));
        }
    }

    private static Delays delays(ConfigObject delays) {
        delays.refuseKeysOtherThan("scheduling", "pending", "terminating", "restart");
        Delays defaults = Delays.NONE;
        return new Delays(
                delays.durationOr("scheduling", defaults.scheduling()),
                delays.durationOr("pending", defaults.pending()),
                delays.durationOr("terminating", defaults.terminating()),
                delays.durationOr("restart", defaults.restart(), Delays.SHORTEST_RESTART));
    }
}
