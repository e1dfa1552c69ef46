package io.vnode.emulator;

import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.state.Images;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an emulator starts with.
 *
 * @param host the address to listen on
 * @param port 0 for a free one
 * @param region what exists in the cloud beforehand
 * @param accessKeys who may call
 * @param delays how long the steps in a container group's life take
 * @param images how images are pulled
 * @param offer what ECI sells in the region
 * @param apis how the APIs treat their callers
 */
public record EmulatorConfig(
        String host,
        int port,
        Region region,
        List<AccessKey> accessKeys,
        Delays delays,
        Images images,
        Offer offer,
        ApiSettings apis) {

    private static final int HIGHEST_PORT = 65_535;

    /** Refuses what cannot work. */
    public EmulatorConfig {
        accessKeys = List.copyOf(accessKeys);
        if (port < 0 || port > HIGHEST_PORT) {
            throw InvalidConfigException.value("port", port, "must be from 0 (any free port) to 65535");
        }
        if (accessKeys.isEmpty() && apis.account().keys().isEmpty()) {
            throw InvalidConfigException.missing("accessKeys", "must list at least one key");
        }
        if (region.vSwitches().isEmpty()) {
            throw InvalidConfigException.missing("vSwitches", "must list at least one vSwitch");
        }
        if (region.securityGroupIds().isEmpty()) {
            throw InvalidConfigException.missing("securityGroups", "must list at least one security group id");
        }
        requireDistinct("accessKeys", accessKeys.stream().map(AccessKey::id).toList());
        requireDistinct(
                "vSwitches", region.vSwitches().stream().map(VSwitch::id).toList());
    }

    /** An emulator with all images at hand and enough of everything, whose APIs refuse no one with a key. */
    public EmulatorConfig(String host, int port, Region region, List<AccessKey> accessKeys, Delays delays) {
        this(host, port, region, accessKeys, delays, Images.AT_ONCE, Offer.PLENTY, ApiSettings.PLAIN);
    }

    private static void requireDistinct(String key, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw InvalidConfigException.value(key, id, "must not be listed twice");
            }
        }
    }

    /**
     * A small cloud for tests: a free port on the loopback address, region {@code cn-hangzhou}, vSwitches {@code
     * vsw-sandboxa} and {@code vsw-sandboxb} in two zones, security group {@code sg-sandbox}, no delays.
     */
    public static EmulatorConfig loopback(AccessKey key) {
        Region region = new Region(
                "cn-hangzhou",
                "vpc-sandbox",
                List.of(
                        new VSwitch("vsw-sandboxa", "cn-hangzhou-h", Cidr.parse("192.168.0.0/20")),
                        new VSwitch("vsw-sandboxb", "cn-hangzhou-i", Cidr.parse("192.168.16.0/20"))),
                List.of("sg-sandbox"));
        return new EmulatorConfig("127.0.0.1", 0, region, List.of(key), Delays.NONE);
    }

    /** The same cloud with other delays. */
    public EmulatorConfig withDelays(Delays changed) {
        return new EmulatorConfig(host, port, region, accessKeys, changed, images, offer, apis);
    }

    /** The same delays and keys with another cloud. */
    public EmulatorConfig withRegion(Region changed) {
        return new EmulatorConfig(host, port, changed, accessKeys, delays, images, offer, apis);
    }

    /** The same cloud with something else to sell. */
    public EmulatorConfig withOffer(Offer changed) {
        return new EmulatorConfig(host, port, region, accessKeys, delays, images, changed, apis);
    }

    /** The same cloud with images that are pulled in another way. */
    public EmulatorConfig withImages(Images changed) {
        return new EmulatorConfig(host, port, region, accessKeys, delays, changed, offer, apis);
    }

    /** The same cloud with APIs that treat their callers in another way. */
    public EmulatorConfig withApis(ApiSettings changed) {
        return new EmulatorConfig(host, port, region, accessKeys, delays, images, offer, changed);
    }
}
