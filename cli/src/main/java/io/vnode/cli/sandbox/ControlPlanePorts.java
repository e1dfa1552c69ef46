package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.machine.FreePorts;

/** The ports of one control plane; all but the API server's are for its own parts. */
record ControlPlanePorts(int api, int etcdClient, int etcdPeer) {

    static ControlPlanePorts pick(FreePorts ports) {
        return new ControlPlanePorts(ports.next(), ports.next(), ports.next());
    }

    ControlPlanePorts withApi(int port) {
        return new ControlPlanePorts(port, etcdClient, etcdPeer);
    }
}
