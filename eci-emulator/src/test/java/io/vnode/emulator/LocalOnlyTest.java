package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalOnlyTest {

    private final LocalOnly resource = new LocalOnly(_ -> HttpResource.json(200, Map.of()));

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 200", "127.9.9.9, 200", "0:0:0:0:0:0:0:1, 200", "192.168.0.7, 403", "'', 403"})
    void servesCallersOnThisMachine(String sender, int status) {
        HttpReply reply = resource.answer(new HttpCall("GET", "/admin/calls", "", "", _ -> "", sender));

        assertThat(((HttpReply.Json) reply).status()).isEqualTo(status);
    }
}
