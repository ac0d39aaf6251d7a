package org.vigil.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.vigil.run.Progress;

/** Progress as plain lines with the seconds since the start, on the error stream so that results stay clean. */
final class Steps implements Progress {
    private final PrintWriter err;
    private final long started = System.nanoTime();

    Steps(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void say(String sentence) {
        err.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, sentence);
    }
}
