package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcSignatureTest {

    /** Made with the classes of the vendor's SDK. */
    @ParameterizedTest
    @CsvSource({"GET, rbhx5iqt2/cpaUyh5mguPEbuztI=", "POST, JS5C6BIyajforkK8/Ych93KJ0oM="})
    void signsAsTheVendorDoes(String method, String signature) {
        Map<String, String> parameters = Map.ofEntries(
                Map.entry("AccessKeyId", "testid"),
                Map.entry("Action", "DescribeContainerGroups"),
                Map.entry("ContainerGroupIds", "[\"eci-a*b~c\"]"),
                Map.entry("Format", "JSON"),
                Map.entry("RegionId", "cn-hangzhou"),
                Map.entry("SignatureMethod", "HMAC-SHA1"),
                Map.entry("SignatureNonce", "00112233445566778899aabbccddeeff"),
                Map.entry("SignatureVersion", "1.0"),
                Map.entry("Tag.1.Key", "PodName"),
                Map.entry("Tag.1.Value", "web 0/1"),
                Map.entry("Timestamp", "2024-01-02T03:04:05Z"),
                Map.entry("Version", "2018-08-08"));

        assertThat(RpcSignature.of(method, new TreeMap<>(parameters), "testsecret"))
                .isEqualTo(signature);
    }

    @Test
    void encodesEveryByteThatIsNotUnreserved() {
        StringBuilder text = new StringBuilder();

        PercentEncoding.append(text, "aZ0-_.~ +*/&=%\n世😀");

        assertThat(text).hasToString("aZ0-_.~%20%2B%2A%2F%26%3D%25%0A%E4%B8%96%F0%9F%98%80");
    }

    @Test
    void encodesHalfACharacterWithoutHarm() {
        StringBuilder text = new StringBuilder();

        PercentEncoding.append(text, "a\uD83D");

        assertThat(text).hasToString("a%3F");
    }
}
