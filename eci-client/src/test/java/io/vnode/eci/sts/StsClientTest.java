package io.vnode.eci.sts;

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
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StsClientTest {

    @Test
    void tellsWhoAKeyBelongsTo() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("""
                        {"RequestId":"R-1","AccountId":"1234567890123456","IdentityType":"RAMUser","UserId":"2",
                         "Arn":"acs:ram::1234567890123456:user/vnode","PrincipalId":"2"}"""));
                StsClient sts = client(server)) {
            CallerIdentity identity = sts.getCallerIdentity();

            assertThat(identity)
                    .isEqualTo(new CallerIdentity(
                            "1234567890123456", "RAMUser", "acs:ram::1234567890123456:user/vnode", "2"));
            assertThat(identity.rootOfAccount()).isFalse();
        }
    }

    @Test
    void tellsThatAKeyIsNotValid() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(error(404, "InvalidAccessKeyId.NotFound"));
                StsClient sts = client(server)) {
            EciException failure = catchThrowableOfType(EciException.class, sts::getCallerIdentity);

            assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
        }
    }

    private static StsClient client(ScriptedServer server) {
        return StsClient.create(
                EciEndpoint.of("cn-hangzhou", server.endpoint()),
                CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                EciClientOptions.DEFAULT);
    }
}
