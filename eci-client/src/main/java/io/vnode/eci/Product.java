package io.vnode.eci;

import java.util.Locale;
import java.util.Map;

/** ECI and the neighbours of it that vnode asks. */
public enum Product {
    /** Container groups. */
    ECI("Eci", "2018-08-08", "eci.%s.aliyuncs.com", "eci-vpc.%s.aliyuncs.com"),
    /** Networks. */
    VPC("Vpc", "2016-04-28", "vpc.%s.aliyuncs.com", "vpc-vpc.%s.aliyuncs.com"),
    /** Virtual machines; asked for security groups. */
    ECS("Ecs", "2014-05-26", "ecs.%s.aliyuncs.com", "ecs-vpc.%s.aliyuncs.com"),
    /** Who an access key belongs to. */
    STS("Sts", "2015-04-01", "sts.%s.aliyuncs.com", "sts-vpc.%s.aliyuncs.com"),
    /** Users, policies and access keys; one endpoint for all regions. */
    RAM("Ram", "2015-05-01", "ram.aliyuncs.com", "ram.vpc-proxy.aliyuncs.com"),
    /** Names within networks; one endpoint for all regions. */
    PVTZ("pvtz", "2018-01-01", "pvtz.aliyuncs.com", "pvtz.vpc-proxy.aliyuncs.com");

    /** Regions whose endpoints of ECI do not carry the region's own name. */
    private static final Map<String, String> IRREGULAR_NAMES =
            Map.of("cn-shanghai-finance-1", "cn-shanghai-finance", "cn-shenzhen-finance-1", "cn-shenzhen-finance");

    private final String code;
    private final String version;
    private final String host;
    private final String hostInVpc;

    Product(String code, String version, String host, String hostInVpc) {
        this.code = code;
        this.version = version;
        this.host = host;
        this.hostInVpc = hostInVpc;
    }

    /** The product's code in calls. */
    public String code() {
        return code;
    }

    /** The version of its API that we speak. */
    public String version() {
        return version;
    }

    /** Where the product answers to everybody. */
    public EciEndpoint endpoint(String regionId) {
        return new EciEndpoint(regionId, host.formatted(regionInHost(regionId)), -1, "", true);
    }

    /** Where the product answers to those who are in a VPC of the region; needs no way to the internet. */
    public EciEndpoint endpointInVpc(String regionId) {
        return new EciEndpoint(regionId, hostInVpc.formatted(regionInHost(regionId)), -1, "", true);
    }

    /**
     * The endpoint as given by a user.
     *
     * @param text see {@link EciEndpoint#of}; blank for the public one
     */
    public EciEndpoint endpoint(String regionId, String text) {
        return text.isBlank() ? endpoint(regionId) : EciEndpoint.of(regionId, text);
    }

    /** The product beside ECI in an emulator, which has them all under one roof: {@code http://HOST:PORT/vpc}. */
    public EciEndpoint besideEmulated(EciEndpoint eci) {
        return new EciEndpoint(
                eci.regionId(),
                eci.host(),
                eci.port(),
                eci.path() + (this == ECI ? "" : "/" + name().toLowerCase(Locale.ROOT)),
                eci.encrypted());
    }

    private String regionInHost(String regionId) {
        return this == ECI ? IRREGULAR_NAMES.getOrDefault(regionId, regionId) : regionId;
    }
}
