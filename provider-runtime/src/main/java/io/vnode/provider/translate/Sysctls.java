package io.vnode.provider.translate;

import java.util.Set;
import java.util.regex.Pattern;

/** The kernel settings that ECI documents, by the list they go into. */
final class Sysctls {

    private static final Set<String> SAFE = Set.of("net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start");
    private static final Set<String> NEVER = Set.of("kernel.shm_rmid_forced", "net.ipv4.tcp_syncookies");
    private static final Pattern HOST =
            Pattern.compile("kernel\\.shm.*|kernel\\.msg.*|kernel\\.sem|fs\\.mqueue\\..+|net\\..+");

    private Sysctls() {}

    static boolean known(String name) {
        return safe(name) || host(name);
    }

    static boolean safe(String name) {
        return SAFE.contains(dotted(name));
    }

    /** Whether ECI calls it unsafe and takes it all the same. */
    static boolean host(String name) {
        String dotted = dotted(name);
        return !safe(name) && !NEVER.contains(dotted) && HOST.matcher(dotted).matches();
    }

    /** Kubernetes lets slashes stand for dots. */
    static String dotted(String name) {
        int slash = name.indexOf('/');
        int dot = name.indexOf('.');
        return slash >= 0 && (dot < 0 || slash < dot) ? name.replace('/', '.') : name;
    }
}
