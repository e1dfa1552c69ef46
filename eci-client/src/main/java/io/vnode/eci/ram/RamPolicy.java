package io.vnode.eci.ram;

import io.vnode.eci.json.Fields;

/**
 * A policy, without its document.
 *
 * @param name name
 * @param type whether the account or Alibaba Cloud has written it
 * @param description what people read; may be empty
 * @param defaultVersion the version in force, for example {@code v1}; empty where nobody says
 */
public record RamPolicy(String name, Type type, String description, String defaultVersion) {

    /** Who has written a policy. */
    public enum Type {
        /** The account. */
        CUSTOM("Custom"),
        /** Alibaba Cloud. */
        SYSTEM("System");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The word for it in calls. */
        public String code() {
            return code;
        }
    }

    static RamPolicy read(Fields policy) {
        return new RamPolicy(
                policy.text("PolicyName"),
                policy.text("PolicyType").equals(Type.SYSTEM.code()) ? Type.SYSTEM : Type.CUSTOM,
                policy.textOrEmpty("Description"),
                policy.textOrEmpty("DefaultVersion"));
    }
}
