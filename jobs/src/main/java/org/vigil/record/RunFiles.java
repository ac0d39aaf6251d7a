package org.vigil.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one run in the folder of run records, for their owner only: a record and what of it anybody may know, replaced as a whole, and a log that grows. */
final class RunFiles {
    /** Sorts by time as text does; has no colon, which some file systems refuse. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String RECORD = ".json";
    private static final String PUBLIC_RECORD = ".public.json";
    private static final String LOG = ".log";
    private static final String UNFINISHED = ".part";
    private static final Pattern NAME = Pattern.compile(
            "(?<run>\\d{8}T\\d{9}Z_[a-z]+_\\d+)(\\.json|\\.log|\\.public\\.json|\\.json\\.part|\\.public\\.json\\.part)");

    private final Path folder;
    private final String run;

    private RunFiles(Path folder, String run) {
        this.folder = folder;
        this.run = run;
    }

    /** The files of a run that starts now; makes the folder if there is none. */
    static RunFiles create(Path folder, Instant startedAt, String command, long processId) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.toAbsolutePath().getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        }
        return new RunFiles(folder, TIME.format(startedAt) + "_" + command + "_" + processId);
    }

    /** What the names of its files begin with. */
    String run() {
        return run;
    }

    /** Replaces the record: whoever reads it sees the old bytes or the new. */
    void replaceRecord(byte[] json) throws IOException {
        replace(run + RECORD, json);
    }

    /** Replaces what anybody may know. */
    void replacePublicRecord(byte[] json) throws IOException {
        replace(run + PUBLIC_RECORD, json);
    }

    private void replace(String name, byte[] json) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        write(unfinished, json, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void appendToLog(String lines) throws IOException {
        write(folder.resolve(run + LOG), lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    /**
     * The runs whose files are to go.
     *
     * @param kept how many of the newest stay at most
     * @param startedBefore runs that started earlier do not stay
     */
    static Set<String> old(Path folder, int kept, Instant startedBefore) throws IOException {
        Set<String> old = new TreeSet<>();
        List<String> newestFirst = list(folder).stream()
                .map(RunFiles::runOf)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        String first = TIME.format(startedBefore);
        for (int i = 0; i < newestFirst.size(); i++) {
            if (i >= kept || newestFirst.get(i).compareTo(first) < 0) {
                old.add(newestFirst.get(i));
            }
        }
        return old;
    }

    /** Removes the files of runs; touches no link, and nothing that is not named like the files of a run. */
    static void delete(Path folder, Set<String> runs) throws IOException {
        for (Path file : list(folder)) {
            if (runs.contains(runOf(file)) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The records in a folder, newest first. */
    static List<Path> records(Path folder) throws IOException {
        return list(folder).stream()
                .filter(file ->
                        file.toString().endsWith(RECORD) && !file.toString().endsWith(PUBLIC_RECORD))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static String runOf(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new IllegalArgumentException("not a file of a run");
        }
        return name.group("run");
    }

    private void write(Path file, byte[] bytes, OpenOption how) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        try (FileChannel out = FileChannel.open(file, options, ownerOnly(folder, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
        }
    }

    /** Rights to make a file with, where the file system knows owners. */
    private static FileAttribute<?>[] ownerOnly(Path folder, String rights) {
        boolean knowsOwners =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        return knowsOwners
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
