package org.vigil.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads the tables of a published release as Tablesaw tables.
 *
 * <p>Text, whole number, decimal, date and boolean columns become string, long, double, date and boolean columns; an empty cell is missing.
 * Rows come in key order. Nothing but the release folder is needed.
 */
public final class ReleaseReader {
    private final Path folder;
    private final Manifest manifest;

    private ReleaseReader(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens a release folder.
     *
     * @throws ReleaseException if the folder has no readable manifest
     */
    public static ReleaseReader open(Path releaseFolder) {
        return new ReleaseReader(releaseFolder, Manifest.readFrom(releaseFolder));
    }

    /**
     * Opens the release that {@code latest.json} in the folder of an audience names.
     *
     * @throws ReleaseException if nothing has been published there
     */
    public static ReleaseReader openLatest(Path audienceFolder) {
        return open(
                audienceFolder.resolve(LatestRelease.readFrom(audienceFolder).releaseId()));
    }

    /** What the release says about itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The folder of the release. */
    public Path folder() {
        return folder;
    }

    /**
     * A text for readers that stands in the release, by the name of its file.
     *
     * @throws ReleaseException if it cannot be read
     */
    public Optional<Explanation> findExplanation(String fileName) {
        Path file = folder.resolve(fileName);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Explanation.parse(Files.readString(file)));
        } catch (IOException e) {
            throw ReleaseException.failed("read " + fileName, file, e);
        } catch (IllegalArgumentException e) {
            throw new ReleaseException("Could not read " + fileName + ": it is not as it was written (" + file
                    + "); expected the file as it was published. Make the release again or restore the file.");
        }
    }

    /** Whether this release has the table; a release leaves out what its audience may not see. */
    public boolean has(Table table) {
        return manifest.findTable(table).isPresent();
    }

    /**
     * All rows and columns of a table.
     *
     * @throws ReleaseException if the release does not have the table, or its columns are not those declared
     */
    public tech.tablesaw.api.Table table(Table table) {
        return table(table, table.columns());
    }

    /** All rows, and of the columns only those given, in the order given. */
    public tech.tablesaw.api.Table table(Table table, List<Column> columns) {
        return table(table, columns, Map.of());
    }

    /**
     * Rows whose cells hold one of the given texts in every column of {@code filter}, and of the columns only those given.
     *
     * @param filter text columns of the table, each with the texts to keep; an empty cell is never kept
     */
    public tech.tablesaw.api.Table table(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        columns.forEach(table::indexOf);
        filter.keySet().forEach(column -> requireText(table, column));
        Path file = file(table);
        List<ColumnFilling> fillings = columns.stream().map(ColumnFilling::of).toList();
        Set<Column> wanted = new LinkedHashSet<>(columns);
        wanted.addAll(filter.keySet());
        try (ParquetFileReader reader = ParquetTables.open(file, filter)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            requireDeclared(table, wanted, schema, file);
            reader.setRequestedSchema(wanted.stream()
                    .map(column -> schema.getColumnDescription(new String[] {column.name()}))
                    .toList());
            for (PageReadStore rows = reader.readNextFilteredRowGroup();
                    rows != null;
                    rows = reader.readNextFilteredRowGroup()) {
                boolean[] kept = new boolean[Math.toIntExact(rows.getRowCount())];
                Arrays.fill(kept, true);
                Map<Column, DecodedCells> cells = new HashMap<>();
                for (Map.Entry<Column, Set<String>> wantedTexts : filter.entrySet()) {
                    DecodedCells texts = decode(rows, schema, wantedTexts.getKey(), kept);
                    texts.keepOnly(wantedTexts.getValue(), kept);
                    cells.put(wantedTexts.getKey(), texts);
                }
                for (Column column : columns) {
                    if (!cells.containsKey(column)) {
                        cells.put(column, decode(rows, schema, column, kept));
                    }
                }
                for (int i = 0; i < fillings.size(); i++) {
                    fillings.get(i).append(decoded(cells, columns.get(i)), kept);
                }
            }
        } catch (ReleaseException e) {
            throw e;
        } catch (IOException e) {
            throw ReleaseException.failed("read table " + table.name(), file, e);
        } catch (RuntimeException e) {
            throw new ReleaseException("Could not read table " + table.name() + ": its file is damaged (" + file
                    + "); expected the file as it was published. Make the release again or restore the file.");
        }
        return tech.tablesaw.api.Table.create(
                table.name(), fillings.stream().<tech.tablesaw.columns.Column<?>>map(ColumnFilling::column));
    }

    /**
     * Checks that the folder holds what the manifest says, byte for byte: every file with its checksum, every table with its rows, nothing
     * else.
     *
     * @throws ReleaseException naming every file that is missing, damaged or not listed
     */
    public void requireIntact() {
        SortedMap<String, String> expected = new TreeMap<>();
        manifest.files().forEach((path, entry) -> expected.put(path, entry.sha256()));
        manifest.tables().forEach(entry -> expected.put(entry.path(), entry.sha256()));
        List<String> faults = new ArrayList<>();
        try {
            SortedMap<String, Path> found = ReleaseFiles.in(folder);
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                Path file = found.remove(entry.getKey());
                if (file == null) {
                    faults.add(entry.getKey() + " is missing");
                } else if (!FileHash.sha256(file).equals(entry.getValue())) {
                    faults.add(entry.getKey() + " has another checksum");
                }
            }
            found.remove(Manifest.FILE_NAME);
            found.keySet().forEach(path -> faults.add(path + " is not listed"));
            if (faults.isEmpty()) {
                for (Manifest.TableEntry entry : manifest.tables()) {
                    long rowCount = ParquetTables.rowCount(folder.resolve(entry.path()));
                    if (rowCount != entry.rowCount()) {
                        faults.add(entry.path() + " has " + rowCount + " rows instead of " + entry.rowCount());
                    }
                }
            }
        } catch (IOException e) {
            throw ReleaseException.failed("check release " + manifest.releaseId(), folder, e);
        }
        if (!faults.isEmpty()) {
            throw new ReleaseException("Release " + manifest.releaseId() + " is not as its manifest says: "
                    + String.join(", ", faults) + " (" + folder
                    + "); expected the files as they were published. Move the folder away and publish again.");
        }
    }

    /**
     * Checks that the file of a table is the one that was published.
     *
     * @throws ReleaseException if the release does not have the table, or its file is gone or has another checksum
     */
    public void requireIntact(Table table) {
        Path file = file(table);
        try {
            if (!FileHash.sha256(file)
                    .equals(manifest.findTable(table).orElseThrow().sha256())) {
                throw new ReleaseException("Could not read table " + table.name()
                        + ": its file has another checksum than the manifest lists (" + file
                        + "); expected the file as it was published. Make the release again or restore the file.");
            }
        } catch (IOException e) {
            throw ReleaseException.failed("read table " + table.name(), file, e);
        }
    }

    private static DecodedCells decode(PageReadStore rows, MessageType schema, Column column, boolean[] kept) {
        return DecodedCells.of(rows, schema, schema.getColumnDescription(new String[] {column.name()}), kept);
    }

    private static DecodedCells decoded(Map<Column, DecodedCells> cells, Column column) {
        return Objects.requireNonNull(cells.get(column));
    }

    private static void requireText(Table table, Column column) {
        table.indexOf(column);
        if (column.type() != ColumnType.TEXT) {
            throw new IllegalArgumentException("Rows of table " + table.name() + " are chosen by text columns; "
                    + column.name() + " holds " + column.type());
        }
    }

    private Path file(Table table) {
        Manifest.TableEntry entry = manifest.findTable(table)
                .orElseThrow(() -> new ReleaseException("Could not read table " + table.name()
                        + ": this release does not have it (" + folder + "); expected one of "
                        + manifest.tables().stream()
                                .map(Manifest.TableEntry::name)
                                .collect(Collectors.joining(", "))
                        + ". Choose another table or another release."));
        Path file = folder.resolve(entry.path());
        if (!Files.isRegularFile(file)) {
            throw new ReleaseException("Could not read table " + table.name() + ": its file is gone (" + file
                    + "); expected the file as it was published. Make the release again or restore the file.");
        }
        return file;
    }

    /** Only the columns that are read must be there as declared, so that a table that has gained a column since can still be read. */
    private static void requireDeclared(Table table, Set<Column> wanted, MessageType found, Path file) {
        MessageType declared = ParquetTables.schema(table);
        boolean isDeclared = wanted.stream()
                .allMatch(column -> found.containsField(column.name())
                        && found.getType(column.name()).equals(declared.getType(column.name())));
        if (!isDeclared) {
            throw new ReleaseException("Could not read table " + table.name() + ": its columns are "
                    + columns(found) + " (" + file + "); expected " + columns(declared)
                    + ". Read it with the version of the program that published it.");
        }
    }

    private static String columns(MessageType schema) {
        return schema.getFields().stream().map(Type::toString).collect(Collectors.joining(", "));
    }
}
