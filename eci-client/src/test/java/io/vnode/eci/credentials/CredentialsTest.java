package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void showNothingButTheLastFourCharactersOfTheId() {
        Credentials credentials = new Credentials("LTAI5tExampleKeyId", "a-secret", "a-token");

        assertThat(credentials).hasToString("Credentials[****eyId]");
    }

    @Test
    void showNothingOfAShortId() {
        assertThat(Credentials.of("testid", "a-secret")).hasToString("Credentials[****]");
    }

    @Test
    void refuseASecretWithTheLineEndOfItsFileWithoutShowingIt() {
        assertThatThrownBy(() -> Credentials.of("LTAI5tExampleKeyId", "a-secret\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("access key secret begins or ends with white space");
    }
}
