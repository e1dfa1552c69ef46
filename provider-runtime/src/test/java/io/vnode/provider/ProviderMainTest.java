package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ProviderMainTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(before);
    }

    @Test
    void namesEveryVariableThatIsMissingOrWrong() {
        int exit = ProviderMain.run(new String[] {"node"}, Map.of("ECI_VSWITCH", "subnet-1"), new StopSignal());

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ALIYUN_CLUSTERID is not set; it must be")
                .contains("ECI_VSWITCH is 'subnet-1'; it must be");
    }

    @Test
    void checksTheSettingsOfTheWebhookToo() {
        int exit = ProviderMain.run(new String[] {"webhook"}, Map.of("WEBHOOK_PORT", "https"), new StopSignal());

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("WEBHOOK_PORT is 'https'; it must be");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(ProviderMain.run(new String[] {"nodes"}, Map.of(), new StopSignal()))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("usage:");
    }
}
