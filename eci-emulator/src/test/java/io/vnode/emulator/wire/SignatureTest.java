package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final SortedMap<String, String> PARAMETERS = new TreeMap<>(Map.ofEntries(
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
            Map.entry("Version", "2018-08-08")));

    @Test
    void signsAGetAsTheSdkDoes() {
        String signature = Signature.sign("testsecret", Signature.stringToSign("GET", PARAMETERS));

        assertThat(signature).isEqualTo("rbhx5iqt2/cpaUyh5mguPEbuztI=");
    }

    @Test
    void signsAPostAsTheSdkDoes() {
        String signature = Signature.sign("testsecret", Signature.stringToSign("POST", PARAMETERS));

        assertThat(signature).isEqualTo("JS5C6BIyajforkK8/Ych93KJ0oM=");
    }

    @Test
    void encodesValuesTwiceInTheStringToSign() {
        String stringToSign = Signature.stringToSign("GET", PARAMETERS);

        assertThat(stringToSign)
                .startsWith("GET&%2F&AccessKeyId%3Dtestid%26Action%3D")
                .contains("ContainerGroupIds%3D%255B%2522eci-a%252Ab~c%2522%255D");
    }

    @Test
    void leavesTheSignatureItselfOut() {
        SortedMap<String, String> signed = new TreeMap<>(Map.of("Action", "X", "Signature", "abc="));

        assertThat(Signature.stringToSign("GET", signed)).isEqualTo("GET&%2F&Action%3DX");
    }

    @Test
    void encodesEveryByteOfCharactersBeyondAscii() {
        StringBuilder encoded = new StringBuilder();

        PercentEncoding.encodeTwice("grün €+*~😀", encoded);

        assertThat(encoded.toString()).isEqualTo("gr%25C3%25BCn%2520%25E2%2582%25AC%252B%252A~%25F0%259F%2598%2580");
    }
}
