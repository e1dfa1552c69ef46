package io.vnode.eci.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is reached without a proxy: this machine, and what {@code NO_PROXY} lists. An entry is {@code *}, a name (which
 * stands for all names below it too), a name that begins with a dot or with {@code *.} (only the names below it), an
 * address, or a network such as {@code 10.0.0.0/8}; names and addresses may carry a port.
 */
record NoProxy(List<Entry> entries) {

    /** One entry of the list. */
    sealed interface Entry {

        boolean covers(String host, int port);

        record Everything() implements Entry {
            @Override
            public boolean covers(String host, int port) {
                return true;
            }
        }

        record Name(String name, boolean onlyBelow, int port) implements Entry {
            @Override
            public boolean covers(String host, int portOfHost) {
                return (port < 0 || port == portOfHost)
                        && (host.endsWith("." + name) || (!onlyBelow && host.equals(name)));
            }
        }

        record Network(InetAddress address, int bits, int port) implements Entry {
            @Override
            public boolean covers(String host, int portOfHost) {
                InetAddress candidate = literal(host);
                return candidate != null
                        && (port < 0 || port == portOfHost)
                        && sameBeginning(address.getAddress(), candidate.getAddress(), bits);
            }
        }
    }

    static NoProxy parse(String list) {
        List<Entry> entries = new ArrayList<>();
        Arrays.stream(list.split("[,\\s]+", -1))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .forEach(text -> entries.add(entry(text)));
        return new NoProxy(List.copyOf(entries));
    }

    boolean covers(URI uri) {
        String host = withoutBrackets(uri.getHost().toLowerCase(Locale.ROOT));
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return thisMachine(name) || entries.stream().anyMatch(entry -> entry.covers(name, port));
    }

    private static boolean thisMachine(String host) {
        InetAddress address = literal(host);
        return host.equals("localhost") || (address != null && address.isLoopbackAddress());
    }

    private static Entry entry(String text) {
        if (text.equals("*")) {
            return new Entry.Everything();
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            InetAddress network = literal(withoutBrackets(text.substring(0, slash)));
            int bits = number(text.substring(slash + 1));
            if (network != null && bits >= 0 && bits <= network.getAddress().length * 8) {
                return new Entry.Network(network, bits, -1);
            }
        }
        InetAddress whole = literal(withoutBrackets(text));
        if (whole != null) {
            return new Entry.Network(whole, whole.getAddress().length * 8, -1);
        }
        int colon = text.lastIndexOf(':');
        int port = colon > 0 ? number(text.substring(colon + 1)) : -1;
        String host = port < 0 ? text : text.substring(0, colon);
        InetAddress address = literal(withoutBrackets(host));
        if (address != null) {
            return new Entry.Network(address, address.getAddress().length * 8, port);
        }
        String name = host.startsWith("*.") ? host.substring(1) : host;
        return new Entry.Name(name.startsWith(".") ? name.substring(1) : name, name.startsWith("."), port);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The address that a text is; never asks a name server. */
    private static @Nullable InetAddress literal(String host) {
        if (!host.contains(":") && !host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    }

    private static boolean sameBeginning(byte[] network, byte[] address, int bits) {
        if (network.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
