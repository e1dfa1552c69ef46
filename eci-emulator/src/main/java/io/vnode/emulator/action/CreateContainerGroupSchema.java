package io.vnode.emulator.action;

import static io.vnode.emulator.wire.ParameterType.decimal;
import static io.vnode.emulator.wire.ParameterType.flag;
import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.matching;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import java.util.List;
import java.util.regex.Pattern;

/** Every documented parameter of {@code CreateContainerGroup}, whether the emulator acts on it or not. */
final class CreateContainerGroupSchema {

    private static final ParameterType NAME = matching(
            Pattern.compile("(?=.{2,128}$)[a-z0-9][a-z0-9-]*[a-z0-9]"),
            "2 to 128 lower-case letters, digits and hyphens, with no hyphen at the ends");

    private CreateContainerGroupSchema() {}

    static ParameterSchema build() {
        ParameterSchema.Builder schema = ParameterSchema.builder()
                .required("ContainerGroupName", NAME)
                .optional("ClientToken", CommonTypes.CLIENT_TOKEN)
                .optional("RestartPolicy", oneOf("Always", "OnFailure", "Never"))
                .optional("TerminationGracePeriodSeconds", integer(0, Integer.MAX_VALUE))
                .optional("ActiveDeadlineSeconds", integer(1, Long.MAX_VALUE))
                .optional("DryRun", flag());
        placement(schema);
        size(schema);
        network(schema);
        names(schema);
        images(schema);
        system(schema);
        tags(schema);
        ContainerReader.describe(schema);
        VolumeReader.describe(schema);
        return schema.build();
    }

    private static void placement(ParameterSchema.Builder schema) {
        schema.optional("SecurityGroupId", text())
                .optional("VSwitchId", text())
                .optional("ZoneId", text())
                .optional("ScheduleStrategy", oneOf("VSwitchOrdered", "VSwitchRandom"))
                .optional("MaxPendingMinute", integer(10, 1440))
                .optional("ResourceGroupId", text())
                .optional("RamRoleName", text());
    }

    private static void size(ParameterSchema.Builder schema) {
        schema.optional("Cpu", decimal())
                .optional("Memory", decimal())
                .optional("InstanceType", text())
                .optional("ComputeCategory.N", oneOf("economy", "general"))
                .optional("CpuArchitecture", oneOf("AMD64", "ARM64"))
                .optional("OsType", oneOf("Linux", "Windows"))
                .optional("CpuOptionsCore", integer(1, 1024))
                .optional("CpuOptionsThreadsPerCore", integer(1, 2))
                .optional("CpuOptionsNuma", text())
                .optional("GpuDriverVersion", text())
                .optional("SpotStrategy", oneOf("NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo"))
                .optional("SpotPriceLimit", decimal())
                .optional("SpotDuration", integer(0, 1))
                .optional("StrictSpot", flag())
                .optional("EphemeralStorage", integer(0, 32_768))
                .optional("OverheadReservationOption.EnableOverheadReservation", flag());
    }

    private static void network(ParameterSchema.Builder schema) {
        schema.optional("EipInstanceId", text())
                .optional("AutoCreateEip", flag())
                .optional("EipBandwidth", integer(1, 1000))
                .optional("EipISP", oneOf("BGP", "BGP_PRO"))
                .optional("EipCommonBandwidthPackage", text())
                .optional("Ipv6AddressCount", integer(0, 1))
                .optional("Ipv6GatewayBandwidthEnable", flag())
                .optional("Ipv6GatewayBandwidth", text())
                .optional("PrivateIpAddress", text())
                .optional("FixedIp", flag())
                .optional("FixedIpRetainHour", integer(1, Integer.MAX_VALUE))
                .optional("IngressBandwidth", integer(0, Long.MAX_VALUE))
                .optional("EgressBandwidth", integer(0, Long.MAX_VALUE));
    }

    private static void names(ParameterSchema.Builder schema) {
        schema.limit("DnsConfig.NameServer", 20)
                .limit("DnsConfig.Search", 20)
                .limit("DnsConfig.Option", 20)
                .limit("HostAliase", 100)
                .limit("HostAliase.N.Hostname", 50)
                .limit("NtpServer", 20)
                .optional("DnsPolicy", oneOf("Default", "None"))
                .optional("DnsConfig.NameServer.N", text())
                .optional("DnsConfig.Search.N", text())
                .required("DnsConfig.Option.N.Name", text())
                .optional("DnsConfig.Option.N.Value", text())
                .required("HostAliase.N.Ip", text())
                .optional("HostAliase.N.Hostname.N", text())
                .optional("HostName", text())
                .optional("NtpServer.N", text());
    }

    private static void images(ParameterSchema.Builder schema) {
        credentials(schema);
        schema.optional("ImageSnapshotId", text())
                .optional("AutoMatchImageCache", flag())
                .optional("ImageAccelerateMode", oneOf("nydus", "dadi", "p2p", "imc"))
                .optional("PlainHttpRegistry", text())
                .optional("InsecureRegistry", text())
                .optional("DataCacheBucket", text())
                .optional("DataCachePL", oneOf("PL0", "PL1", "PL2", "PL3"))
                .optional("DataCacheProvisionedIops", integer(0, Long.MAX_VALUE))
                .optional("DataCacheBurstingEnabled", flag());
    }

    static void credentials(ParameterSchema.Builder schema) {
        schema.limit("ImageRegistryCredential", 10)
                .required("ImageRegistryCredential.N.Server", text())
                .required("ImageRegistryCredential.N.UserName", text())
                .secret("ImageRegistryCredential.N.Password", text())
                .optional("AcrRegistryInfo.N.InstanceId", text())
                .optional("AcrRegistryInfo.N.RegionId", text())
                .optional("AcrRegistryInfo.N.InstanceName", text())
                .optional("AcrRegistryInfo.N.Domain.N", text())
                .optional("AcrRegistryInfo.N.ArnService", text())
                .optional("AcrRegistryInfo.N.ArnUser", text());
    }

    private static void system(ParameterSchema.Builder schema) {
        schema.optional("SlsEnable", flag())
                .optional("CorePattern", matching(Pattern.compile("[^|].*"), "a path, not a pipe"))
                .optional("ShareProcessNamespace", flag())
                .optional("ContainerResourceView", flag());
        for (String context : List.of("SecurityContext", "HostSecurityContext")) {
            schema.required(context + ".Sysctl.N.Name", text()).optional(context + ".Sysctl.N.Value", text());
        }
    }

    static void tags(ParameterSchema.Builder schema) {
        schema.limit("Tag", 20).required("Tag.N.Key", tag(64)).optional("Tag.N.Value", tag(128));
    }

    private static ParameterType tag(int maxLength) {
        return matching(
                Pattern.compile("(?!acs:|aliyun)(?!.*https?://).{0,%d}".formatted(maxLength), Pattern.DOTALL),
                "at most %d characters, not starting with acs: or aliyun and without http:// or https://"
                        .formatted(maxLength));
    }
}
