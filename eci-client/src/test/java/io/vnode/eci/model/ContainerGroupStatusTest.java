package io.vnode.eci.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContainerGroupStatusTest {

    @ParameterizedTest
    @CsvSource({
        "Scheduling, true, false",
        "ScheduleFailed, false, false",
        "Pending, true, true",
        "Running, true, true",
        "Restarting, true, true",
        "Updating, true, true",
        "Terminating, true, true",
        "Succeeded, false, false",
        "Failed, false, false",
        "Expired, false, false"
    })
    void saysWhetherTheGroupIsActiveAndCostsMoney(String word, boolean active, boolean billed) {
        ContainerGroupStatus status = ContainerGroupStatus.of(word);

        assertThat(status).isNotEqualTo(ContainerGroupStatus.UNRECOGNISED);
        assertThat(status.active()).isEqualTo(active);
        assertThat(status.billed()).isEqualTo(billed);
    }

    @Test
    void takesAWordItDoesNotKnowForSomethingThatRunsAndCosts() {
        ContainerGroupStatus status = ContainerGroupStatus.of("Hibernating");

        assertThat(status).isEqualTo(ContainerGroupStatus.UNRECOGNISED);
        assertThat(status.active()).isTrue();
        assertThat(status.billed()).isTrue();
    }

    @Test
    void doesNotRecogniseAnEmptyWord() {
        assertThat(ContainerGroupStatus.of("")).isEqualTo(ContainerGroupStatus.UNRECOGNISED);
    }

    @ParameterizedTest
    @EnumSource
    void isEitherActiveOrEnded(ContainerGroupStatus status) {
        assertThat(status.active()).isNotEqualTo(status.ended());
    }
}
