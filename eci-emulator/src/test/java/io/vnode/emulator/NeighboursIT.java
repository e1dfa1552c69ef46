package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.rates.RateLimit;
import io.vnode.emulator.rates.RateLimits;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class NeighboursIT {

    private static final AccessKey ROOT = new AccessKey("LTAI-root", "root-secret");
    private static final AccessKey READER = new AccessKey("LTAI-reader", "reader-secret");
    private static final AccessKey TESTER = new AccessKey("LTAI-tester", "tester-secret");
    private static final AccessKey NOBODY = new AccessKey("LTAI-nobody", "nobody-secret");
    private static final String CONFIG = """
            {"accountId": "1111222233334444",
             "accessKeys": [
               {"id": "LTAI-root", "secret": "root-secret"},
               {"id": "LTAI-reader", "secret": "reader-secret", "user": "reader", "policy": "AliyunECIReadOnlyAccess"},
               {"id": "LTAI-tester", "secret": "tester-secret", "user": "tester", "policy": [
                 {"Version": "1", "Statement": [
                   {"Effect": "Allow", "Action": "eci:*", "Resource": "acs:eci:*:*:containergroup/*",
                    "Condition": {"StringEquals": {"eci:tag/env": "test"}}},
                   {"Effect": "Deny", "Action": "eci:ExecContainerCommand", "Resource": "*"}]},
                 "AliyunSTSAssumeRoleAccess"]},
               {"id": "LTAI-nobody", "secret": "nobody-secret", "user": "nobody"},
               {"id": "LTAI-old", "secret": "old-secret", "status": "Inactive"}],
             "roles": [{"name": "vnode", "policy": "AliyunECIFullAccess"},
                       {"name": "closed", "trust": {"Version": "1", "Statement": [{"Effect": "Allow",
                          "Action": "sts:AssumeRole", "Principal": {"RAM": ["acs:ram::1111222233334444:user/somebody"]}}]}}],
             "oidcProviders": [{"name": "cluster", "issuer": "https://issuer.test", "audiences": ["sts.aliyuncs.com"]}],
             "instance": {"role": "vnode", "onlyWithToken": true},
             "vSwitches": [{"id": "vsw-a", "zoneId": "cn-hangzhou-h", "cidr": "192.168.0.0/24"},
                           {"id": "vsw-b", "zoneId": "cn-hangzhou-i", "cidr": "192.168.1.0/24"},
                           {"id": "vsw-c", "zoneId": "cn-hangzhou-i", "cidr": "192.168.2.0/24"}],
             "vpcId": "vpc-1", "securityGroups": ["sg-1", "sg-2"]}
            """;

    @TempDir
    private Path folder;

    private EciEmulator emulator;
    private EmulatorCaller caller;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(ConfigFile.parse(CONFIG), Clock.systemUTC(), folder);
        caller = new EmulatorCaller(emulator.endpoint());
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private void restart() throws IOException {
        stop();
        start();
    }

    @Test
    void listsVSwitchesPageByPageWithTheAddressesTheyHaveLeft() throws Exception {
        created(ROOT, "env", "test");

        JsonNode first = caller.ok(ROOT, "vpc", "DescribeVSwitches", "PageSize", "2", "VpcId", "vpc-1");
        JsonNode second = caller.ok(ROOT, "vpc", "DescribeVSwitches", "PageSize", "2", "PageNumber", "2");

        assertThat(first.path("TotalCount").intValue()).isEqualTo(3);
        assertThat(first.path("VSwitches").path("VSwitch").path(0))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"VSwitchId": "vsw-a", "VSwitchName": "vsw-a", "VpcId": "vpc-1", "ZoneId": "cn-hangzhou-h",
                 "CidrBlock": "192.168.0.0/24", "AvailableIpAddressCount": 251, "Status": "Available",
                 "Description": "", "IsDefault": false}"""));
        assertThat(second.path("VSwitches").path("VSwitch").size()).isEqualTo(1);
        assertThat(caller.refused(ROOT, "vpc", "DescribeVSwitches", "PageSize", "51"))
                .isEqualTo("400 InvalidParameter");
        assertThat(caller.refused(READER, "vpc", "DescribeVSwitches")).isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void listsSecurityGroups() throws Exception {
        JsonNode some = caller.ok(ROOT, "ecs", "DescribeSecurityGroups", "SecurityGroupIds", "[\"sg-2\",\"sg-9\"]");

        assertThat(some.path("SecurityGroups").path("SecurityGroup").size()).isEqualTo(1);
        assertThat(some.path("SecurityGroups")
                        .path("SecurityGroup")
                        .path(0)
                        .path("VpcId")
                        .stringValue())
                .isEqualTo("vpc-1");
        assertThat(caller.refused(ROOT, "ecs", "DescribeSecurityGroups", "RegionId", "cn-beijing"))
                .isEqualTo("404 InvalidRegionId.NotFound");
    }

    @Test
    void tellsProductsApartByVersionToo() throws Exception {
        assertThat(caller.refused(ROOT, "vpc", "DescribeVSwitches", "Version", "2014-05-26"))
                .isEqualTo("400 InvalidVersion");
        assertThat(caller.refused(ROOT, "ecs", "DescribeVSwitches")).isEqualTo("404 InvalidAction.NotFound");
    }

    @Test
    void letsAReaderReadAndNothingElse() throws Exception {
        String id = created(ROOT, "env", "test");

        HttpResponse<String> refused =
                caller.send("", caller.request(READER, "", "DeleteContainerGroup", "ContainerGroupId", id));

        assertThat(groups(READER).size()).isEqualTo(1);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonMapper.shared().readTree(refused.body()).path("AccessDeniedDetail"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"PolicyType": "AccountLevelIdentityBasedPolicy", "AuthAction": "eci:DeleteContainerGroup",
                         "AuthPrincipalDisplayName": "%s", "AuthPrincipalOwnerId": "1111222233334444",
                         "AuthPrincipalType": "SubUser", "NoPermissionType": "ImplicitDeny"}""".formatted(caller.ok(READER, "sts", "GetCallerIdentity")
                        .path("UserId")
                        .stringValue())));
        assertThat(emulator.containerGroups().all()).hasSize(1);
    }

    @Test
    void listsNothingForSomebodyWhoMayNotList() throws Exception {
        created(ROOT, "env", "test");

        JsonNode listing = caller.ok(NOBODY, "", "DescribeContainerGroups");

        assertThat(listing.path("ContainerGroups").isArray()).isTrue();
        assertThat(listing.path("ContainerGroups").isEmpty()).isTrue();
        assertThat(listing.path("TotalCount").intValue()).isZero();
        assertThat(caller.refused(NOBODY, "", "DescribeRegions")).isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void allowsByTagsOfTheGroupAndOfTheCall() throws Exception {
        String production = created(ROOT, "env", "prod");
        String test = created(TESTER, "env", "test");

        assertThat(caller.refused(TESTER, "", "CreateContainerGroup", create("env", "prod")))
                .isEqualTo("403 Forbidden.RAM");
        assertThat(caller.refused(TESTER, "", "DeleteContainerGroup", "ContainerGroupId", production))
                .isEqualTo("403 Forbidden.RAM");
        caller.ok(TESTER, "", "DeleteContainerGroup", "ContainerGroupId", test, "Force", "true");
        assertThat(emulator.containerGroups().all())
                .extracting(group -> group.id())
                .containsExactly(production);
    }

    @Test
    void refusesCallsThatComeTooOften() throws Exception {
        RateLimits rates = new RateLimits(Map.of("DescribeRegions", new RateLimit.PerMinute(2)));
        EmulatorConfig config = EmulatorConfig.loopback(ROOT).withApis(ApiSettings.PLAIN.withRates(rates));
        try (EciEmulator limited = EciEmulator.start(config, new ManualClock(Instant.EPOCH));
                EmulatorCaller calls = new EmulatorCaller(limited.endpoint())) {
            calls.ok(ROOT, "", "DescribeRegions");
            calls.ok(ROOT, "", "DescribeRegions");

            assertThat(calls.refused(ROOT, "", "DescribeRegions")).isEqualTo("400 Throttling");
            calls.ok(ROOT, "", "DescribeContainerGroups");
        }
    }

    @Test
    void knowsWhoCalls() throws Exception {
        JsonNode root = caller.ok(ROOT, "sts", "GetCallerIdentity");
        JsonNode user = caller.ok(NOBODY, "sts", "GetCallerIdentity");

        assertThat(root.path("IdentityType").stringValue()).isEqualTo("Account");
        assertThat(root.path("Arn").stringValue()).isEqualTo("acs:ram::1111222233334444:root");
        assertThat(user.path("IdentityType").stringValue()).isEqualTo("RAMUser");
        assertThat(user.path("Arn").stringValue()).isEqualTo("acs:ram::1111222233334444:user/nobody");
        assertThat(user.path("AccountId").stringValue()).isEqualTo("1111222233334444");
        assertThat(caller.refused(new AccessKey("LTAI-old", "old-secret"), "sts", "GetCallerIdentity"))
                .isEqualTo("400 InvalidAccessKeyId.Inactive");
    }

    @Test
    void givesKeysOfARoleThatWorkUntilTheyEndAndOnlyWithTheirToken() throws Exception {
        JsonNode answer = assume(TESTER, "vnode");
        JsonNode credentials = answer.path("Credentials");
        AccessKey key = key(credentials);
        String token = credentials.path("SecurityToken").stringValue();

        JsonNode identity = caller.ok(key, "sts", "GetCallerIdentity", "SecurityToken", token);

        assertThat(identity.path("Arn").stringValue()).isEqualTo("acs:ram::1111222233334444:assumed-role/vnode/me");
        assertThat(identity.path("IdentityType").stringValue()).isEqualTo("AssumedRoleUser");
        assertThat(Instant.parse(credentials.path("Expiration").stringValue()))
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        caller.ok(key, "", "CreateContainerGroup", with(create("env", "prod"), "SecurityToken", token));
        assertThat(caller.refused(key, "ram", "GetUser", "UserName", "reader", "SecurityToken", token))
                .isEqualTo("403 NoPermission");
        assertThat(caller.refused(key, "", "DescribeRegions")).isEqualTo("400 MissingParameter");
        assertThat(caller.refused(key, "", "DescribeRegions", "SecurityToken", "x" + token))
                .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
    }

    @Test
    void narrowsTheKeysOfARoleByAPolicy() throws Exception {
        JsonNode credentials = assume(
                        TESTER,
                        "vnode",
                        "Policy",
                        "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"eci:Describe*\",\"Resource\":\"*\"}]}")
                .path("Credentials");
        String token = credentials.path("SecurityToken").stringValue();

        caller.ok(key(credentials), "", "DescribeRegions", "SecurityToken", token);
        assertThat(caller.refused(
                        key(credentials),
                        "",
                        "CreateContainerGroup",
                        with(create("env", "test"), "SecurityToken", token)))
                .isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void refusesRolesToThoseWhoMayNotHaveThem() throws Exception {
        assertThat(caller.refused(ROOT, "sts", "AssumeRole", role("vnode"))).isEqualTo("403 NoPermission");
        assertThat(caller.refused(READER, "sts", "AssumeRole", role("vnode"))).isEqualTo("403 NoPermission");
        assertThat(caller.refused(TESTER, "sts", "AssumeRole", role("closed"))).isEqualTo("403 NoPermission");
        assertThat(caller.refused(TESTER, "sts", "AssumeRole", role("none"))).isEqualTo("404 EntityNotExist.Role");
        assertThat(caller.refused(TESTER, "sts", "AssumeRole", with(role("vnode"), "DurationSeconds", "899")))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void exchangesATokenOfAnIdentityProviderForKeys() throws Exception {
        long later = Instant.now().plusSeconds(600).getEpochSecond();

        JsonNode answer = JsonMapper.shared()
                .readTree(withToken("https://issuer.test", "sts.aliyuncs.com", later)
                        .body());
        JsonNode credentials = answer.path("Credentials");

        assertThat(answer.path("OIDCTokenInfo").path("Subject").stringValue())
                .isEqualTo("system:serviceaccount:kube-system:vnode");
        caller.ok(
                key(credentials),
                "",
                "DescribeRegions",
                "SecurityToken",
                credentials.path("SecurityToken").stringValue());
        assertThat(withToken("https://issuer.test", "sts.aliyuncs.com", 1).body())
                .contains("AuthenticationFail.OIDCToken.Expired");
        assertThat(withToken("https://issuer.test", "other", later).body())
                .contains("AuthenticationFail.OIDCToken.AudienceNotMatch");
        assertThat(withToken("https://other.test", "sts.aliyuncs.com", later).body())
                .contains("AuthenticationFail.OIDCToken.IssuerNotMatch");
        assertThat(emulator.calls().of("AssumeRoleWithOIDC").getFirst().parameters())
                .containsEntry("OIDCToken", "***");
    }

    @Test
    void servesTheKeysOfTheInstancesRole() throws Exception {
        String roles = "/latest/meta-data/ram/security-credentials/";
        HttpResponse<String> token =
                caller.send("PUT", "/latest/api/token", "X-aliyun-ecs-metadata-token-ttl-seconds", "21600");

        assertThat(caller.send("GET", roles).statusCode()).isEqualTo(403);
        assertThat(caller.send("GET", roles, "X-aliyun-ecs-metadata-token", "wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(caller.send("GET", roles, "X-aliyun-ecs-metadata-token", token.body())
                        .body())
                .isEqualTo("vnode");
        JsonNode keys = JsonMapper.shared()
                .readTree(caller.send("GET", roles + "vnode", "X-aliyun-ecs-metadata-token", token.body())
                        .body());
        assertThat(keys.path("Code").stringValue()).isEqualTo("Success");
        caller.ok(
                key(keys),
                "",
                "DescribeRegions",
                "SecurityToken",
                keys.path("SecurityToken").stringValue());
        assertThat(caller.send("GET", roles + "other", "X-aliyun-ecs-metadata-token", token.body())
                        .statusCode())
                .isEqualTo(404);
        assertThat(caller.send("PUT", "/latest/api/token").statusCode()).isEqualTo(400);
    }

    @Test
    void makesUsersWhoseKeysAndPoliciesWorkAndAreRemembered() throws Exception {
        caller.ok(ROOT, "ram", "CreateUser", "UserName", "addon", "Comments", "for the cluster");
        caller.ok(
                ROOT,
                "ram",
                "CreatePolicy",
                "PolicyName",
                "vnode-addon",
                "PolicyDocument",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"eci:Describe*\",\"Resource\":\"*\"}]}");
        AccessKey key = newKey();
        assertThat(caller.refused(key, "", "DescribeRegions")).isEqualTo("403 Forbidden.RAM");

        caller.ok(ROOT, "ram", "AttachPolicyToUser", attachment());
        restart();

        caller.ok(key, "", "DescribeRegions");
        assertThat(caller.ok(ROOT, "ram", "ListPoliciesForUser", "UserName", "addon")
                        .path("Policies")
                        .path("Policy")
                        .path(0)
                        .path("PolicyName")
                        .stringValue())
                .isEqualTo("vnode-addon");
        caller.ok(
                ROOT, "ram", "UpdateAccessKey", "UserName", "addon", "UserAccessKeyId", key.id(), "Status", "Inactive");
        assertThat(caller.refused(key, "", "DescribeRegions")).isEqualTo("400 InvalidAccessKeyId.Inactive");
    }

    @Test
    void forgetsAKeyThatTheConfigurationNoLongerGives() throws Exception {
        caller.ok(ROOT, "ram", "CreateUser", "UserName", "addon");
        stop();
        emulator =
                EciEmulator.start(ConfigFile.parse(CONFIG.replace("LTAI-root", "LTAI-new")), Clock.systemUTC(), folder);
        caller = new EmulatorCaller(emulator.endpoint());

        assertThat(caller.refused(ROOT, "ram", "GetUser", "UserName", "addon"))
                .isEqualTo("404 InvalidAccessKeyId.NotFound");
        caller.ok(new AccessKey("LTAI-new", "root-secret"), "ram", "GetUser", "UserName", "addon");
    }

    @Test
    void refusesWhatIsThereAlreadyIsNotThereOrIsInUse() throws Exception {
        caller.ok(ROOT, "ram", "CreateUser", "UserName", "addon");
        AccessKey first = newKey();
        newKey();

        assertThat(caller.refused(ROOT, "ram", "CreateUser", "UserName", "addon"))
                .isEqualTo("409 EntityAlreadyExists.User");
        assertThat(caller.refused(ROOT, "ram", "GetUser", "UserName", "other")).isEqualTo("404 EntityNotExist.User");
        assertThat(caller.refused(ROOT, "ram", "CreateAccessKey", "UserName", "addon"))
                .isEqualTo("409 LimitExceeded.User.AccessKey");
        assertThat(caller.refused(ROOT, "ram", "AttachPolicyToUser", attachment()))
                .isEqualTo("404 EntityNotExist.Policy");
        assertThat(caller.refused(ROOT, "ram", "DeleteUser", "UserName", "addon"))
                .isEqualTo("409 DeleteConflict.User.AccessKey");
        assertThat(caller.refused(ROOT, "ram", "CreatePolicy", "PolicyName", "p", "PolicyDocument", "{}"))
                .isEqualTo("400 MalformedPolicyDocument");
        JsonNode keys = caller.ok(ROOT, "ram", "ListAccessKeys", "UserName", "addon");
        assertThat(keys.path("AccessKeys").path("AccessKey").size()).isEqualTo(2);
        assertThat(keys.toString()).doesNotContain("Secret").doesNotContain(first.secret());
    }

    @Test
    void keepsVersionsOfAPolicy() throws Exception {
        String describe =
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"eci:Describe*\",\"Resource\":\"*\"}]}";
        caller.ok(ROOT, "ram", "CreatePolicy", "PolicyName", "p", "PolicyDocument", describe);
        String all = describe.replace("Describe*", "*");

        JsonNode version = caller.ok(
                ROOT, "ram", "CreatePolicyVersion", "PolicyName", "p", "PolicyDocument", all, "SetAsDefault", "true");

        assertThat(version.path("PolicyVersion").path("VersionId").stringValue())
                .isEqualTo("v2");
        JsonNode policy = caller.ok(ROOT, "ram", "GetPolicy", "PolicyName", "p", "PolicyType", "Custom");
        assertThat(policy.path("Policy").path("DefaultVersion").stringValue()).isEqualTo("v2");
        assertThat(policy.path("DefaultPolicyVersion").path("PolicyDocument").stringValue())
                .isEqualTo(all);
        for (int i = 3; i <= 5; i++) {
            caller.ok(ROOT, "ram", "CreatePolicyVersion", "PolicyName", "p", "PolicyDocument", all);
        }
        assertThat(caller.refused(ROOT, "ram", "CreatePolicyVersion", "PolicyName", "p", "PolicyDocument", all))
                .isEqualTo("409 LimitExceeded.Policy.Version");
    }

    @Test
    void keepsZonesWithRecordsAndBindings() throws Exception {
        String zone = caller.ok(ROOT, "pvtz", "AddZone", "ZoneName", "cluster.local")
                .path("ZoneId")
                .stringValue();
        long record = caller.ok(ROOT, "pvtz", "AddZoneRecord", record(zone, "kubernetes.default.svc", "10.0.0.1"))
                .path("RecordId")
                .longValue();
        caller.ok(
                ROOT, "pvtz", "BindZoneVpc", "ZoneId", zone, "Vpcs.1.RegionId", "cn-hangzhou", "Vpcs.1.VpcId", "vpc-1");
        caller.ok(
                ROOT,
                "pvtz",
                "UpdateZoneRecord",
                "RecordId",
                String.valueOf(record),
                "Rr",
                "kubernetes.default.svc",
                "Type",
                "A",
                "Value",
                "10.0.0.2");

        restart();

        JsonNode records = caller.ok(ROOT, "pvtz", "DescribeZoneRecords", "ZoneId", zone);
        assertThat(records.path("TotalItems").intValue()).isEqualTo(1);
        assertThat(records.path("Records").path("Record").path(0).path("Value").stringValue())
                .isEqualTo("10.0.0.2");
        assertThat(caller.ok(ROOT, "pvtz", "DescribeZoneInfo", "ZoneId", zone)
                        .path("BindVpcs")
                        .path("Vpc")
                        .path(0)
                        .path("VpcId")
                        .stringValue())
                .isEqualTo("vpc-1");
        assertThat(caller.refused(ROOT, "pvtz", "AddZoneRecord", record(zone, "kubernetes.default.svc", "10.0.0.2")))
                .isEqualTo("400 Record.Invalid.Conflict");
        assertThat(caller.refused(ROOT, "pvtz", "DeleteZone", "ZoneId", zone)).isEqualTo("400 Zone.VpcExists");
        caller.ok(ROOT, "pvtz", "BindZoneVpc", "ZoneId", zone);
        caller.ok(ROOT, "pvtz", "DeleteZone", "ZoneId", zone);
        assertThat(caller.ok(ROOT, "pvtz", "DescribeZones").path("TotalItems").intValue())
                .isZero();
    }

    private static String[] record(String zone, String name, String value) {
        return new String[] {"ZoneId", zone, "Rr", name, "Type", "A", "Value", value};
    }

    private AccessKey newKey() throws Exception {
        JsonNode key =
                caller.ok(ROOT, "ram", "CreateAccessKey", "UserName", "addon").path("AccessKey");
        return key(key);
    }

    private static String[] attachment() {
        return new String[] {"UserName", "addon", "PolicyName", "vnode-addon", "PolicyType", "Custom"};
    }

    private JsonNode assume(AccessKey by, String role, String... more) throws Exception {
        return caller.ok(by, "sts", "AssumeRole", with(role(role), more));
    }

    private static String[] role(String name) {
        return new String[] {"RoleArn", "acs:ram::1111222233334444:role/" + name, "RoleSessionName", "me"};
    }

    private HttpResponse<String> withToken(String issuer, String audience, long expires) throws Exception {
        String claims =
                "{\"iss\":\"%s\",\"aud\":[\"%s\"],\"sub\":\"system:serviceaccount:kube-system:vnode\",\"exp\":%d}"
                        .formatted(issuer, audience, expires);
        String token = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
        SignedRequest request = caller.request(
                        NOBODY,
                        "sts",
                        "AssumeRoleWithOIDC",
                        with(
                                role("vnode"),
                                "OIDCProviderArn",
                                "acs:ram::1111222233334444:oidc-provider/cluster",
                                "OIDCToken",
                                token))
                .without("AccessKeyId")
                .without("SignatureMethod")
                .without("SignatureVersion");
        return caller.send("sts", request);
    }

    private static AccessKey key(JsonNode json) {
        return new AccessKey(
                json.path("AccessKeyId").stringValue(),
                json.path("AccessKeySecret").stringValue());
    }

    private String created(AccessKey by, String tag, String value) throws Exception {
        return caller.ok(by, "", "CreateContainerGroup", create(tag, value))
                .path("ContainerGroupId")
                .stringValue();
    }

    private static String[] create(String tag, String value) {
        return new String[] {
            "ContainerGroupName", "web",
            "Container.1.Name", "main",
            "Container.1.Image", "nginx",
            "VSwitchId", "vsw-a",
            "Tag.1.Key", tag,
            "Tag.1.Value", value
        };
    }

    private static String[] with(String[] parameters, String... more) {
        String[] all = java.util.Arrays.copyOf(parameters, parameters.length + more.length);
        System.arraycopy(more, 0, all, parameters.length, more.length);
        return all;
    }

    private JsonNode groups(AccessKey by) throws Exception {
        return caller.ok(by, "", "DescribeContainerGroups").path("ContainerGroups");
    }
}
