package org.vigil.release;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A release could not be read or written. The message is a sentence for the person who ran the command, and enough without a trace. */
public final class ReleaseException extends RuntimeException {
    private final String sentence;

    /** A failure that {@code sentence} explains: what could not be done, what was found and where, what was expected, and the remedy. */
    public ReleaseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    private ReleaseException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return sentence;
    }

    /** What could not be read or written ({@code attempt}, as in "write table counts"), where, why and what to do about it. */
    public static ReleaseException failed(String attempt, Path where, IOException cause) {
        return new ReleaseException(
                "Could not " + attempt + ": " + reason(innermost(cause)) + " (" + where + ").", cause);
    }

    /** What happened first: libraries wrap it in sentences of their own, one of them with the whole footer of a file. */
    private static IOException innermost(IOException cause) {
        IOException found = cause;
        for (Throwable one = cause.getCause(); one != null; one = one.getCause()) {
            if (one instanceof IOException io) {
                found = io;
            }
        }
        return found;
    }

    private static String reason(IOException cause) {
        String text = reasonGiven(cause).toLowerCase(Locale.ROOT);
        if (text.contains("no space left")
                || text.contains("quota exceeded")
                || text.contains("not enough space")
                || text.contains("file too large")) {
            return "the disk is full; expected room for the whole release. Free some space or choose another location";
        }
        if (text.contains("read-only file system")) {
            return "the file system is read-only; expected a writable one. Choose another location";
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return "permission denied; expected access for this account. Change the permissions or choose another location";
        }
        if (cause instanceof NotDirectoryException
                || cause instanceof FileAlreadyExistsException
                || text.contains("not a directory")) {
            return "a file stands where a folder is needed. Choose another location";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file. Check the path";
        }
        String given = reasonGiven(cause);
        return given.isEmpty() ? cause.getClass().getSimpleName() : given;
    }

    private static String reasonGiven(IOException cause) {
        @Nullable String given = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        return given == null ? "" : given;
    }
}
