package io.vnode.eci.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.org          | https://example.org
            example.org          | https://eci.example.org
            EXAMPLE.org          | https://eci.example.ORG.
            .example.org         | https://eci.example.org
            *.example.org        | https://eci.example.org
            example.org:8443     | https://example.org:8443
            example.org:443      | https://example.org
            a.org, example.org   | https://example.org
            a.org example.org    | https://example.org
            192.168.3.4          | http://192.168.3.4:18080
            192.168.3.4:18080    | http://192.168.3.4:18080
            192.168.0.0/16       | http://192.168.3.4
            192.168.2.0/23       | http://192.168.3.255
            0.0.0.0/0            | http://8.8.8.8
            fd00::/8             | http://[fd12:3456::1]:18080
            [fd00::1]:80         | http://[fd00::1]
            *                    | https://anything.example.org
            ''                   | http://127.0.0.1:18080
            ''                   | http://127.9.9.9
            ''                   | http://[::1]:18080
            ''                   | http://localhost
            """)
    void covers(String list, URI uri) {
        assertThat(NoProxy.parse(list).covers(uri)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.org          | https://otherexample.org
            .example.org         | https://example.org
            *.example.org        | https://example.org
            example.org:8443     | https://example.org
            192.168.2.0/23       | http://192.168.4.0
            192.168.0.0/16       | http://eci.example.org
            192.168.0.0/33       | http://192.168.0.1
            fd00::/8             | http://192.168.3.4
            10.0.0.1             | http://10.0.0.12
            ''                   | https://eci.cn-hangzhou.aliyuncs.com
            """)
    void doesNotCover(String list, URI uri) {
        assertThat(NoProxy.parse(list).covers(uri)).isFalse();
    }
}
