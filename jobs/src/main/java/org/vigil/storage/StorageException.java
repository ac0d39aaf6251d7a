package org.vigil.storage;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A folder or file could not be read or written. The message is one sentence: what could not be done, where, what was expected, what to do. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern FULL =
            Pattern.compile("no space left|quota ?exceeded|not enough space|file too large");
    private static final Pattern FORBIDDEN =
            Pattern.compile("permission denied|access ?denied|accesscontrol|forbidden");

    private final String sentence;

    private StorageException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    private StorageException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return sentence;
    }

    /** What could not be done ({@code attempt}, as in "write layer.parquet"), where, and why as far as the file system says. */
    static StorageException failed(String attempt, String location, Exception cause) {
        return new StorageException("Could not " + attempt + " in " + location + ": " + reason(cause), cause);
    }

    /** Something else than the file system stands in the way; {@code reason} says what was found, what was expected and what to do. */
    static StorageException refused(String attempt, String location, String reason) {
        return new StorageException("Could not " + attempt + " in " + location + ": " + reason);
    }

    /** Hadoop hands over kinds of its own for the same things, so that names of kinds and words are looked at as well. */
    private static String reason(Exception cause) {
        if (cause instanceof Refusal) {
            return saying(cause);
        }
        String text = (kinds(cause) + " " + saying(cause)).toLowerCase(Locale.ROOT);
        if (FULL.matcher(text).find()) {
            return "the disk is full or a quota is used up; expected room for the whole file. Free some space or choose"
                    + " another location.";
        }
        if (text.contains("read-only file system")) {
            return "the file system is read-only; expected a writable one. Choose another location.";
        }
        if (text.contains("safe mode")) {
            return "HDFS is in safe mode and takes no changes; expected a cluster in service. Wait until it has left safe mode,"
                    + " then run again.";
        }
        if (cause instanceof AccessDeniedException || FORBIDDEN.matcher(text).find()) {
            return "permission denied; expected access for the account of this run. Change the permissions or choose another"
                    + " location.";
        }
        if (text.contains("s3afilesystem not found") || text.contains("software/amazon")) {
            return "the class path has no file system for s3a; expected hadoop-aws and the AWS SDK beside Vigil, as a cluster"
                    + " brings them. Add them, or choose another location.";
        }
        if (cause instanceof FileSystemLoopException || text.contains("too many levels of symbolic links")) {
            return "links lead in a circle; expected a folder. Remove the links.";
        }
        if (cause instanceof NotDirectoryException
                || cause instanceof FileAlreadyExistsException
                || text.contains("not a directory")
                || text.contains("filealreadyexists")) {
            return "a file stands where a folder is needed, or the file is there already; expected neither. Choose another"
                    + " location, or move what stands there.";
        }
        if (cause instanceof NoSuchFileException || text.contains("filenotfound")) {
            return "there is no such file; expected what an earlier run wrote. Check the location; if it is right, the file was"
                    + " removed and must come back from a backup.";
        }
        if (text.contains("connect")
                || text.contains("unknownhost")
                || text.contains("unable to execute http request")) {
            return "the file system does not answer (" + saying(cause)
                    + "); expected a service at this address. Check the"
                    + " address and that the service runs, then run again.";
        }
        return saying(cause)
                + "; expected a file system that does this. Check the location and the account of this run.";
    }

    private static String kinds(Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kinds.append(cause.getClass().getSimpleName()).append(' ');
        }
        return kinds.toString();
    }

    /** The first line of what the file system says, without the path that the sentence names already. */
    private static String saying(Exception cause) {
        if (cause instanceof FileSystemException known && known.getReason() != null) {
            return Objects.requireNonNull(known.getReason());
        }
        @Nullable String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
