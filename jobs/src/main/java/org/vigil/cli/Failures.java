package org.vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vigil.declaration.DeclarationException;
import org.vigil.disclosure.DisclosureException;
import org.vigil.extract.ExtractException;
import org.vigil.incident.KeyException;
import org.vigil.layer.LayerException;
import org.vigil.release.ReleaseException;
import org.vigil.run.FindingsException;
import org.vigil.run.LockedException;
import org.vigil.storage.HeldException;
import org.vigil.storage.StorageException;
import org.vigil.store.ConflictException;
import org.vigil.store.StoreException;

/** Turns what went wrong into a sentence and an exit code; a defect leaves a report file, never a bare trace. */
final class Failures {
    private static final List<String> DISK_FULL =
            List.of("no space left", "quota exceeded", "not enough space", "file too large");

    private Failures() {}

    /**
     * How a failure is told.
     *
     * @param exitCode what the process says to its caller
     * @param sentence what it says to people
     */
    record Told(int exitCode, String sentence) {}

    static int report(Throwable failure, PrintWriter err) {
        Told told = told(failure);
        err.println(told.sentence());
        return told.exitCode();
    }

    /** Leaves a report file where the failure is a defect. */
    static Told told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Integer code = codeOf(cause);
            if (code != null && !(isWithoutSentence(cause) && isDiskFull(failure))) {
                return new Told(code, String.valueOf(cause.getMessage()));
            }
        }
        if (isDiskFull(failure)) {
            return new Told(
                    ExitCode.INPUT_OUTPUT,
                    "Vigil could not go on: the disk is full; expected room for temporary files ("
                            + System.getProperty("java.io.tmpdir")
                            + ") and for the release. Nothing was published. Free some space, or name another folder for"
                            + " temporary files with -Djava.io.tmpdir.");
        }
        return new Told(ExitCode.DEFECT, defectSentence(failure));
    }

    /** Libraries wrap it in errors of their own, of which often only the words of the system are left. */
    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (DISK_FULL.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its message is that of the system and not ours. */
    private static boolean isWithoutSentence(Throwable failure) {
        return failure instanceof UncheckedIOException || failure instanceof IOException;
    }

    private static @org.jspecify.annotations.Nullable Integer codeOf(Throwable failure) {
        if (failure instanceof FindingsException || failure instanceof DisclosureException) {
            return ExitCode.FINDINGS;
        }
        if (failure instanceof DeclarationException
                || failure instanceof KeyException
                || failure instanceof UsageException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof ExtractException
                || failure instanceof ReleaseException
                || failure instanceof LayerException
                || failure instanceof StorageException
                || failure instanceof StoreException) {
            return ExitCode.INPUT_OUTPUT;
        }
        if (failure instanceof LockedException
                || failure instanceof HeldException
                || failure instanceof ConflictException) {
            return ExitCode.LOCKED;
        }
        if (isWithoutSentence(failure)) {
            return ExitCode.INPUT_OUTPUT;
        }
        return null;
    }

    /** Only the kinds and places of the failure are kept: a message could repeat a value of a record. */
    private static String defectSentence(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                text.append("    ").append(element).append('\n');
            }
        }
        try {
            Path report = Files.createTempFile("vigil-defect-", ".txt");
            Files.writeString(report, text);
            return "Vigil has met a defect of its own and stopped; nothing was published. Please send " + report
                    + " with your report; it holds no record.";
        } catch (IOException e) {
            return "Vigil has met a defect of its own and stopped; nothing was published. Its report could not be written.";
        }
    }
}
