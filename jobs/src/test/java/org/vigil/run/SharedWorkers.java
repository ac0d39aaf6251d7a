package org.vigil.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.vigil.spark.Workers;

/** The one set of Spark workers of a test JVM: started when first asked for, closed when the JVM ends. */
public final class SharedWorkers {
    private SharedWorkers() {}

    /** The workers; never to be closed by a test. */
    public static Workers get() {
        return Holder.WORKERS;
    }

    private static final class Holder {
        static final Workers WORKERS = start();

        private static Workers start() {
            try {
                Workers workers = Workers.start(Files.createTempDirectory("vigil-test-"));
                Runtime.getRuntime().addShutdownHook(new Thread(workers::close));
                return workers;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
