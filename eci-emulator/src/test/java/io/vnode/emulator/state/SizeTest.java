package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    @ParameterizedTest
    @CsvSource({
        "TODAY,0.1,0.1,0.25,0.5",
        "TODAY,0.25,1.5,0.5,2",
        "TODAY,1,1,1,2",
        "TODAY,1,16,2,16",
        "TODAY,3,5,4,8",
        "TODAY,2,1,2,1",
        "TODAY,7,13,8,16",
        "TODAY,24,24,24,24",
        "TODAY,64,512,64,512",
        "Y2021,2,1,2,2",
        "Y2021,3,5,4,8",
        "Y2021,4,2,4,4",
        "Y2021,8,8,8,8",
        "Y2021,64,512,64,512",
    })
    void roundsUpToWhatIsSold(Edition edition, double cpu, double memory, double soldCpu, double soldMemory) {
        assertThat(edition.fit(new Size(cpu, memory))).isEqualTo(new Size(soldCpu, soldMemory));
    }

    @ParameterizedTest
    @CsvSource({"TODAY,65,1", "TODAY,1,513", "Y2021,7,13", "Y2021,8,4", "Y2021,24,24", "Y2021,5,8", "Y2021,4,33"})
    void knowsWhatIsNotSold(Edition edition, double cpu, double memory) {
        assertThat(edition.fit(new Size(cpu, memory))).isNull();
    }

    @Test
    void isWrittenForPeople() {
        assertThat(new Size(0.5, 2)).hasToString("0.5 vCPU, 2 GiB");
    }
}
