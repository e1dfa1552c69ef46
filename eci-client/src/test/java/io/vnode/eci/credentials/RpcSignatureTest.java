package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcSignatureTest {

    /** Computed by the SDK's own classes. */
    @ParameterizedTest
    @CsvSource({"GET, rbhx5iqt2/cpaUyh5mguPEbuztI=", "POST, JS5C6BIyajforkK8/Ych93KJ0oM="})
    void isTheOneOfTheSdk(String method, String signature) {
        var parameters = new TreeMap<>(Map.of(
                "AccessKeyId", "testid",
                "Action", "DescribeContainerGroups",
                "ContainerGroupIds", "[\"eci-a*b~c\"]",
                "Format", "JSON",
                "RegionId", "cn-hangzhou",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureNonce", "00112233445566778899aabbccddeeff",
                "SignatureVersion", "1.0",
                "Timestamp", "2024-01-02T03:04:05Z"));
        parameters.put("Tag.1.Key", "PodName");
        parameters.put("Tag.1.Value", "web 0/1");
        parameters.put("Version", "2018-08-08");

        assertThat(RpcSignature.of(method, parameters, "testsecret")).isEqualTo(signature);
    }
}
