package io.vnode.provider.containergroup.sweep;

import io.vnode.addon.PodKey;
import java.time.Duration;
import java.util.List;

/** Is told what a sweep did that people should hear of. */
public interface SweepNews {

    /**
     * A container group that was deleted.
     *
     * @param containerGroupId its id
     * @param pod the pod that its tags name
     * @param duplicate whether the pod exists and has another group; otherwise there is no such pod
     */
    record Swept(String containerGroupId, PodKey pod, boolean duplicate) {}

    /** These were deleted; at least one. */
    void swept(List<Swept> groups);

    /**
     * So many groups without a pod are too many to be believed at once.
     *
     * @param unwanted how many would have been deleted
     * @param known how many there are
     * @param left how long it has to stay so before they are deleted
     */
    void heldBack(int unwanted, int known, Duration left);
}
