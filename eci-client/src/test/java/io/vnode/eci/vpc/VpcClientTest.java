package io.vnode.eci.vpc;

import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VpcClientTest {

    private static final String ONE = """
            {"RequestId":"R-1","TotalCount":1,"PageNumber":1,"PageSize":50,"VSwitches":{"VSwitch":[
              {"VSwitchId":"vsw-1","VSwitchName":"","VpcId":"vpc-1","ZoneId":"cn-hangzhou-h","Status":"Available",
               "CidrBlock":"192.168.0.0/20","AvailableIpAddressCount":4093,"IsDefault":false}]}}""";

    private static final VSwitch VSWITCH =
            new VSwitch("vsw-1", "", "vpc-1", "cn-hangzhou-h", "192.168.0.0/20", 4093, true);

    @Test
    void listsTheVSwitchesOfAVpc() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(ONE));
                VpcClient vpc = client(server)) {
            assertThat(vpc.describeVSwitches("vpc-1")).containsExactly(VSWITCH);
            assertThat(server.calls().getFirst().form()).containsEntry("VpcId", "vpc-1");
            assertThat(server.calls().getFirst().query()).containsEntry("Version", "2016-04-28");
        }
    }

    @Test
    void describesOneVSwitch() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(ONE));
                VpcClient vpc = client(server)) {
            assertThat(vpc.describeVSwitch("vsw-1")).isEqualTo(VSWITCH);
            assertThat(vpc.describeVSwitch("vsw-2")).isNull();
            assertThat(server.calls().getLast().form()).containsEntry("VSwitchId", "vsw-2");
        }
    }

    private static VpcClient client(ScriptedServer server) {
        return VpcClient.create(
                EciEndpoint.of("cn-hangzhou", server.endpoint()),
                CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                EciClientOptions.DEFAULT);
    }
}
