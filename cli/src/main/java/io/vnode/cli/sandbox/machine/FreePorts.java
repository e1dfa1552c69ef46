package io.vnode.cli.sandbox.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Picks TCP ports that nobody listens on.
 *
 * <p>They lie below the range from which systems take the ports of outgoing connections, so that a port stays free while
 * the program that it is for starts. The same port is not given twice.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    private final Random random;
    private final Set<Integer> given = new HashSet<>();

    public FreePorts(Random random) {
        this.random = random;
    }

    /** A port on which nobody listens, on any of the machine's addresses. */
    public synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IllegalStateException("no free TCP port between %d and %d".formatted(LOWEST, HIGHEST));
    }

    /** Whether a server could listen on this port of all addresses. */
    public static boolean isFree(int port) {
        return canListen(new InetSocketAddress(port))
                && canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections that are fading away do not hinder the servers we start
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
