package io.vnode.eci;

import io.vnode.eci.model.ContainerGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks for container groups, and believes that one is not there only after a positive control.
 *
 * <p>ECI gives an empty list, not an error, to an identity without the right to list. What is not listed is therefore looked
 * for again between two looks at the whole region, both of which must show some group: then the right was there before and
 * after. A region without any group proves nothing, and so does an identity that may see only some of the groups.
 */
public final class Sightings {

    private static final Sighting UNPROVEN =
            new Sighting.Unknown("ECI lists nothing in the whole region, as it does for an identity that may not list");

    private final EciClient eci;

    /** Looks through this client. */
    public Sightings(EciClient eci) {
        this.eci = eci;
    }

    /**
     * Lists the container groups that carry all of the given tags.
     *
     * @throws EciException when ECI could not be asked, or some part of the listing failed
     */
    public ListingOutcome list(Map<String, String> tags) {
        List<ContainerGroup> groups = eci.listContainerGroups(tags);
        if (!groups.isEmpty()) {
            return new ListingOutcome.Complete(groups);
        }
        Control<List<ContainerGroup>> control = controlled(() -> eci.listContainerGroups(tags));
        return control.proven() || !control.answer().isEmpty()
                ? new ListingOutcome.Complete(control.answer())
                : new ListingOutcome.UnprovenEmpty();
    }

    /** Looks for one container group. */
    public Sighting sight(String containerGroupId) {
        return sight(List.of(containerGroupId)).getOrDefault(containerGroupId, UNPROVEN);
    }

    /** Looks for container groups; the answer has a sighting for each id. */
    public Map<String, Sighting> sight(Collection<String> containerGroupIds) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        try {
            Map<String, ContainerGroup> found = byId(eci.describeContainerGroups(containerGroupIds));
            containerGroupIds.forEach(id -> see(id, found, sightings));
            List<String> missing = new ArrayList<>(containerGroupIds);
            missing.removeAll(found.keySet());
            if (!missing.isEmpty()) {
                seeMissing(missing, sightings);
            }
        } catch (EciException e) {
            Sighting unknown = new Sighting.Unknown(String.valueOf(e.getMessage()));
            containerGroupIds.forEach(id -> sightings.putIfAbsent(id, unknown));
        }
        return sightings;
    }

    private static void see(String id, Map<String, ContainerGroup> found, Map<String, Sighting> sightings) {
        ContainerGroup group = found.get(id);
        if (group != null) {
            sightings.put(id, new Sighting.Present(group));
        }
    }

    private void seeMissing(List<String> missing, Map<String, Sighting> sightings) {
        Control<List<ContainerGroup>> control = controlled(() -> eci.describeContainerGroups(missing));
        Map<String, ContainerGroup> found = byId(control.answer());
        missing.forEach(id -> see(id, found, sightings));
        Sighting rest = control.proven() ? new Sighting.Absent() : UNPROVEN;
        missing.forEach(id -> sightings.putIfAbsent(id, rest));
    }

    private <A> Control<A> controlled(Supplier<A> look) {
        boolean before = eci.seesContainerGroups();
        A answer = look.get();
        return new Control<>(answer, before && eci.seesContainerGroups());
    }

    private static Map<String, ContainerGroup> byId(List<ContainerGroup> groups) {
        return groups.stream().collect(Collectors.toMap(ContainerGroup::id, Function.identity(), (_, later) -> later));
    }

    /** An answer, and whether groups were seen both before and after it. */
    private record Control<A>(A answer, boolean proven) {}
}
