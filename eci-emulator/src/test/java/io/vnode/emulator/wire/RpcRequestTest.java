package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RpcRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void decodesNamesAndValues() {
        RpcRequest request = RpcRequest.parse(new HttpCall("GET", "/", "Tag.1.Key=web+0%2F1%7E*&Empty=&Bare", "", ""));

        assertThat(request.parameters()).isEqualTo(Map.of("Tag.1.Key", "web 0/1~*", "Empty", "", "Bare", ""));
    }

    @Test
    void joinsQueryAndFormBody() {
        RpcRequest request =
                RpcRequest.parse(new HttpCall("POST", "/", "Action=A", FORM + "; charset=utf-8", "Name=%E2%82%AC"));

        assertThat(request.parameters()).isEqualTo(Map.of("Action", "A", "Name", "€"));
    }

    @Test
    void refusesANameThatIsGivenTwice() {
        assertThatThrownBy(() -> RpcRequest.parse(new HttpCall("POST", "/", "Name=a", FORM, "Name=b")))
                .hasMessageContaining("\"Name\" is given twice");
    }

    @Test
    void refusesABodyThatIsNoForm() {
        assertThatThrownBy(() -> RpcRequest.parse(new HttpCall("POST", "/", "", "application/json", "{}")))
                .hasMessageContaining("application/json");
    }

    @Test
    void refusesBrokenEncoding() {
        assertThatThrownBy(() -> RpcRequest.parse(new HttpCall("GET", "/", "Name=%zz", "", "")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("URL-encoded");
    }

    @Test
    void refusesOtherMethods() {
        assertThatThrownBy(() -> RpcRequest.parse(new HttpCall("PUT", "/", "", "", "")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("PUT");
    }
}
