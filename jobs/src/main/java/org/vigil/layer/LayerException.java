package org.vigil.layer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** A file of the store could not be read or written. The message is a sentence for the person who ran the command. */
public final class LayerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LayerException(String sentence) {
        super(sentence);
    }

    private LayerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A file that cannot be reached or that is not as it was written. */
    static LayerException unreadable(String file, Throwable cause) {
        String attempt = "Could not read the layer file " + file + ": ";
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return new LayerException(
                    attempt + "there is no such file; expected every file that the store's manifest names."
                            + " Bring it back from a copy of the store.",
                    cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new LayerException(
                    attempt + "permission denied; expected access for this account. Change the permissions.", cause);
        }
        return damaged(file, "its bytes are not those that were written", cause);
    }

    static LayerException damaged(String file, String found, Throwable cause) {
        return new LayerException(
                "Could not read the layer file " + file + ": " + found
                        + "; expected a whole layer of a store of Vigil. Run vigil store verify, and bring the file back"
                        + " from a copy of the store.",
                cause);
    }

    static LayerException unwritable(String file, IOException cause) {
        return new LayerException("Could not write the layer file " + file + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file of that name; expected none, as layers are never changed. Choose another name.";
        }
        if (text.contains("no space left") || text.contains("quota exceeded") || text.contains("file too large")) {
            return "the disk is full; expected room for the layer. Free some space or choose another location.";
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return "permission denied; expected access for this account. Change the permissions.";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder; expected one. Check the path.";
        }
        return cause.getClass().getSimpleName() + ". Check the disk and the path.";
    }
}
