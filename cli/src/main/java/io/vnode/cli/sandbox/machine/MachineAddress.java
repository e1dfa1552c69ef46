package io.vnode.cli.sandbox.machine;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import org.jspecify.annotations.Nullable;

/**
 * The address under which this machine reaches itself without using the loopback interface.
 *
 * <p>Kubernetes refuses loopback and link-local addresses as endpoints of a Service, and the addon's webhook is one.
 */
public final class MachineAddress {

    /** A documentation address (RFC 5737); nothing is sent to it, the system only says which way it would go. */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("198.51.100.1", 9);

    private MachineAddress() {}

    /** The IPv4 address towards the outside, or any other that will do, or null when there is none. */
    public static @Nullable String find() {
        String outward = outward();
        return outward != null ? outward : any();
    }

    static boolean usable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress();
    }

    private static @Nullable String outward() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            InetAddress address = socket.getLocalAddress();
            return usable(address) ? address.getHostAddress() : null;
        } catch (IOException | java.io.UncheckedIOException _) {
            return null;
        }
    }

    private static @Nullable String any() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MachineAddress::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(MachineAddress::usable)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse(null);
        } catch (IOException _) {
            return null;
        }
    }

    private static boolean up(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (IOException _) {
            return false;
        }
    }
}
