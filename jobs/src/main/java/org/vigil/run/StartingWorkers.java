package org.vigil.run;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.vigil.spark.Workers;

/** Workers that start while the extracts are being looked at; whoever needs them waits for the rest of the start only. */
final class StartingWorkers implements AutoCloseable {
    private final CompletableFuture<Workers> workers;

    private StartingWorkers(CompletableFuture<Workers> workers) {
        this.workers = workers;
    }

    static StartingWorkers start(Path scratch) {
        CompletableFuture<Workers> workers = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        workers.complete(Workers.start(scratch));
                    } catch (RuntimeException | Error e) {
                        workers.completeExceptionally(e);
                    }
                },
                "workers-start");
        starter.setDaemon(true);
        starter.start();
        return new StartingWorkers(workers);
    }

    /** The workers, once they have started. */
    Workers get() {
        try {
            return workers.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Stops them when they have started; a start that failed leaves nothing to stop. */
    @Override
    public void close() {
        workers.handle((started, failure) -> started)
                .thenAccept(started -> {
                    if (started != null) {
                        started.close();
                    }
                })
                .join();
    }
}
