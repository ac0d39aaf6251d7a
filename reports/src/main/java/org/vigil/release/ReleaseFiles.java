package org.vigil.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a release folder. */
public final class ReleaseFiles {
    private ReleaseFiles() {}

    /** Every file under a folder by its path relative to it, with slashes, in alphabetical order. */
    public static SortedMap<String, Path> in(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(file -> !Files.isDirectory(file)).forEach(file -> files.put(relative(folder, file), file));
        }
        return files;
    }

    /** Checksum and size of a file. */
    public static Manifest.FileEntry entry(Path file) throws IOException {
        return new Manifest.FileEntry(FileHash.sha256(file), Files.size(file));
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
