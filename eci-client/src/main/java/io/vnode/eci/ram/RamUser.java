package io.vnode.eci.ram;

import io.vnode.eci.json.Fields;

/**
 * A user of the account.
 *
 * @param id id, which no later user of the same name has
 * @param name name
 * @param displayName what people read; may be empty
 * @param comments what was noted at creation; may be empty
 */
public record RamUser(String id, String name, String displayName, String comments) {

    static RamUser read(Fields user) {
        return new RamUser(
                user.text("UserId"),
                user.text("UserName"),
                user.textOrEmpty("DisplayName"),
                user.textOrEmpty("Comments"));
    }
}
