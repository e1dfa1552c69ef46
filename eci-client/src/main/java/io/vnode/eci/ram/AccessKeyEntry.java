package io.vnode.eci.ram;

import io.vnode.eci.json.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access key of a user, as listings show it: without its secret, which RAM tells only once.
 *
 * @param id its id
 * @param active whether it is in force
 * @param created since when it is there
 */
public record AccessKeyEntry(
        String id, boolean active, @Nullable Instant created) {

    static AccessKeyEntry read(Fields key) {
        return new AccessKeyEntry(key.text("AccessKeyId"), key.text("Status").equals("Active"), key.time("CreateDate"));
    }
}
