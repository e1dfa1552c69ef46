package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.eci.json.UnreadableAnswerException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class AnswerBudgetTest {

    private final AnswerBudget budget = new AnswerBudget(10, 15);

    @Test
    void receivesWhatFits() {
        AnswerBudget.Reception answer = begin();

        send(answer, 10);
        answer.onComplete();

        assertThat(answer.getBody().toCompletableFuture().join()).hasSize(10);
    }

    @Test
    void endsAnAnswerThatIsTooLong() {
        AnswerBudget.Reception answer = begin();

        send(answer, 6);
        send(answer, 5);

        assertThatThrownBy(() -> answer.getBody().toCompletableFuture().join())
                .hasCauseInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("longer than 10 bytes");
    }

    @Test
    void endsTheAnswerThatMakesAllTogetherTooLong() {
        send(begin(), 10);
        AnswerBudget.Reception second = begin();

        send(second, 6);

        assertThatThrownBy(() -> second.getBody().toCompletableFuture().join())
                .hasMessageContaining("longer than 15 bytes together");
    }

    @Test
    void givesTheRoomOfAnEndedCallToOthers() {
        try (AnswerBudget.Reception first = begin()) {
            send(first, 10);
        }
        AnswerBudget.Reception second = begin();

        send(second, 10);
        second.onComplete();

        assertThat(second.getBody().toCompletableFuture().join()).hasSize(10);
    }

    @Test
    void givesBackTheRoomOfARefusedAnswerToo() {
        try (AnswerBudget.Reception first = begin()) {
            send(first, 1_000);
        }
        AnswerBudget.Reception second = begin();

        send(second, 10);
        second.onComplete();

        assertThat(second.getBody().toCompletableFuture().join()).hasSize(10);
    }

    private AnswerBudget.Reception begin() {
        AnswerBudget.Reception answer = budget.open();
        answer.onSubscribe(new Subscription() {
            @Override
            public void request(long items) {
                // the test sends of its own accord
            }

            @Override
            public void cancel() {
                // and stops likewise
            }
        });
        return answer;
    }

    private static void send(AnswerBudget.Reception answer, int bytes) {
        answer.onNext(List.of(ByteBuffer.allocate(bytes)));
    }
}
