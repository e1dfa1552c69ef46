package io.vnode.addon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerGroupTagsTest {

    @Test
    void comesBackFromItsTags() {
        ContainerGroupTags tags =
                new ContainerGroupTags("c1", "virtual-node-eci-0", new PodKey("shop", "cart-0", "uid-1"));

        assertThat(ContainerGroupTags.from(tags.toMap())).isEqualTo(tags);
    }

    @Test
    void carriesANameThatIsLongerThanATagValue() {
        String name = "a".repeat(200) + "b".repeat(53);
        ContainerGroupTags tags = new ContainerGroupTags("c1", "n", new PodKey("shop", name, "uid-1"));

        Map<String, String> map = tags.toMap();

        assertThat(map.values()).allMatch(value -> value.length() <= ContainerGroupTags.MAX_VALUE_LENGTH);
        assertThat(ContainerGroupTags.from(map)).isEqualTo(tags);
    }

    @Test
    void doesNotClaimAGroupThatLacksOneOfOurTags() {
        Map<String, String> foreign = Map.of("ClusterName", "c1", "NodeName", "n", "NameSpace", "shop", "PodName", "x");

        assertThat(ContainerGroupTags.from(foreign)).isNull();
    }
}
