package io.vnode.provider.node.ownership;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One Lease, changed only by who has read its last version, as the API server has it. */
final class FakeLeaseStore {

    @Nullable
    LeaseRecord current;

    private int version;

    /** One process's way to the Lease. */
    final class Connection implements LeaseStore {

        boolean down;
        boolean losesNextAnswer;

        @Override
        public @Nullable LeaseRecord read() {
            failIfDown();
            return current;
        }

        @Override
        public @Nullable LeaseRecord write(LeaseRecord record) {
            failIfDown();
            String now = current == null ? null : current.version();
            if (!Objects.equals(now, record.version())) {
                return null;
            }
            current = new LeaseRecord(
                    String.valueOf(++version),
                    record.holder(),
                    record.validFor(),
                    record.acquired(),
                    record.renewed(),
                    record.transitions());
            if (losesNextAnswer) {
                losesNextAnswer = false;
                throw new LeaseStoreException("lost", new IllegalStateException());
            }
            return current;
        }

        private void failIfDown() {
            if (down) {
                throw new LeaseStoreException("down", new IllegalStateException());
            }
        }
    }
}
