package io.vnode.eci.ram;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer;
import io.vnode.eci.sdk.ScriptedServer.Call;
import io.vnode.eci.sdk.ScriptedServer.Reply;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RamClientTest {

    private static final String USER = """
            {"RequestId":"R-1","User":{"UserId":"20","UserName":"vnode","DisplayName":"vnode","Comments":"made",
             "CreateDate":"2026-11-22T12:00:00Z"}}""";

    private static final String POLICY = """
            {"RequestId":"R-1","Policy":{"PolicyName":"vnode-eci","PolicyType":"Custom","Description":"d",
             "DefaultVersion":"v1"},"DefaultPolicyVersion":{"VersionId":"v1","PolicyDocument":"{}"}}""";

    private static final RamUser VNODE = new RamUser("20", "vnode", "vnode", "made");
    private static final RamPolicy VNODE_ECI = new RamPolicy("vnode-eci", RamPolicy.Type.CUSTOM, "d", "v1");

    @Test
    void createsAUser() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(USER));
                RamClient ram = client(server)) {
            assertThat(ram.createUser("vnode", "vnode", "made")).isEqualTo(new Creation.Created<>(VNODE));

            Call call = server.calls().getFirst();
            assertThat(call.query()).containsEntry("Action", "CreateUser").containsEntry("Version", "2015-05-01");
            assertThat(call.form())
                    .containsEntry("UserName", "vnode")
                    .containsEntry("DisplayName", "vnode")
                    .containsEntry("Comments", "made");
        }
    }

    @Test
    void findsThatAUserIsThereAlready() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(error(409, "EntityAlreadyExists.User"));
                RamClient ram = client(server)) {
            assertThat(ram.createUser("vnode", "vnode", "made")).isEqualTo(new Creation.AlreadyExists<>());
        }
    }

    @Test
    void tellsAUserThatIsMissingFromOneItMayNotSee() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        good(USER), error(404, "EntityNotExist.User"), error(403, "NoPermission"));
                RamClient ram = client(server)) {
            assertThat(ram.getUser("vnode")).isEqualTo(VNODE);
            assertThat(ram.getUser("vnode")).isNull();
            EciException failure = catchThrowableOfType(EciException.class, () -> ram.getUser("vnode"));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
        }
    }

    @Test
    void createsAndReadsAPolicyWithItsDocument() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(POLICY));
                RamClient ram = client(server)) {
            assertThat(ram.createPolicy("vnode-eci", "{}", "d")).isEqualTo(new Creation.Created<>(VNODE_ECI));
            assertThat(ram.getPolicy("vnode-eci", RamPolicy.Type.CUSTOM)).isEqualTo(new PolicyInForce(VNODE_ECI, "{}"));
            ram.createPolicyVersion("vnode-eci", "{\"a\":1}");

            assertThat(server.calls().get(0).form()).containsEntry("PolicyDocument", "{}");
            assertThat(server.calls().get(1).form()).containsEntry("PolicyType", "Custom");
            assertThat(server.calls().get(2).form())
                    .containsEntry("SetAsDefault", "true")
                    .containsEntry("PolicyDocument", "{\"a\":1}");
        }
    }

    @Test
    void tidiesTheVersionsOfAPolicy() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        good("""
                        {"RequestId":"R-1","PolicyVersions":{"PolicyVersion":[
                         {"VersionId":"v1","IsDefaultVersion":false},{"VersionId":"v2","IsDefaultVersion":true}]}}"""), good("{\"RequestId\":\"R-1\"}"), error(404, "EntityNotExist.Policy.Version"));
                RamClient ram = client(server)) {
            assertThat(ram.listPolicyVersions("vnode-eci"))
                    .containsExactly(new PolicyVersion("v1", false), new PolicyVersion("v2", true));
            assertThat(ram.deletePolicyVersion("vnode-eci", "v1")).isTrue();
            assertThat(ram.deletePolicyVersion("vnode-eci", "v1")).isFalse();
            assertThat(server.calls().getLast().form())
                    .containsEntry("PolicyName", "vnode-eci")
                    .containsEntry("VersionId", "v1");
        }
    }

    @Test
    void attachesAPolicyOnlyOnce() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        good("{\"RequestId\":\"R-1\"}"), error(409, "EntityAlreadyExists.User.Policy"));
                RamClient ram = client(server)) {
            assertThat(ram.attachPolicyToUser("vnode-eci", RamPolicy.Type.CUSTOM, "vnode"))
                    .isTrue();
            assertThat(ram.attachPolicyToUser("vnode-eci", RamPolicy.Type.CUSTOM, "vnode"))
                    .isFalse();
            assertThat(server.calls().getFirst().form())
                    .containsEntry("PolicyName", "vnode-eci")
                    .containsEntry("PolicyType", "Custom")
                    .containsEntry("UserName", "vnode");
        }
    }

    @Test
    void listsThePoliciesOfAUser() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("""
                        {"RequestId":"R-1","Policies":{"Policy":[{"PolicyName":"AliyunECSReadOnlyAccess",
                         "PolicyType":"System","Description":"","DefaultVersion":"v3"}]}}"""));
                RamClient ram = client(server)) {
            assertThat(ram.listPoliciesForUser("vnode"))
                    .containsExactly(new RamPolicy("AliyunECSReadOnlyAccess", RamPolicy.Type.SYSTEM, "", "v3"));
        }
    }

    @Test
    void createsAnAccessKeyWhoseSecretIsNotShown() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("""
                        {"RequestId":"R-1","AccessKey":{"AccessKeyId":"LTAI5tNewKeyOfUser",
                         "AccessKeySecret":"new-secret","Status":"Active","CreateDate":"2026-11-22T12:00:00Z"}}"""));
                RamClient ram = client(server)) {
            Credentials created = ram.createAccessKey("vnode");

            assertThat(created).isEqualTo(Credentials.of("LTAI5tNewKeyOfUser", "new-secret"));
            assertThat(created.toString()).doesNotContain("new-secret");
        }
    }

    @Test
    void neverCreatesASecondAccessKeyWhenTheAnswerIsLost() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Reply.HangUp());
                RamClient ram = client(server)) {
            EciException failure = catchThrowableOfType(EciException.class, () -> ram.createAccessKey("vnode"));

            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void neverShowsASecretThatItCannotUse() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("""
                        {"RequestId":"R-1","AccessKey":{"AccessKeyId":"LTAI5tNewKeyOfUser",
                         "AccessKeySecret":["new-secret"]}}"""));
                RamClient ram = client(server)) {
            EciException failure = catchThrowableOfType(EciException.class, () -> ram.createAccessKey("vnode"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure.toString() + failure.getCause()).doesNotContain("new-secret");
        }
    }

    @Test
    void listsAccessKeysAndDeletesThem() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        good("""
                        {"RequestId":"R-1","AccessKeys":{"AccessKey":[
                         {"AccessKeyId":"a","Status":"Active","CreateDate":"2026-11-22T12:00:00Z"},
                         {"AccessKeyId":"b","Status":"Inactive"}]}}"""), good("{\"RequestId\":\"R-1\"}"), error(404, "EntityNotExist.User.AccessKey"));
                RamClient ram = client(server)) {
            assertThat(ram.listAccessKeys("vnode"))
                    .containsExactly(
                            new AccessKeyEntry("a", true, Instant.parse("2026-11-22T12:00:00Z")),
                            new AccessKeyEntry("b", false, null));
            assertThat(ram.deleteAccessKey("vnode", "a")).isTrue();
            assertThat(ram.deleteAccessKey("vnode", "a")).isFalse();
            assertThat(server.calls().getLast().form())
                    .containsEntry("UserName", "vnode")
                    .containsEntry("UserAccessKeyId", "a");
        }
    }

    @Test
    void deletesNothingThatIsStillInUse() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(error(409, "DeleteConflict.User.AccessKey"));
                RamClient ram = client(server)) {
            EciException failure = catchThrowableOfType(EciException.class, () -> ram.deleteUser("vnode"));

            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }

    private static RamClient client(ScriptedServer server) {
        return RamClient.create(
                EciEndpoint.of("cn-hangzhou", server.endpoint()),
                CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                EciClientOptions.DEFAULT);
    }
}
