package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.EmulatorConfig.AccessKey;
import io.vnode.cli.sandbox.EmulatorConfig.VSwitch;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.settings.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes the files that a sandbox starts from, and the profile by which other commands find it. */
final class SandboxWriter {

    private SandboxWriter() {}

    static void write(SandboxPlan plan, SandboxFiles files, Clock clock) throws IOException {
        PrivateFiles.createFolder(files.folder());
        // First of all, so that whoever finds the folder can tell what it is.
        plan.write(files.plan());
        PrivateFiles.createFolder(files.logs());
        ControlPlaneCredentials.write(plan.controlPlane(files), clock);
        EmulatorConfig emulator = EmulatorConfig.on(plan.emulatorPort(), AccessKey.random(new SecureRandom()));
        PrivateFiles.write(files.emulatorConfig(), JsonMapper.shared().writeValueAsString(emulator));
        AccessKey key = emulator.accessKeys().getFirst();
        PrivateFiles.write(files.credentials(), yaml(Map.of("accessKeyId", key.id(), "accessKeySecret", key.secret())));
    }

    static void writeProfile(SandboxPlan plan, SandboxFiles files) throws IOException {
        EmulatorConfig emulator =
                JsonMapper.shared().readValue(Files.readAllBytes(files.emulatorConfig()), EmulatorConfig.class);
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put(Parameter.KUBECONFIG.key(), files.kubeconfig().toString());
        profile.put(Parameter.CONTEXT.key(), plan.sandboxName().context());
        profile.put(Parameter.CLUSTER_ID.key(), "c-" + plan.sandboxName().profile());
        profile.put(Parameter.RESOURCE_GROUP.key(), "rg-sandbox");
        profile.put(Parameter.REGION.key(), emulator.regionId());
        profile.put(
                Parameter.VSWITCHES.key(),
                emulator.vSwitches().stream().map(VSwitch::id).toList());
        profile.put(Parameter.SECURITY_GROUP.key(), emulator.securityGroups().getFirst());
        profile.put(Parameter.ENDPOINT.key(), plan.emulatorUrl());
        profile.put(Parameter.CREDENTIALS_FILE.key(), files.credentials().toString());
        profile.put(Parameter.WEBHOOK_PORT.key(), plan.webhookPort());
        PrivateFiles.createFolder(Objects.requireNonNull(files.profile().getParent()));
        PrivateFiles.write(
                files.profile(),
                "# Written by 'vnode sandbox up' and removed by 'vnode sandbox down'.\n" + yaml(profile));
    }

    private static String yaml(Map<String, ?> values) {
        return YAMLMapper.builder().build().writeValueAsString(values);
    }
}
