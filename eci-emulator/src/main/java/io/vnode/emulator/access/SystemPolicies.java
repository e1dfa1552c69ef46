package io.vnode.emulator.access;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policies that every account has from the beginning; a few of many. */
public final class SystemPolicies {

    private static final Map<String, String> DOCUMENTS = new TreeMap<>(Map.ofEntries(
            policy("AdministratorAccess", "*"),
            policy("ReadOnlyAccess", "*:Describe*", "*:List*", "*:Get*"),
            policy("AliyunECIFullAccess", "eci:*"),
            policy("AliyunECIReadOnlyAccess", "eci:Describe*", "eci:List*"),
            policy("AliyunVPCFullAccess", "vpc:*"),
            policy("AliyunVPCReadOnlyAccess", "vpc:Describe*", "vpc:List*"),
            policy("AliyunECSFullAccess", "ecs:*"),
            policy("AliyunECSReadOnlyAccess", "ecs:Describe*", "ecs:List*"),
            policy("AliyunPvtzFullAccess", "pvtz:*"),
            policy("AliyunPvtzReadOnlyAccess", "pvtz:Describe*"),
            policy("AliyunRAMFullAccess", "ram:*"),
            policy("AliyunRAMReadOnlyAccess", "ram:Get*", "ram:List*"),
            policy("AliyunSTSAssumeRoleAccess", "sts:AssumeRole")));

    private SystemPolicies() {}

    private static Map.Entry<String, String> policy(String name, String... actions) {
        return Map.entry(
                name,
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":\"*\"}]}"
                        .formatted(String.join("\",\"", actions)));
    }

    /** The document of a policy; null when there is none of this name. */
    public static @Nullable String find(String name) {
        return DOCUMENTS.get(name);
    }

    /** The documents by name. */
    public static Map<String, String> all() {
        return new TreeMap<>(DOCUMENTS);
    }
}
