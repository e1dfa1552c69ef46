package io.vnode.emulator.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in an account at one time.
 *
 * @param users by name
 * @param keys by id
 * @param policies custom ones, by name
 * @param roles by name
 * @param attachments which policies are attached to whom
 */
public record AccountState(
        Map<String, User> users,
        Map<String, Key> keys,
        Map<String, Policy> policies,
        Map<String, Role> roles,
        Set<Attachment> attachments) {

    /** An account with nobody in it. */
    public static final AccountState EMPTY = new AccountState(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    /** Copies what it is given. */
    public AccountState {
        users = Map.copyOf(users);
        keys = Map.copyOf(keys);
        policies = Map.copyOf(policies);
        roles = Map.copyOf(roles);
        attachments = Set.copyOf(attachments);
    }

    /** The same account with other users. */
    public AccountState withUsers(Consumer<Map<String, User>> change) {
        return new AccountState(changed(users, change), keys, policies, roles, attachments);
    }

    /** The same account with other keys. */
    public AccountState withKeys(Consumer<Map<String, Key>> change) {
        return new AccountState(users, changed(keys, change), policies, roles, attachments);
    }

    /** The same account with other policies. */
    public AccountState withPolicies(Consumer<Map<String, Policy>> change) {
        return new AccountState(users, keys, changed(policies, change), roles, attachments);
    }

    /** The same account with other roles. */
    public AccountState withRoles(Consumer<Map<String, Role>> change) {
        return new AccountState(users, keys, policies, changed(roles, change), attachments);
    }

    /** The same account with other attachments. */
    public AccountState withAttachments(Consumer<Set<Attachment>> change) {
        Set<Attachment> changed = new TreeSet<>(attachments);
        change.accept(changed);
        return new AccountState(users, keys, policies, roles, changed);
    }

    private static <T> Map<String, T> changed(Map<String, T> before, Consumer<Map<String, T>> change) {
        Map<String, T> after = new TreeMap<>(before);
        change.accept(after);
        return after;
    }

    /** The document of a policy in its default version; null when there is none. */
    @Nullable
    String document(String policy, PolicyType type) {
        if (type == PolicyType.SYSTEM) {
            return SystemPolicies.find(policy);
        }
        Policy custom = policies.get(policy);
        return custom == null ? null : custom.document();
    }

    /** A RAM user. */
    public record User(
            String name,
            String id,
            String displayName,
            String comments,
            String email,
            String mobilePhone,
            Instant created) {}

    /**
     * An access key.
     *
     * @param user whose it is; empty for the account's own
     */
    public record Key(String id, String secret, String user, boolean active, Instant created) {

        @Override
        public String toString() {
            return "Key[%s, secret=***, user=%s, active=%s]".formatted(id, user, active);
        }
    }

    /**
     * A custom policy.
     *
     * @param versions from the oldest to the newest
     * @param defaultVersion the one that counts
     * @param lastNumber the number of the newest version that ever was
     */
    public record Policy(
            String name,
            String description,
            Instant created,
            List<Version> versions,
            String defaultVersion,
            int lastNumber) {

        /** Copies the list. */
        public Policy {
            versions = List.copyOf(versions);
        }

        /** The document that counts. */
        public String document() {
            return versions.stream()
                    .filter(version -> version.id().equals(defaultVersion))
                    .findFirst()
                    .orElseThrow()
                    .document();
        }

        /** One version of the document. */
        public record Version(String id, String document, Instant created) {}
    }

    /** A RAM role; the trust says who may assume it. */
    public record Role(String name, String id, String trust, String description, int longestSession, Instant created) {}

    /** Where a policy comes from. */
    public enum PolicyType {
        /** Made in this account. */
        CUSTOM,
        /** There from the beginning. */
        SYSTEM
    }

    /** A policy attached to a user or to a role. */
    public record Attachment(String policy, PolicyType type, boolean toRole, String to)
            implements Comparable<Attachment> {

        @Override
        public int compareTo(Attachment other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return "%s\n%s\n%s\n%s".formatted(toRole, to, type, policy);
        }
    }
}
