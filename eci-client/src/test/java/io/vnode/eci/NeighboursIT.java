package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.ecs.EcsClient;
import io.vnode.eci.ecs.SecurityGroup;
import io.vnode.eci.pvtz.BoundVpc;
import io.vnode.eci.pvtz.PrivateZoneClient;
import io.vnode.eci.pvtz.Zone;
import io.vnode.eci.pvtz.ZoneRecord;
import io.vnode.eci.ram.Creation;
import io.vnode.eci.ram.PolicyInForce;
import io.vnode.eci.ram.PolicyVersion;
import io.vnode.eci.ram.RamClient;
import io.vnode.eci.ram.RamPolicy;
import io.vnode.eci.ram.RamUser;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.eci.sts.CallerIdentity;
import io.vnode.eci.sts.StsClient;
import io.vnode.eci.vpc.VSwitch;
import io.vnode.eci.vpc.VpcClient;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clients of the neighbours against the emulator, which shares no code with them. */
class NeighboursIT {

    private static final Credentials ACCOUNT = Credentials.of("testid", "testsecret");
    private static final String MAY_LIST_REGIONS = """
            {"Version":"1","Statement":[{"Effect":"Allow","Action":"eci:DescribeRegions","Resource":"*"}]}""";
    private static final String MAY_DO_NOTHING = """
            {"Version":"1","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

    private EciEmulator emulator;
    private EciEndpoint eci;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("testid", "testsecret")));
        eci = EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void vpcKnowsTheVSwitches() {
        try (VpcClient vpc = VpcClient.create(at(Product.VPC), provider(ACCOUNT), EciClientOptions.DEFAULT)) {
            List<VSwitch> all = vpc.describeVSwitches("vpc-sandbox");

            assertThat(all).extracting(VSwitch::id).containsExactlyInAnyOrder("vsw-sandboxa", "vsw-sandboxb");
            assertThat(vpc.describeVSwitch("vsw-sandboxa")).satisfies(found -> {
                assertThat(found.zoneId()).isEqualTo("cn-hangzhou-h");
                assertThat(found.cidrBlock()).isEqualTo("192.168.0.0/20");
                assertThat(found.availableAddresses()).isPositive();
                assertThat(found.available()).isTrue();
            });
            assertThat(vpc.describeVSwitch("vsw-none")).isNull();
        }
    }

    @Test
    void ecsKnowsTheSecurityGroups() {
        try (EcsClient ecs = EcsClient.create(at(Product.ECS), provider(ACCOUNT), EciClientOptions.DEFAULT)) {
            assertThat(ecs.describeSecurityGroups("vpc-sandbox"))
                    .extracting(SecurityGroup::id)
                    .containsExactly("sg-sandbox");
            assertThat(ecs.describeSecurityGroup("sg-sandbox"))
                    .isNotNull()
                    .extracting(SecurityGroup::vpcId)
                    .isEqualTo("vpc-sandbox");
            assertThat(ecs.describeSecurityGroup("sg-none")).isNull();
        }
    }

    @Test
    void stsKnowsWhoAsks() {
        try (StsClient sts = StsClient.create(at(Product.STS), provider(ACCOUNT), EciClientOptions.DEFAULT)) {
            CallerIdentity identity = sts.getCallerIdentity();

            assertThat(identity.rootOfAccount()).isTrue();
            assertThat(identity.accountId()).isEqualTo("1234567890123456");
        }
    }

    @Test
    void ramMakesAUserThatMayDoWhatItsPolicySaysAndTakesItAway() {
        try (RamClient ram = ram()) {
            Creation<RamUser> user = ram.createUser("vnode", "vnode", "made by a test");
            assertThat(user).isInstanceOf(Creation.Created.class);
            assertThat(ram.createUser("vnode", "", "")).isEqualTo(new Creation.AlreadyExists<>());
            assertThat(ram.getUser("vnode"))
                    .isNotNull()
                    .extracting(RamUser::comments)
                    .isEqualTo("made by a test");
            assertThat(ram.getUser("nobody")).isNull();
            ram.createPolicy("vnode-eci", MAY_LIST_REGIONS, "what vnode may do");
            assertThat(ram.attachPolicyToUser("vnode-eci", RamPolicy.Type.CUSTOM, "vnode"))
                    .isTrue();
            assertThat(ram.attachPolicyToUser("vnode-eci", RamPolicy.Type.CUSTOM, "vnode"))
                    .isFalse();
            assertThat(ram.listPoliciesForUser("vnode"))
                    .containsExactly(new RamPolicy("vnode-eci", RamPolicy.Type.CUSTOM, "what vnode may do", "v1"));
            Credentials key = ram.createAccessKey("vnode");

            assertMay(key, true);
            ram.createPolicyVersion("vnode-eci", MAY_DO_NOTHING);
            assertMay(key, false);
            assertThat(ram.getPolicy("vnode-eci", RamPolicy.Type.CUSTOM))
                    .isNotNull()
                    .extracting(PolicyInForce::document)
                    .isEqualTo(MAY_DO_NOTHING);

            EciException inUse = catchThrowableOfType(EciException.class, () -> ram.deleteUser("vnode"));
            assertThat(inUse.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(ram.listAccessKeys("vnode")).singleElement().satisfies(entry -> assertThat(entry.id())
                    .isEqualTo(key.accessKeyId()));
            assertThat(ram.deleteAccessKey("vnode", key.accessKeyId())).isTrue();
            assertThat(ram.deleteAccessKey("vnode", key.accessKeyId())).isFalse();
            assertThat(ram.detachPolicyFromUser("vnode-eci", RamPolicy.Type.CUSTOM, "vnode"))
                    .isTrue();
            assertThat(ram.listPolicyVersions("vnode-eci"))
                    .containsExactlyInAnyOrder(new PolicyVersion("v1", false), new PolicyVersion("v2", true));
            assertThat(ram.deletePolicyVersion("vnode-eci", "v1")).isTrue();
            assertThat(ram.deletePolicy("vnode-eci")).isTrue();
            assertThat(ram.deletePolicy("vnode-eci")).isFalse();
            assertThat(ram.deleteUser("vnode")).isTrue();
            assertThat(ram.deleteUser("vnode")).isFalse();
        }
    }

    @Test
    void ramRefusesAPolicyThatItDoesNotUnderstand() {
        try (RamClient ram = ram()) {
            EciException failure = catchThrowableOfType(EciException.class, () -> ram.createPolicy("broken", "{", ""));

            assertThat(failure.code()).isEqualTo("MalformedPolicyDocument");
            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void privateZoneKeepsNamesForVpcs() {
        try (PrivateZoneClient zones =
                PrivateZoneClient.create(at(Product.PVTZ), provider(ACCOUNT), EciClientOptions.DEFAULT)) {
            Zone zone = zones.addZone("svc.example");
            assertThat(zones.describeZones()).containsExactly(zone);

            BoundVpc vpc = new BoundVpc("cn-hangzhou", "vpc-sandbox");
            zones.bindZoneVpc(zone.id(), List.of(vpc));
            assertThat(zones.boundVpcs(zone.id())).containsExactly(vpc);

            long id = zones.addZoneRecord(zone.id(), "web", "A", "192.168.0.1", 30);
            zones.updateZoneRecord(new ZoneRecord(id, "web", "A", "192.168.0.2", 45, true));
            assertThat(zones.describeZoneRecords(zone.id()))
                    .containsExactly(new ZoneRecord(id, "web", "A", "192.168.0.2", 45, true));

            EciException bound = catchThrowableOfType(EciException.class, () -> zones.deleteZone(zone.id()));
            assertThat(bound.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(zones.deleteZoneRecord(id)).isTrue();
            assertThat(zones.deleteZoneRecord(id)).isFalse();
            zones.bindZoneVpc(zone.id(), List.of());
            assertThat(zones.deleteZone(zone.id())).isTrue();
            assertThat(zones.deleteZone(zone.id())).isFalse();
        }
    }

    private void assertMay(Credentials key, boolean allowed) {
        try (SdkEciClient client = SdkEciClient.create(eci, key)) {
            if (allowed) {
                assertThat(client.describeRegions()).isNotEmpty();
            } else {
                EciException refused = catchThrowableOfType(EciException.class, client::describeRegions);
                assertThat(refused.kind()).isEqualTo(Kind.NOT_PERMITTED);
            }
        }
    }

    private RamClient ram() {
        return RamClient.create(at(Product.RAM), provider(ACCOUNT), EciClientOptions.DEFAULT);
    }

    private EciEndpoint at(Product product) {
        return product.besideEmulated(eci);
    }

    private static CredentialsProvider provider(Credentials credentials) {
        return CredentialsProvider.fixed(credentials);
    }
}
