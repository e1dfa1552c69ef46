package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.util.List;
import java.util.function.Function;

/**
 * How an action lists things in numbered pages, as in {@code {"TotalCount":1,"VSwitches":{"VSwitch":[…]}}}.
 *
 * @param action the action
 * @param wrapper the member that holds the list
 * @param list the list in it
 * @param total the member that says how many there are on all pages
 * @param pageSize how many one page may have
 * @param reader reads one of them
 * @param id tells one from another
 */
public record Listing<T>(
        String action,
        String wrapper,
        String list,
        String total,
        int pageSize,
        Function<Fields, T> reader,
        Function<T, String> id) {

    /** One page. */
    record Page<T>(List<T> items, int total) {}

    Page<T> page(Fields answer) {
        Integer count = answer.integer(total);
        Fields wrapped = answer.object(wrapper);
        if (count == null || wrapped == null) {
            throw new UnreadableAnswerException("the answer lacks " + (count == null ? total : wrapper));
        }
        return new Page<>(List.copyOf(wrapped.list(list, reader)), count);
    }
}
