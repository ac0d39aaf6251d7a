package org.vigil.crash;

import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.run.Progress;
import org.vigil.run.Step;
import org.vigil.run.StoreCompaction;
import org.vigil.run.StoreSweep;

/** A command that writes to the store, with the steps that it passes where there is something for each of them to do. */
enum Job {
    /** {@code vigil weekly}: takes in, counts, publishes, and in the end compacts and sweeps. */
    WEEKLY {
        @Override
        void run(Configuration configuration, Progress progress) {
            Case.run(configuration, progress);
        }
    },
    /** {@code vigil store compact}. */
    COMPACT {
        @Override
        void run(Configuration configuration, Progress progress) {
            StoreCompaction.compact(configuration, key(configuration), progress);
        }
    },
    /** {@code vigil store sweep}. */
    SWEEP {
        @Override
        void run(Configuration configuration, Progress progress) {
            StoreSweep.sweep(configuration, StoreSweep.DEFAULT_AGE, progress);
        }
    };

    /** In their order. */
    List<Step> steps() {
        return switch (this) {
            case WEEKLY -> List.of(Step.values());
            case COMPACT -> List.of(Step.LOCK_TAKEN, Step.BASES_WRITTEN, Step.BASES_READ_BACK, Step.BASES_COMMITTED);
            case SWEEP -> List.of(Step.LOCK_TAKEN, Step.ORPHANS_DELETED, Step.PENDING_DELETED);
        };
    }

    /** As the command does it, without what it prints; workers that run here already are joined. */
    abstract void run(Configuration configuration, Progress progress);

    static KeyRing key(Configuration configuration) {
        return configuration.key().open();
    }
}
