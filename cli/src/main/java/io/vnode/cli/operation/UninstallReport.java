package io.vnode.cli.operation;

import java.util.List;

/**
 * What an uninstall did.
 *
 * @param podsEvicted pods that were evicted
 * @param groupsReleased container groups that were there before and are gone
 * @param removed objects that were removed
 * @param kept objects that were left, because they belong to somebody else
 */
public record UninstallReport(int podsEvicted, int groupsReleased, List<String> removed, List<String> kept) {

    public UninstallReport {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
