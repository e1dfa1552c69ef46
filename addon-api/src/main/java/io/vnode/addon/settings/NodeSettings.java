package io.vnode.addon.settings;

import static io.vnode.addon.settings.Setting.Effect.RESTARTS_PROVIDER;

import io.vnode.addon.Taints;
import java.util.regex.Pattern;

/** Which pods a virtual node takes; part of {@link Settings}. */
public final class NodeSettings {

    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
    private static final Pattern TAINT_KEY = Pattern.compile("([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?" + NAME);
    private static final Pattern TAINT_VALUE = Pattern.compile("(" + NAME + ")?");
    private static final Pattern TAINT_EFFECT = Pattern.compile("NoSchedule|PreferNoSchedule|NoExecute");

    /** Key of the node's taint. */
    public static final Setting<String> NODE_TAINT_KEY = new Setting<>(
            "VKUBELET_TAINT_KEY",
            "Key of the taint that keeps pods off the virtual node unless they tolerate it.",
            "the key of a taint, such as virtual-kubelet.io/provider",
            Taints.KEY,
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(TAINT_KEY, text));

    /** Value of the node's taint. */
    public static final Setting<String> NODE_TAINT_VALUE = new Setting<>(
            "VKUBELET_TAINT_VALUE",
            "Value of that taint.",
            "the value of a taint, such as alibabacloud",
            Taints.VALUE,
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(TAINT_VALUE, text));

    /** Effect of the node's taint. */
    public static final Setting<String> NODE_TAINT_EFFECT = new Setting<>(
            "VKUBELET_TAINT_EFFECT",
            "Effect of that taint.",
            "NoSchedule, PreferNoSchedule or NoExecute",
            Taints.EFFECT,
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(TAINT_EFFECT, text));

    /** What becomes of the pods of DaemonSets. */
    public static final Setting<DaemonSetPods> DAEMON_SET_PODS = new Setting<>(
            "ECI_DAEMONSET_PODS",
            "What becomes of the pods of DaemonSets, which virtual nodes do not run: decline leaves them pending with a"
                    + " reason and an event, ignore leaves them pending without a word.",
            "decline or ignore",
            "decline",
            false,
            RESTARTS_PROVIDER,
            NodeSettings::daemonSetPods);

    private NodeSettings() {}

    private static DaemonSetPods daemonSetPods(String text) {
        return switch (text) {
            case "decline" -> DaemonSetPods.DECLINE;
            case "ignore" -> DaemonSetPods.IGNORE;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
