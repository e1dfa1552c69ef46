package io.vnode.emulator.console;

import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.state.Size;
import java.time.Duration;
import java.util.Map;

/** One container group in the table. */
record GroupLine(
        String id, String name, GroupStatus status, Size size, String zoneId, Duration age, String pod, double price) {

    static GroupLine of(GroupSnapshot group) {
        return new GroupLine(
                group.id(),
                group.spec().name(),
                group.status(),
                group.spec().size(),
                group.placement().vSwitch().zoneId(),
                group.age(),
                pod(group.spec().tags()),
                group.pricePerHour());
    }

    /** The pod that the group runs, as its tags tell; empty when they do not. */
    private static String pod(Map<String, String> tags) {
        String name = tags.getOrDefault("PodName", "") + tags.getOrDefault("PodNameRest", "");
        String namespace = tags.getOrDefault("NameSpace", "");
        return name.isEmpty() || namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** As {@code kubectl} writes ages: {@code 45s}, {@code 3m10s}, {@code 5h}, {@code 2d}. */
    String ageText() {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 600) {
            return "%dm%02ds".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 10_800) {
            return seconds / 60 + "m";
        }
        return seconds < 172_800 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    String cpuText() {
        return number(size.cpu()) + " vCPU";
    }

    String memoryText() {
        return number(size.memory()) + " GiB";
    }

    static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
