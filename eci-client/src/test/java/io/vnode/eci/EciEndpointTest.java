package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EciEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "cn-hangzhou, https://eci.cn-hangzhou.aliyuncs.com",
        "ap-southeast-1, https://eci.ap-southeast-1.aliyuncs.com",
        "cn-hangzhou-finance, https://eci.cn-hangzhou-finance.aliyuncs.com",
        "cn-shanghai-finance-1, https://eci.cn-shanghai-finance.aliyuncs.com",
        "cn-shenzhen-finance-1, https://eci.cn-shenzhen-finance.aliyuncs.com"
    })
    void followsFromTheRegion(String region, String endpoint) {
        assertThat(EciEndpoint.of(region, "  ")).hasToString(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "eci-vpc.cn-hangzhou.aliyuncs.com, https://eci-vpc.cn-hangzhou.aliyuncs.com",
        "https://eci.example.org:8443/, https://eci.example.org:8443",
        "127.0.0.1:18080, https://127.0.0.1:18080",
        "https://[::1]:18080, https://[::1]:18080"
    })
    void isEncryptedHoweverItIsWritten(String text, String endpoint) {
        assertThat(EciEndpoint.of("cn-hangzhou", text)).hasToString(endpoint);
    }

    @Test
    void mayBeBelowAPath() {
        EciEndpoint endpoint = EciEndpoint.of("cn-hangzhou", "https://gateway.example.org:8443/clouds/eci/");

        assertThat(endpoint).hasToString("https://gateway.example.org:8443/clouds/eci");
        assertThat(endpoint.authority()).isEqualTo("gateway.example.org:8443");
        assertThat(endpoint.path()).isEqualTo("/clouds/eci");
    }

    @ParameterizedTest
    @CsvSource({
        "cn-hangzhou, https://eci-vpc.cn-hangzhou.aliyuncs.com",
        "cn-shanghai-finance-1, https://eci-vpc.cn-shanghai-finance.aliyuncs.com"
    })
    void hasAFormForThoseWithoutAWayToTheInternet(String region, String endpoint) {
        assertThat(EciEndpoint.ofRegionInVpc(region)).hasToString(endpoint);
    }

    @Test
    void isNotQuotedWithThePasswordInIt() {
        assertThatThrownBy(() -> EciEndpoint.of("cn-hangzhou", "https://user:hidden-word@eci.example.org"))
                .hasMessageContaining("'https://****@eci.example.org' is not an endpoint");
    }

    @Test
    void isPlainOnlyWhereThatWasSaid() {
        EciEndpoint endpoint = EciEndpoint.of("cn-hangzhou", "http://127.0.0.1:18080");

        assertThat(endpoint.encrypted()).isFalse();
        assertThat(endpoint.authority()).isEqualTo("127.0.0.1:18080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://eci.example.org",
                "https://user:password@eci.example.org",
                "https://eci.example.org/pa th",
                "https://eci.example.org/a//b",
                "https://eci.example.org/%2e%2e",
                "https://eci.example.org?x=y",
                "not a host",
                "https://"
            })
    void isRefusedWhenItIsNone(String text) {
        assertThatThrownBy(() -> EciEndpoint.of("cn-hangzhou", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an endpoint");
    }

    @Test
    void needsARegionThatCannotChangeTheHost() {
        assertThatThrownBy(() -> EciEndpoint.ofRegion("evil.example.org/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a region id");
    }
}
