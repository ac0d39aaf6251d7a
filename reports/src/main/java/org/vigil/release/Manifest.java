package org.vigil.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What went into a release, with which code and configuration, and what came out. How long it took and where it ran is not in here, so that
 * the same inputs give the same manifest.
 *
 * @param releaseId as-of date and content hash, as the release folder is called
 * @param audience for whom the release is made
 * @param policy by what people are protected in it
 * @param marking the sentence that stands on every page
 * @param asOfDate the day whose state of knowledge the figures show
 * @param codeVersion version of the program
 * @param configurationHash SHA-256 of the configuration, hexadecimal
 * @param contentHash SHA-256 over tables, configuration and code version, hexadecimal
 * @param extracts files read, in the order they were read
 * @param tables tables published, in the order of the data dictionary
 * @param checks what was checked before publication
 * @param files every other file of the release by its path with slashes
 */
public record Manifest(
        String releaseId,
        Audience audience,
        Protection policy,
        String marking,
        LocalDate asOfDate,
        String codeVersion,
        String configurationHash,
        String contentHash,
        List<ExtractEntry> extracts,
        List<TableEntry> tables,
        List<CheckEntry> checks,
        SortedMap<String, FileEntry> files) {

    /** Name of the file whose presence makes a folder a release. */
    public static final String FILE_NAME = "manifest.json";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Manifest {
        requireText("release id", releaseId);
        requireText("marking", marking);
        requireText("code version", codeVersion);
        requireSha256("configuration hash", configurationHash);
        requireSha256("content hash", contentHash);
        extracts = List.copyOf(extracts);
        tables = List.copyOf(tables);
        checks = List.copyOf(checks);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * One file that was read.
     *
     * @param extractId identifier of the extract
     * @param sourceCode source it belongs to
     * @param fileName name without folder
     * @param sha256 checksum of the bytes as delivered, hexadecimal
     * @param physicalRowCount rows of the file, header aside
     * @param recordCounts records read and what became of them, by outcome, for example {@code accepted} or {@code quarantined}
     */
    public record ExtractEntry(
            String extractId,
            String sourceCode,
            String fileName,
            String sha256,
            long physicalRowCount,
            SortedMap<String, Long> recordCounts) {
        public ExtractEntry {
            requireText("extract id", extractId);
            requireText("source code of extract " + extractId, sourceCode);
            requireText("file name of extract " + extractId, fileName);
            requireSha256("checksum of extract " + extractId, sha256);
            recordCounts = Collections.unmodifiableSortedMap(new TreeMap<>(recordCounts));
        }
    }

    /**
     * One published table.
     *
     * @param name name of the table; its file is {@code tables/<name>.parquet}
     * @param rowCount number of rows
     * @param sha256 checksum of the Parquet file, hexadecimal
     * @param bytes size of the Parquet file
     */
    public record TableEntry(String name, long rowCount, String sha256, long bytes) {
        public TableEntry {
            requireText("table name", name);
            requireSha256("checksum of table " + name, sha256);
        }

        /** Path of the Parquet file inside the release, with slashes. */
        public String path() {
            return "tables/" + name + ".parquet";
        }
    }

    /**
     * One check of the run.
     *
     * @param name what was checked
     * @param passed whether it held
     * @param statement the figures compared, as a sentence
     */
    public record CheckEntry(String name, boolean passed, String statement) {
        public CheckEntry {
            requireText("name of a check", name);
            requireText("statement of check " + name, statement);
        }
    }

    /**
     * One file of the release.
     *
     * @param sha256 checksum, hexadecimal
     * @param bytes size
     */
    public record FileEntry(String sha256, long bytes) {
        public FileEntry {
            requireSha256("checksum of a file", sha256);
        }
    }

    /** The entry of a table, if the release has it. */
    public Optional<TableEntry> findTable(Table table) {
        return tables.stream().filter(t -> t.name().equals(table.name())).findFirst();
    }

    /** The same manifest with other files. */
    public Manifest withFiles(Map<String, FileEntry> others) {
        return new Manifest(
                releaseId,
                audience,
                policy,
                marking,
                asOfDate,
                codeVersion,
                configurationHash,
                contentHash,
                extracts,
                tables,
                checks,
                new TreeMap<>(others));
    }

    /** The manifest as the bytes of its file: keys in alphabetical order, the same manifest always the same bytes. */
    public byte[] json() {
        return Json.file(this);
    }

    /**
     * Reads the manifest of a release.
     *
     * @throws ReleaseException if the folder has none, or it cannot be understood
     */
    public static Manifest readFrom(Path releaseFolder) {
        Path file = releaseFolder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new ReleaseException("Could not open the release: no " + FILE_NAME + " (" + releaseFolder
                    + "); expected the folder of a published release. A folder without it is unfinished or something"
                    + " else; name one whose " + FILE_NAME + " exists.");
        }
        return Json.readFrom(file, Manifest.class, "open the release");
    }

    static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Manifest without " + what);
        }
    }

    private static void requireSha256(String what, String hash) {
        if (!SHA256.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "Manifest: " + what + " is '" + hash + "'; expected 64 hexadecimal digits");
        }
    }
}
