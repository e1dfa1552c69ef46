package io.vnode.eci.ecs;

import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EcsClientTest {

    private static final String ONE = """
            {"RequestId":"R-1","TotalCount":1,"PageNumber":1,"PageSize":50,"SecurityGroups":{"SecurityGroup":[
              {"SecurityGroupId":"sg-1","SecurityGroupName":"pods","VpcId":"vpc-1","SecurityGroupType":"normal"}]}}""";

    private static final SecurityGroup GROUP = new SecurityGroup("sg-1", "pods", "vpc-1", "normal");

    @Test
    void describesSecurityGroups() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(ONE));
                EcsClient ecs = EcsClient.create(
                        EciEndpoint.of("cn-hangzhou", server.endpoint()),
                        CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                        EciClientOptions.DEFAULT)) {
            assertThat(ecs.describeSecurityGroups("vpc-1")).containsExactly(GROUP);
            assertThat(ecs.describeSecurityGroup("sg-1")).isEqualTo(GROUP);
            assertThat(ecs.describeSecurityGroup("sg-2")).isNull();
            assertThat(server.calls().getFirst().form()).containsEntry("VpcId", "vpc-1");
            assertThat(server.calls().getLast().form()).containsEntry("SecurityGroupId", "sg-2");
            assertThat(server.calls().getFirst().query())
                    .containsEntry("Action", "DescribeSecurityGroups")
                    .containsEntry("Version", "2014-05-26");
        }
    }
}
