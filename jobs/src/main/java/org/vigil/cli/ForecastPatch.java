package org.vigil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.vigil.run.Forecast;

/** The file that proposed changes of profiles are written to. */
final class ForecastPatch {
    private ForecastPatch() {}

    /** Refuses a file that is there: it could be the profile itself. */
    static void requireNew(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("Cannot write the patch to " + file
                    + ": it exists already; expected the name of a new file. Choose another name.");
        }
    }

    /** Writes the changes, if there are any; says whether there were. They hold labels and how often each occurs, so the file is for its owner only. */
    static boolean write(Path file, Forecast forecast) {
        if (forecast.proposals().isEmpty()) {
            return false;
        }
        String text = forecast.proposals().stream()
                .map(Forecast.ProfileProposal::diff)
                .collect(Collectors.joining());
        try {
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, text, StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the patch to " + file + ": " + e + ". Check its folder, or choose another.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
