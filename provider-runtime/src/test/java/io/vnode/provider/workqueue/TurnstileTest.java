package io.vnode.provider.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final List<String> called = new ArrayList<>();
    private final Turnstile<String> turnstile = new Turnstile<>(1, called::add);

    @Test
    void letsNoMoreInThanThereArePlaces() {
        assertThat(turnstile.enter("a")).isTrue();

        assertThat(turnstile.enter("b")).isFalse();
    }

    @Test
    void callsWhoIsFirstInLineWhenSomebodyLeaves() {
        fill("a", "b", "c");

        turnstile.leave();

        assertThat(called).containsExactly("b");
    }

    @Test
    void callsEachThatWaitsOnceHoweverOftenItAsked() {
        fill("a", "b", "b");

        turnstile.leave();

        assertThat(turnstile.waiting()).isZero();
    }

    @Test
    void forgetsThatItWaitedWhoEntersByItself() {
        fill("a", "b", "c");
        turnstile.leave();

        boolean entered = turnstile.enter("c");

        assertThat(entered).isTrue();
        assertThat(turnstile.waiting()).isZero();
    }

    @Test
    void hasAtLeastOnePlace() {
        assertThatThrownBy(() -> new Turnstile<String>(0, called::add)).isInstanceOf(IllegalArgumentException.class);
    }

    private void fill(String... keys) {
        for (String key : keys) {
            boolean unused = turnstile.enter(key);
        }
    }
}
