package io.vnode.emulator.access;

import io.vnode.emulator.wire.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Decides what the people of an account may do. */
public final class Permissions {

    private final Account account;
    private final Map<String, PolicyDocument> parsed = new ConcurrentHashMap<>();

    /** The permissions of everybody in the account. */
    public Permissions(Account account) {
        this.account = account;
    }

    /** Whether somebody may do something to all of these. */
    Decision decide(Caller caller, String action, List<Target> targets) {
        Decision decision = Decision.ALLOWED;
        for (Target target : targets) {
            Decision one = decide(caller, action, target);
            if (one == Decision.DENIED_EXPLICITLY) {
                return one;
            }
            if (one != Decision.ALLOWED) {
                decision = one;
            }
        }
        return decision;
    }

    private Decision decide(Caller caller, String action, Target target) {
        return switch (caller.type()) {
            case ACCOUNT -> Decision.ALLOWED;
            case NOBODY -> Decision.NOT_ALLOWED;
            case USER -> of(policies(false, caller.name()), action, target);
            case ASSUMED_ROLE -> ofSession(caller, action, target);
        };
    }

    private Decision ofSession(Caller caller, String action, Target target) {
        Sessions.Session session = account.sessions().session(caller.accessKeyId());
        if (session == null) {
            return Decision.NOT_ALLOWED;
        }
        Decision ofRole = of(policies(true, session.role()), action, target);
        PolicyDocument limit = session.policy();
        return ofRole != Decision.ALLOWED || limit == null ? ofRole : of(List.of(limit), action, target);
    }

    private List<PolicyDocument> policies(boolean role, String name) {
        AccountState state = account.state();
        return state.attachments().stream()
                .filter(each -> each.toRole() == role && each.to().equals(name))
                .map(each -> state.document(each.policy(), each.type()))
                .filter(Objects::nonNull)
                .map(document -> parsed.computeIfAbsent(document, PolicyDocument::parse))
                .toList();
    }

    private static Decision of(List<PolicyDocument> policies, String action, Target target) {
        Decision decision = Decision.NOT_ALLOWED;
        for (PolicyDocument policy : policies) {
            switch (policy.about(action, target.resource(), target.circumstances())) {
                case DENIES -> {
                    return Decision.DENIED_EXPLICITLY;
                }
                case ALLOWS -> decision = Decision.ALLOWED;
                case SAYS_NOTHING -> {
                    // another one may
                }
            }
        }
        return decision;
    }

    /** What somebody wants to do something to, and what conditions can ask about it. */
    record Target(String resource, Circumstances circumstances) {}

    /** What becomes of it. */
    enum Decision {
        ALLOWED,
        NOT_ALLOWED,
        DENIED_EXPLICITLY
    }
}
