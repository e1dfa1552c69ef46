package io.vnode.eci.sdk;

import io.vnode.eci.json.UnreadableAnswerException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes answers may have: each by itself, and all together that are being received at a time. A server that sends
 * without end thus costs one call, not the process.
 */
final class AnswerBudget {

    /** Far above what 20 container groups or a log of 1 MiB can need. */
    private static final long LONGEST_ANSWER = 32L * 1024 * 1024;

    private static final int PART_OF_HEAP = 4;

    private final long longest;
    private final long together;
    private final AtomicLong received = new AtomicLong();

    AnswerBudget(long longest, long together) {
        this.longest = longest;
        this.together = together;
    }

    /** A quarter of the heap for all, and half of that at most for one. */
    static AnswerBudget ofThisMachine() {
        long together = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        return new AnswerBudget(Math.min(LONGEST_ANSWER, together / 2), together);
    }

    /** Room for one answer, to be closed when the call has ended, however it did. */
    Reception open() {
        return new Reception();
    }

    /** Receives one answer; fails with an {@link UnreadableAnswerException} when there is too much of it. */
    final class Reception implements BodySubscriber<byte[]>, AutoCloseable {

        private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
        private final AtomicLong own = new AtomicLong();
        private final AtomicBoolean refused = new AtomicBoolean();
        private volatile @Nullable Subscription subscription;

        private Reception() {}

        @Override
        public CompletionStage<byte[]> getBody() {
            return bytes.getBody();
        }

        @Override
        public void onSubscribe(Subscription newSubscription) {
            subscription = newSubscription;
            bytes.onSubscribe(newSubscription);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            if (refused.get()) {
                return;
            }
            long length = part.stream().mapToLong(ByteBuffer::remaining).sum();
            boolean tooMuchTogether = received.addAndGet(length) > together;
            if (own.addAndGet(length) > longest) {
                refuse("the answer is longer than %d bytes".formatted(longest));
            } else if (tooMuchTogether) {
                refuse("the answers under way are longer than %d bytes together".formatted(together));
            } else {
                bytes.onNext(part);
            }
        }

        private void refuse(String why) {
            refused.set(true);
            Subscription current = subscription;
            if (current != null) {
                current.cancel();
            }
            bytes.onError(new UnreadableAnswerException(why));
        }

        @Override
        public void onError(Throwable failure) {
            bytes.onError(failure);
        }

        @Override
        public void onComplete() {
            bytes.onComplete();
        }

        @Override
        public void close() {
            refused.set(true);
            received.addAndGet(-own.getAndSet(0));
        }
    }
}
