package io.vnode.eci.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final URI ECI = URI.create("https://eci.cn-hangzhou.aliyuncs.com/");

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
    void leadToEciWhereTheEnvironmentSaysSo(String name) {
        Proxies proxies = proxies(Map.of(name, "http://proxy.example.org:3128"));

        assertThat(proxies.select(ECI)).containsExactly(proxy("proxy.example.org", 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:18080/", "http://localhost:18080/", "http://[::1]:18080/"})
    void neverLeadToThisMachine(String emulator) {
        Proxies proxies = proxies(Map.of("HTTP_PROXY", "http://proxy.example.org:3128"));

        assertThat(proxies.select(URI.create(emulator))).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "aliyuncs.com",
                ".aliyuncs.com",
                "*.aliyuncs.com",
                "other.example.org, ECI.cn-hangzhou.aliyuncs.com"
            })
    void leaveOutWhatTheEnvironmentExcepts(String noProxy) {
        Proxies proxies = proxies(Map.of("HTTPS_PROXY", "proxy.example.org:3128", "NO_PROXY", noProxy));

        assertThat(proxies.select(ECI)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void areStillUsedForAHostThatOnlyEndsAlike() {
        Proxies proxies = proxies(Map.of("HTTPS_PROXY", "proxy.example.org:3128", "NO_PROXY", "yuncs.com"));

        assertThat(proxies.select(ECI)).containsExactly(proxy("proxy.example.org", 3128));
    }

    @Test
    void doNotShowThePasswordOfOneThatIsMiswritten() {
        assertThatThrownBy(() -> proxies(Map.of("HTTPS_PROXY", "http://user:s3 cret@proxy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("environment variable HTTPS_PROXY is not of the form http://HOST:PORT")
                .hasNoCause();
    }

    private static Proxies proxies(Map<String, String> environment) {
        return new Proxies(environment, null);
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
