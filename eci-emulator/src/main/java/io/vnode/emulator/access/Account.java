package io.vnode.emulator.access;

import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.KeyRing;
import io.vnode.emulator.wire.SigningKey;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account: everybody in it, and the keys they sign with. Safe for use by many threads. */
public final class Account implements KeyRing {

    private final String id;
    private final Journal<AccountState> journal;
    private final Sessions sessions;
    private final Set<String> givenKeys;
    private volatile AccountState state = AccountState.EMPTY;

    /**
     * The account as it was left, with what is given from the beginning put back.
     *
     * @param id sixteen digits
     * @param initial users, keys, policies and roles that are always there at the start
     */
    public Account(String id, AccountState initial, Journal<AccountState> journal, Sessions sessions) {
        this.id = id;
        this.journal = journal;
        this.sessions = sessions;
        this.givenKeys = initial.keys().keySet();
        journal.replay(each -> state = each);
        this.state = state.withUsers(users -> users.putAll(initial.users()))
                .withKeys(keys -> keys.putAll(initial.keys()))
                .withPolicies(policies -> policies.putAll(initial.policies()))
                .withRoles(roles -> roles.putAll(initial.roles()))
                .withAttachments(attachments -> attachments.addAll(initial.attachments()));
    }

    /** The account's id. */
    public String id() {
        return id;
    }

    /** What is in it now. */
    public AccountState state() {
        return state;
    }

    /** The temporary keys. */
    public Sessions sessions() {
        return sessions;
    }

    /** Changes it; nothing changes when the change throws. */
    public synchronized void change(UnaryOperator<AccountState> change) {
        AccountState changed = change.apply(state);
        // Keys that were given are not remembered, so that one that is no longer given works no longer.
        AccountState remembered = changed.withKeys(keys -> keys.keySet().removeAll(givenKeys));
        journal.append(remembered);
        state = changed;
        journal.compactWhenLong(() -> Stream.of(remembered));
    }

    @Override
    public @Nullable SigningKey find(String accessKeyId) {
        AccountState now = state;
        AccountState.Key key = now.keys().get(accessKeyId);
        return key == null
                ? sessions.find(accessKeyId)
                : SigningKey.lasting(caller(now, key), key.secret(), key.active());
    }

    private Caller caller(AccountState now, AccountState.Key key) {
        AccountState.User user = now.users().get(key.user());
        return user == null
                ? new Caller(key.id(), id, Caller.Type.ACCOUNT, id, "")
                : new Caller(key.id(), id, Caller.Type.USER, user.id(), user.name());
    }
}
