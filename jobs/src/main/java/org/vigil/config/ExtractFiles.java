package org.vigil.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a declared path means. A {@code *} in the file name stands for any letters of it; nothing else is special. */
final class ExtractFiles {
    private ExtractFiles() {}

    static boolean isPattern(String path) {
        return path.contains("*");
    }

    /** Whether a {@code *} stands in a folder of the path, where it is not allowed. */
    static boolean hasPatternInFolder(String path) {
        @Nullable Path folder = Path.of(path).getParent();
        return folder != null && isPattern(folder.toString());
    }

    /** The plain files of the folder whose names fit, by name; none if there is no such folder. */
    static List<Path> matching(Path pattern) {
        @Nullable Path folder = pattern.getParent();
        @Nullable Path name = pattern.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern fits = Pattern.compile(quoted(name.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            fits.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A regular expression in which {@code *} stands for any letters and all else for itself. */
    static String quoted(String text) {
        StringBuilder expression = new StringBuilder();
        for (String part : text.split("(?<=\\*)|(?=\\*)")) {
            expression.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return expression.toString();
    }
}
