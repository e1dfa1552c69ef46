package io.vnode.provider.node.ownership;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * Who holds a Lease: a process, and the pod that it runs in.
 *
 * @param place the UID of the pod, or another name for where the process runs; of two processes in one place, the later is
 *     the successor of the earlier, for a container is started again only after it has ended
 * @param process one process, told apart from its predecessors in the same place
 */
public record LeaseIdentity(String place, String process) {

    private static final String SEPARATOR = "/";

    public LeaseIdentity {
        if (place.isBlank() || place.contains(SEPARATOR) || process.isBlank() || process.contains(SEPARATOR)) {
            throw new IllegalArgumentException("'%s' in '%s' cannot hold a lease".formatted(process, place));
        }
    }

    /**
     * This process.
     *
     * @param podUid the UID of its pod; empty when it runs in none, and then nothing counts as its predecessor
     */
    public static LeaseIdentity ofThisProcess(String podUid) {
        String process = UUID.randomUUID().toString();
        return new LeaseIdentity(podUid.isEmpty() ? hostName() + "-" + process : podUid, process);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown-host";
        }
    }

    /** As it stands in the Lease. */
    String holder() {
        return place + SEPARATOR + process;
    }

    /** Whether this very process is meant. */
    boolean isMe(String holder) {
        return holder.equals(holder());
    }

    /** Whether an earlier process in the same place is meant. */
    boolean isPredecessor(String holder) {
        return !isMe(holder) && holder.startsWith(place + SEPARATOR);
    }
}
