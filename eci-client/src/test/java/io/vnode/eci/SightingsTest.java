package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final ContainerGroup ONE = group("eci-1");
    private static final ContainerGroup TWO = group("eci-2");
    private static final EciException THROTTLED =
            new EciException(EciException.Kind.RETRY_LATER, "DescribeContainerGroups", "Throttling", "", "", 400, null);

    @Test
    void believesAListingThatShowsGroups() {
        Sightings sightings = answering(List.of(ONE));

        assertThat(sightings.list(Map.of())).isEqualTo(new ListingOutcome.Complete(List.of(ONE)));
    }

    @Test
    void doubtsAnEmptyListingOfAnEmptyRegion() {
        Sightings sightings = answering(List.of(), false, List.of());

        assertThat(sightings.list(Map.of())).isEqualTo(new ListingOutcome.UnprovenEmpty());
    }

    @Test
    void believesAnEmptyListingBetweenTwoLooksThatShowGroupsOfOthers() {
        Sightings sightings = answering(List.of(), true, List.of(), true);

        assertThat(sightings.list(Map.of())).isEqualTo(new ListingOutcome.Complete(List.of()));
    }

    @Test
    void doubtsAnEmptyListingAfterWhichTheRightToListWasGone() {
        Sightings sightings = answering(List.of(), true, List.of(), false);

        assertThat(sightings.list(Map.of())).isEqualTo(new ListingOutcome.UnprovenEmpty());
    }

    @Test
    void takesTheGroupsThatAppearWhenTheRightToListWasGivenMeanwhile() {
        Sightings sightings = answering(List.of(), true, List.of(ONE), true);

        assertThat(sightings.list(Map.of())).isEqualTo(new ListingOutcome.Complete(List.of(ONE)));
    }

    @Test
    void leavesAListingThatFailedAnException() {
        Sightings sightings = answering(THROTTLED);

        assertThatExceptionOfType(EciException.class).isThrownBy(() -> sightings.list(Map.of()));
    }

    @Test
    void seesWhatIsListed() {
        Sightings sightings = answering(List.of(ONE));

        assertThat(sightings.sight("eci-1")).isEqualTo(new Sighting.Present(ONE));
    }

    @Test
    void knowsThatAGroupIsAbsentAfterAPositiveControl() {
        Sightings sightings = answering(List.of(), true, List.of(), true);

        assertThat(sightings.sight("eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void knowsNothingOfAGroupWithoutAPositiveControl() {
        Sightings sightings = answering(List.of(), false, List.of());

        assertThat(sightings.sight("eci-1")).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void knowsNothingWhenEciCannotBeAsked() {
        Sightings sightings = answering(THROTTLED);

        assertThat(sightings.sight("eci-1")).isEqualTo(new Sighting.Unknown("DescribeContainerGroups: Throttling: "));
    }

    @Test
    void keepsWhatWasSeenWhenTheControlFails() {
        Sightings sightings = answering(List.of(ONE), THROTTLED);

        assertThat(sightings.sight(List.of("eci-1", "eci-2")))
                .containsEntry("eci-1", new Sighting.Present(ONE))
                .containsEntry("eci-2", new Sighting.Unknown("DescribeContainerGroups: Throttling: "));
    }

    @Test
    void looksAgainOnlyForWhatIsMissing() {
        Sightings sightings = answering(List.of(ONE), true, List.of(TWO), true);

        assertThat(sightings.sight(List.of("eci-1", "eci-2")))
                .containsOnly(
                        Map.entry("eci-1", new Sighting.Present(ONE)), Map.entry("eci-2", new Sighting.Present(TWO)));
    }

    private static ContainerGroup group(String id) {
        return ContainerGroup.builder(id, "web", ContainerGroupStatus.RUNNING).build();
    }

    /** ECI gives these answers, one after the other; being asked more often is an error. */
    private static Sightings answering(Object... answers) {
        Deque<Object> left = new ArrayDeque<>(Arrays.asList(answers));
        return new Sightings((EciClient) Proxy.newProxyInstance(
                SightingsTest.class.getClassLoader(), new Class<?>[] {EciClient.class}, (_, _, _) -> {
                    Object answer = left.removeFirst();
                    if (answer instanceof EciException failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }
}
