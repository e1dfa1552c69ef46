package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    @ParameterizedTest
    @CsvSource({"0.1,0.1,0.25,0.5", "0.25,1.5,0.5,2", "1,1,1,2", "1,16,2,16", "3,5,4,8", "64,512,64,512"})
    void roundsUpToWhatIsSold(double cpu, double memory, double soldCpu, double soldMemory) {
        assertThat(new Size(cpu, memory).roundedUp()).isEqualTo(new Size(soldCpu, soldMemory));
    }

    @Test
    void knowsWhatIsTooBig() {
        assertThat(new Size(65, 1).roundedUp()).isNull();
        assertThat(new Size(1, 513).roundedUp()).isNull();
    }
}
