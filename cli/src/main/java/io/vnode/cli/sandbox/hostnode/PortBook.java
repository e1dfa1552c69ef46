package io.vnode.cli.sandbox.hostnode;

import io.vnode.cli.sandbox.machine.FreePorts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The ports that this node's pods use. A process needs a while until it listens; until then the book keeps its port. */
final class PortBook {

    private final FreePorts free;
    private final Set<Integer> reserved = new HashSet<>();

    PortBook(FreePorts free) {
        this.free = free;
    }

    /** The wanted port, or a free one when it is taken. */
    synchronized int reserve(int wanted) {
        int port = !reserved.contains(wanted) && FreePorts.isFree(wanted) ? wanted : free.next();
        reserved.add(port);
        return port;
    }

    synchronized void release(Collection<Integer> ports) {
        reserved.removeAll(ports);
    }
}
