package io.vnode.eci.credentials;

import static io.vnode.eci.credentials.KeyService.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.credentials.KeyService.Reply;
import io.vnode.eci.credentials.KeyService.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceRoleTest {

    private static final String ROLES = "/latest/meta-data/ram/security-credentials/";
    private static final String TICKET = "X-aliyun-ecs-metadata-token";

    @Test
    void isAskedForAndItsKeyFetchedWithATokenOfTheMetadataService() throws IOException {
        try (KeyService service = KeyService.answering(InstanceRoleTest::hardened)) {
            Credentials found = new InstanceRole(service.uri(), null, true).fetch();

            assertThat(found).isEqualTo(KeyService.CREDENTIALS);
            assertThat(service.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .containsExactly("PUT /latest/api/token", "GET " + ROLES, "GET " + ROLES + "node-role");
            assertThat(service.requests().getFirst().header("X-aliyun-ecs-metadata-token-ttl-seconds"))
                    .isEqualTo("21600");
        }
    }

    @Test
    void isNotAskedForWhenItIsKnown() throws IOException {
        try (KeyService service = KeyService.answering(InstanceRoleTest::hardened)) {
            new InstanceRole(service.uri(), "node-role", false).fetch();

            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void isReadInTheOldWayWhereTheServiceKnowsNoOther() throws IOException {
        try (KeyService service = KeyService.answering(InstanceRoleTest::open)) {
            Credentials found = new InstanceRole(service.uri(), null, false).fetch();

            assertThat(found).isEqualTo(KeyService.CREDENTIALS);
            assertThat(service.requests().getLast().header(TICKET)).isNull();
        }
    }

    @Test
    void isNotReadInTheOldWayWhereThatIsSwitchedOff() throws IOException {
        try (KeyService service = KeyService.answering(InstanceRoleTest::open)) {
            assertThatThrownBy(() -> new InstanceRole(service.uri(), null, true).fetch())
                    .hasMessageContaining("gives no token (status 404)");
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void mayBeMissing() throws IOException {
        try (KeyService service = KeyService.answering(_ -> new Reply(404, "not found"))) {
            CredentialsException failure = catchThrowableOfType(
                    CredentialsException.class, () -> new InstanceRole(service.uri(), null, false).fetch());

            assertThat(failure).hasMessageContaining("the instance has no RAM role");
            assertThat(failure.passing()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../user-data", "a/b", "<html>", ""})
    void mustBeCalledAsARoleCanBe(String name) throws IOException {
        try (KeyService service =
                KeyService.answering(request -> request.path().equals(ROLES) ? good(name) : hardened(request))) {
            assertThatThrownBy(() -> new InstanceRole(service.uri(), null, false).fetch())
                    .hasMessageContaining("not the name of one");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Code\":\"Success\",\"AccessKeyId\":\"STS.x\",\"AccessKeySecret\":\"temporary-secret",
                "{\"Code\":\"Success\",\"AccessKeyId\":\"STS.x\",\"AccessKeySecret\":\"temporary-secret\"}",
                "{\"AccessKeyId\":\" STS.x\",\"AccessKeySecret\":\"temporary-secret \",\"SecurityToken\":\"t\"}",
                "{\"AccessKeyId\":\"x\",\"AccessKeySecret\":\"temporary-secret\",\"SecurityToken\":\"t\","
                        + "\"Expiration\":\"temporary-secret\"}",
                "temporary-secret",
                "[\"temporary-secret\"]"
            })
    void neverShowsWhatItCannotUnderstand(String answer) throws IOException {
        try (KeyService service = KeyService.answering(
                request -> request.path().endsWith("/node-role") ? good(answer) : hardened(request))) {
            assertThatThrownBy(() -> new InstanceRole(service.uri(), null, false).fetch())
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("cannot be understood")
                    .satisfies(failure ->
                            assertThat(failure.toString() + failure.getCause()).doesNotContain("temporary-secret"));
        }
    }

    @Test
    void mayBeThereLaterWhenNobodyAnswers() throws IOException {
        CredentialsException failure =
                catchThrowableOfType(CredentialsException.class, () -> new InstanceRole(nobody(), null, false).fetch());

        assertThat(failure.passing()).isTrue();
    }

    private static Reply hardened(Request request) {
        if (request.method().equals("PUT")) {
            return good("metadata-ticket");
        }
        return "metadata-ticket".equals(request.header(TICKET)) ? keys(request) : new Reply(403, "no token");
    }

    private static Reply open(Request request) {
        return request.method().equals("PUT") ? new Reply(404, "") : keys(request);
    }

    private static Reply keys(Request request) {
        return switch (request.path()) {
            case ROLES -> good("node-role\n");
            case ROLES + "node-role" -> good(KeyService.KEY);
            default -> new Reply(404, "");
        };
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
