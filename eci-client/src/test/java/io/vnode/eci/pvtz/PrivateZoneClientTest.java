package io.vnode.eci.pvtz;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateZoneClientTest {

    private static final String DONE = "{\"RequestId\":\"R-1\"}";

    @Test
    void listsAddsAndDeletesZones() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        good("""
                        {"RequestId":"R-1","TotalItems":1,"TotalPages":1,"PageNumber":1,"PageSize":100,
                         "Zones":{"Zone":[{"ZoneId":"z-1","ZoneName":"svc.example","RecordCount":0}]}}"""),
                        good("{\"RequestId\":\"R-1\",\"ZoneId\":\"z-2\",\"Success\":true}"),
                        good("{\"RequestId\":\"R-1\",\"ZoneId\":\"z-2\"}"),
                        error(400, "Zone.NotExists"));
                PrivateZoneClient zones = client(server)) {
            assertThat(zones.describeZones()).containsExactly(new Zone("z-1", "svc.example"));
            assertThat(zones.addZone("pods.example")).isEqualTo(new Zone("z-2", "pods.example"));
            assertThat(zones.deleteZone("z-2")).isTrue();
            assertThat(zones.deleteZone("z-2")).isFalse();
            assertThat(server.calls().getFirst().query())
                    .containsEntry("Action", "DescribeZones")
                    .containsEntry("Version", "2018-01-01");
        }
    }

    @Test
    void bindsAZoneToExactlyTheGivenVpcs() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good(DONE), good("""
                        {"RequestId":"R-1","ZoneId":"z-1","ZoneName":"svc.example",
                         "BindVpcs":{"Vpc":[{"RegionId":"cn-hangzhou","VpcId":"vpc-1"}]}}"""));
                PrivateZoneClient zones = client(server)) {
            zones.bindZoneVpc(
                    "z-1", List.of(new BoundVpc("cn-hangzhou", "vpc-1"), new BoundVpc("cn-beijing", "vpc-2")));

            assertThat(server.calls().getFirst().form())
                    .containsEntry("Vpcs.1.RegionId", "cn-hangzhou")
                    .containsEntry("Vpcs.1.VpcId", "vpc-1")
                    .containsEntry("Vpcs.2.RegionId", "cn-beijing")
                    .containsEntry("Vpcs.2.VpcId", "vpc-2");
            assertThat(zones.boundVpcs("z-1")).containsExactly(new BoundVpc("cn-hangzhou", "vpc-1"));
        }
    }

    @Test
    void keepsTheRecordsOfAZone() throws IOException {
        ZoneRecord web = new ZoneRecord(6_000_000_000L, "web", "A", "192.168.0.1", 60, true);
        try (ScriptedServer server = ScriptedServer.answering(
                        good("{\"RequestId\":\"R-1\",\"RecordId\":6000000000,\"Success\":true}"),
                        good("""
                        {"RequestId":"R-1","TotalItems":1,"TotalPages":1,"PageNumber":1,"PageSize":100,
                         "Records":{"Record":[{"RecordId":6000000000,"Rr":"web","Type":"A","Value":"192.168.0.1",
                          "Ttl":60,"Status":"ENABLE"}]}}"""),
                        good(DONE),
                        good(DONE),
                        error(400, "ZoneRecord.NotExists"));
                PrivateZoneClient zones = client(server)) {
            assertThat(zones.addZoneRecord("z-1", "web", "A", "192.168.0.1", 60))
                    .isEqualTo(web.id());
            assertThat(zones.describeZoneRecords("z-1")).containsExactly(web);
            zones.updateZoneRecord(new ZoneRecord(web.id(), "web", "A", "192.168.0.2", 60, true));
            assertThat(zones.deleteZoneRecord(web.id())).isTrue();
            assertThat(zones.deleteZoneRecord(web.id())).isFalse();

            assertThat(server.calls().get(0).form())
                    .containsEntry("ZoneId", "z-1")
                    .containsEntry("Rr", "web")
                    .containsEntry("Type", "A")
                    .containsEntry("Value", "192.168.0.1")
                    .containsEntry("Ttl", "60");
            assertThat(server.calls().get(2).form())
                    .containsEntry("RecordId", "6000000000")
                    .containsEntry("Value", "192.168.0.2");
        }
    }

    private static PrivateZoneClient client(ScriptedServer server) {
        return PrivateZoneClient.create(
                EciEndpoint.of("cn-hangzhou", server.endpoint()),
                CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                EciClientOptions.DEFAULT);
    }
}
