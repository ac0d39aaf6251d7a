package org.vigil.run;

import java.util.Optional;
import org.vigil.spark.Workers;
import org.vigil.storage.ScratchFolder;

/** Where workers come from; they start when first needed. */
interface WorkersSource extends AutoCloseable {
    /** Workers will be needed soon. */
    void prepare();

    Workers get();

    @Override
    void close();

    /** Workers that outlive the run. */
    static WorkersSource of(Workers workers) {
        return new Given(workers);
    }

    /** Workers of the run's own, started when first needed. */
    static WorkersSource own() {
        return new Own();
    }

    /** They run already. */
    record Given(Workers workers) implements WorkersSource {
        @Override
        public void prepare() {
            // They run already.
        }

        @Override
        public Workers get() {
            return workers;
        }

        @Override
        public void close() {
            // They outlive the run.
        }
    }

    /** They are started, and stopped in the end. */
    final class Own implements WorkersSource {
        private Optional<ScratchFolder> scratch = Optional.empty();
        private Optional<StartingWorkers> starting = Optional.empty();

        @Override
        public synchronized void prepare() {
            if (starting.isEmpty()) {
                ScratchFolder made = ScratchFolder.make();
                scratch = Optional.of(made);
                starting = Optional.of(StartingWorkers.start(made.path()));
            }
        }

        @Override
        public Workers get() {
            prepare();
            return starting.orElseThrow().get();
        }

        @Override
        public void close() {
            starting.ifPresent(StartingWorkers::close);
            scratch.ifPresent(ScratchFolder::close);
        }
    }
}
