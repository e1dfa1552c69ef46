package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.fault.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRoutesTest {

    private static final AccessKey KEY = new AccessKey("id", "secret");

    private final HttpRoutes routes = new HttpRoutes(
            Map.of("/", endpoint("eci"), "/vpc", endpoint("vpc"), "/sts", endpoint("sts")),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("/admin/", _ -> HttpResource.json(200, Map.of("HostId", "admin.emulator"))));

    /** An endpoint that says in every refusal whose it is. */
    private static RpcEndpoint endpoint(String product) {
        return new RpcEndpoint(
                product,
                ActionCatalogue.of("v", List.of()),
                new RpcServices(
                        new Authenticator(List.of(KEY), Clock.systemUTC()),
                        Guard.NONE,
                        new FaultPlan(),
                        CloudFaults.NONE,
                        new CallLog(),
                        Clock.systemUTC()));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 127.0.0.1:18080, eci",
        "/, localhost, eci",
        "/, eci.cn-hangzhou.aliyuncs.com, eci",
        "/, vpc.cn-hangzhou.aliyuncs.com, vpc",
        "/, sts-vpc.cn-hangzhou.aliyuncs.com, sts",
        "/, unknown.aliyuncs.com, eci",
        "/vpc, 127.0.0.1:18080, vpc",
        "/vpc/, 127.0.0.1:18080, vpc",
        "/sts, vpc.cn-hangzhou.aliyuncs.com, sts",
        "/admin/x, 127.0.0.1:18080, admin",
    })
    void tellsProductsApartByPathAndHost(String path, String host, String product) {
        HttpReply reply =
                routes.answer(new HttpCall("GET", path, "", "", name -> name.equals("host") ? host : "", "127.0.0.1"));

        assertThat(new String(((HttpReply.Json) reply).body(), StandardCharsets.UTF_8))
                .contains("\"HostId\":\"%s.emulator\"".formatted(product));
    }
}
