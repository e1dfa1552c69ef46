package io.vnode.provider.containergroup;

import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerLog;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ECI that answers what the test says, at the port that the room has to it. */
final class ScriptedEci implements EciClient {

    final List<ContainerGroup> listed = new ArrayList<>();
    final List<ContainerGroup> ofOthers = new ArrayList<>();
    final List<String> deleted = new ArrayList<>();
    final List<String> described = new ArrayList<>();

    @Nullable
    EciException failure;

    DeleteOutcome deleteOutcome = new DeleteOutcome.Accepted("request-1");
    int controls;

    @Override
    public List<ContainerGroup> listContainerGroups(Map<String, String> tags) {
        failIfAsked();
        return List.copyOf(listed);
    }

    @Override
    public boolean seesContainerGroups() {
        failIfAsked();
        controls++;
        return !listed.isEmpty() || !ofOthers.isEmpty();
    }

    @Override
    public CreateOutcome createContainerGroup(CreateContainerGroupRequest request) {
        failIfAsked();
        return new CreateOutcome.Accepted("eci-" + request.clientToken(), "request-1");
    }

    @Override
    public DeleteOutcome deleteContainerGroup(String containerGroupId) {
        failIfAsked();
        deleted.add(containerGroupId);
        return deleteOutcome;
    }

    private void failIfAsked() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public CheckOutcome checkContainerGroup(CreateContainerGroupRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContainerGroup> describeContainerGroups(Collection<String> containerGroupIds) {
        failIfAsked();
        described.addAll(containerGroupIds);
        return listed.stream()
                .filter(group -> containerGroupIds.contains(group.id()))
                .toList();
    }

    @Override
    public ContainerLog describeContainerLog(ContainerLogRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Region> describeRegions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
