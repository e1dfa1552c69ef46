package io.vnode.provider.node.ownership;

import org.jspecify.annotations.Nullable;

/** Where one Lease is kept. A call that ends with {@link LeaseStoreException} may have done its work all the same. */
interface LeaseStore {

    /** What stands there now; null when there is no such Lease. */
    @Nullable
    LeaseRecord read();

    /**
     * Writes, if the version is still the one that the record was made from.
     *
     * @return the record with its new version; null when somebody else was faster
     */
    @Nullable
    LeaseRecord write(LeaseRecord record);
}
