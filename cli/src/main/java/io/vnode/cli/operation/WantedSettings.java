package io.vnode.cli.operation;

import io.vnode.addon.settings.InvalidSettingException;
import io.vnode.addon.settings.Setting;
import io.vnode.addon.settings.Settings;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.manifest.AddonSettings;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.settings.Given;
import io.vnode.cli.settings.Parameter;
import io.vnode.cli.settings.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that an installation is to have: what the user said, else what is installed, else the default; each checked by
 * the addon's own rule.
 *
 * @param addon what provider and webhook are told
 * @param image their image
 * @param replicas number of virtual nodes
 */
record WantedSettings(AddonSettings addon, String image, int replicas) {

    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]*");
    private static final int MOST_REPLICAS = 100;

    /**
     * Works them out.
     *
     * @throws ProblemException naming everything that is missing or wrong, each with the place where it was said
     */
    static WantedSettings of(Parameters parameters, InstalledAddon installed, String defaultImage) {
        return new Reader(parameters, installed, defaultImage).read();
    }

    private static final class Reader {

        private final Parameters parameters;
        private final InstalledAddon installed;
        private final String defaultImage;
        private final List<String> invalid = new ArrayList<>();
        private final List<Parameter> missing = new ArrayList<>();

        Reader(Parameters parameters, InstalledAddon installed, String defaultImage) {
            this.parameters = parameters;
            this.installed = installed;
            this.defaultImage = defaultImage;
        }

        WantedSettings read() {
            String clusterId = setting(Parameter.CLUSTER_ID, Settings.CLUSTER_ID, "");
            String resourceGroup = setting(Parameter.RESOURCE_GROUP, Settings.RESOURCE_GROUP_ID, "");
            String region = setting(Parameter.REGION, Settings.REGION_ID, "");
            List<String> vSwitches = setting(Parameter.VSWITCHES, Settings.VSWITCH_IDS, List.of("vsw-none"));
            String securityGroup = setting(Parameter.SECURITY_GROUP, Settings.SECURITY_GROUP_ID, "");
            String endpoint = setting(Parameter.ENDPOINT, Settings.ENDPOINT, "");
            boolean kubeProxy = setting(Parameter.KUBE_PROXY, Settings.KUBE_PROXY, true);
            int webhookPort = webhookPort();
            String image = image();
            int replicas = replicas();
            complain();
            return new WantedSettings(
                    new AddonSettings(
                            clusterId,
                            resourceGroup,
                            region,
                            vSwitches,
                            securityGroup,
                            endpoint,
                            kubeProxy,
                            webhookPort),
                    image,
                    replicas);
        }

        private <T> T setting(Parameter parameter, Setting<T> setting, T instead) {
            String live = installed.providerEnvironment().getOrDefault(setting.variable(), "");
            return setting(parameter, setting, live, instead);
        }

        private <T> T setting(Parameter parameter, Setting<T> setting, String live, T instead) {
            Given given = parameters.find(parameter);
            String text = given != null ? given.text() : live;
            if (text.isBlank() && setting.defaultText() == null) {
                missing.add(parameter);
                return instead;
            }
            String value = text.isBlank() ? String.valueOf(setting.defaultText()) : text;
            try {
                return setting.parse(value);
            } catch (InvalidSettingException _) {
                invalid.add(sentence(place(parameter, given), text.strip(), setting.rule()));
                return instead;
            }
        }

        private int webhookPort() {
            return setting(Parameter.WEBHOOK_PORT, Settings.WEBHOOK_PORT, installed.webhookPort(), 1);
        }

        private String image() {
            String live = installed.image().isEmpty() ? defaultImage : installed.image();
            String image = parameters.text(Parameter.IMAGE, live);
            if (!IMAGE.matcher(image).matches()) {
                invalid.add(sentence(
                        place(Parameter.IMAGE, parameters.find(Parameter.IMAGE)), image, "the name of an image"));
            }
            return image;
        }

        private int replicas() {
            String text = parameters.text(Parameter.REPLICAS, Integer.toString(Math.max(1, installed.replicas())));
            try {
                int replicas = Integer.parseInt(text.strip());
                if (replicas >= 1 && replicas <= MOST_REPLICAS) {
                    return replicas;
                }
            } catch (NumberFormatException _) {
                // said below, with the same words
            }
            invalid.add(sentence(
                    place(Parameter.REPLICAS, parameters.find(Parameter.REPLICAS)),
                    text.strip(),
                    "a whole number from 1 to " + MOST_REPLICAS));
            return 1;
        }

        private void complain() {
            if (!invalid.isEmpty()) {
                throw new ProblemException(new Problem(
                        ProblemCode.SETTING_INVALID,
                        invalid.size() == 1 ? "a setting is wrong" : invalid.size() + " settings are wrong",
                        invalid,
                        List.of("correct what is named above; nothing was changed")));
            }
            if (!missing.isEmpty()) {
                throw new ProblemException(new Problem(
                        ProblemCode.SETTING_MISSING,
                        missing.size() == 1 ? "a setting is missing" : missing.size() + " settings are missing",
                        missing.stream().map(Reader::need).toList(),
                        List.of(
                                "give them by flag, by VNODE_* variable, or in a file with --values FILE",
                                "vnode sandbox up     makes the profile 'sandbox', which has them all")));
            }
        }

        private static String need(Parameter parameter) {
            Setting<?> setting = parameter.setting();
            String rule = setting == null ? "" : ": it must be " + setting.rule();
            return "%s (or %s, or %s in a file)%s"
                    .formatted(parameter.flag(), parameter.variable(), parameter.key(), rule);
        }

        private static String place(Parameter parameter, @Nullable Given given) {
            return given == null ? parameter.key() + " as installed" : given.place();
        }

        private static String sentence(String place, String text, String rule) {
            return "%s is '%s'; it must be %s".formatted(place, text, rule);
        }
    }
}
