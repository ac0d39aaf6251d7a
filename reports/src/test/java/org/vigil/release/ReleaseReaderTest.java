package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseReaderTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Path folder;

    ReleaseReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void publishCounts() throws Exception {
        Files.createDirectory(folder.resolve("tables"));
        ParquetTables.write(SampleCounts.three(), folder.resolve("tables/counts.parquet"));
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest().json());
    }

    @Test
    void givesEveryColumnItsTypeAndKeepsMissingCellsMissing() {
        tech.tablesaw.api.Table counts = ReleaseReader.open(folder).table(CountsTable.TABLE);

        assertEquals(19, counts.columnCount());
        assertEquals(3, counts.rowCount());
        assertEquals("E09000001", counts.stringColumn("area_code").get(0));
        assertEquals(
                LocalDate.of(2023, 10, 1),
                counts.dateColumn("period_start_date").get(2));
        assertEquals(0L, counts.longColumn("incident_count").getLong(0));
        assertTrue(counts.longColumn("incident_count").isMissing(1));
        assertTrue(counts.booleanColumn("is_partial_period").get(1));
        assertEquals(12.3, counts.doubleColumn("incident_rate_per_100k").getDouble(2));
        assertTrue(counts.doubleColumn("incident_rate_per_100k").isMissing(1));
        assertTrue(counts.stringColumn("incident_rate_interval_method").isMissing(1));
    }

    @Test
    void readsOnlyTheColumnsAndRowsAskedFor() {
        tech.tablesaw.api.Table counts = ReleaseReader.open(folder)
                .table(
                        CountsTable.TABLE,
                        List.of(CountsTable.INCIDENT_COUNT, CountsTable.AREA_CODE),
                        Map.of(
                                CountsTable.COMMUNITY_CODE,
                                Set.of("jewish"),
                                CountsTable.AREA_CODE,
                                Set.of("E09000033", "E09000002")));

        assertEquals(List.of("incident_count", "area_code"), counts.columnNames());
        assertEquals(1, counts.rowCount());
        assertEquals(36L, counts.longColumn(0).getLong(0));
    }

    /** Pages that cannot hold a wanted row are not decoded; those of the columns do not begin at the same rows. */
    @Test
    void findsTheSameRowsInATableOfManyPages() throws Exception {
        Path file = folder.resolve("tables/counts.parquet");
        Files.delete(file);
        ParquetTables.write(SampleCounts.many(150_000, 20231007), file);
        ReleaseReader release = ReleaseReader.open(folder);
        List<Column> columns = List.of(
                CountsTable.PERIOD_START_DATE,
                CountsTable.INCIDENT_COUNT,
                CountsTable.RATE_PER_100K,
                CountsTable.AREA_CODE);
        Set<String> areas = Set.of("E09000001", "E09000030");
        Set<String> communities = Set.of("community-3", "community-39");
        tech.tablesaw.api.Table all = release.table(CountsTable.TABLE);
        tech.tablesaw.api.Table expected = all.where(all.stringColumn("area_code")
                        .isIn(areas)
                        .and(all.stringColumn("community_code").isIn(communities)))
                .selectColumns(columns.stream().map(Column::name).toArray(String[]::new));

        tech.tablesaw.api.Table found = release.table(
                CountsTable.TABLE,
                columns,
                Map.of(CountsTable.AREA_CODE, areas, CountsTable.COMMUNITY_CODE, communities));

        assertTrue(found.rowCount() > 400, () -> found.rowCount() + " rows");
        assertEquals(expected.printAll(), found.printAll());
    }

    @Test
    void opensTheReleaseThatIsTheLatest() throws Exception {
        Path audience = folder.resolveSibling(folder.getFileName() + "-audience");
        Files.createDirectory(audience);
        Files.move(folder, audience.resolve("2024-01-07_0123456789ab"));
        Files.write(
                audience.resolve(LatestRelease.FILE_NAME),
                new LatestRelease("2024-01-07_0123456789ab", LocalDate.of(2024, 1, 7)).json());

        assertTrue(ReleaseReader.openLatest(audience).has(CountsTable.TABLE));
    }

    @Test
    void refusesAFolderWithoutAManifest() throws Exception {
        Files.delete(folder.resolve(Manifest.FILE_NAME));

        ReleaseException e = assertThrows(ReleaseException.class, () -> ReleaseReader.open(folder));

        assertEquals(
                "Could not open the release: no manifest.json (" + folder
                        + "); expected the folder of a published release. A folder without it is unfinished or"
                        + " something else; name one whose manifest.json exists.",
                e.getMessage());
    }

    @Test
    void refusesADamagedManifest() throws Exception {
        Path file = Files.writeString(folder.resolve(Manifest.FILE_NAME), "{\n\"audience\": \"restri");

        ReleaseException e = assertThrows(ReleaseException.class, () -> ReleaseReader.open(folder));

        assertEquals(
                "Could not open the release: manifest.json is damaged near line 2 (" + file
                        + "); expected the file as it was published. Make the release again or restore the file.",
                e.getMessage());
    }

    @Test
    void saysWhichTablesThereAreWhenOneIsNotInTheRelease() {
        ReleaseReader reader = ReleaseReader.open(folder);

        assertFalse(reader.has(QualityTable.TABLE));
        ReleaseException e = assertThrows(ReleaseException.class, () -> reader.table(QualityTable.TABLE));
        assertEquals(
                "Could not read table quality: this release does not have it (" + folder
                        + "); expected one of counts. Choose another table or another release.",
                e.getMessage());
    }

    @Test
    void refusesAFileWhoseColumnsAreNotThoseDeclared() throws Exception {
        Table declared = new Table(
                "counts",
                "Title",
                "grain",
                List.of(),
                List.of(CountsTable.SOURCE_CODE, Column.count("other_count", "incidents", "Other", "")));

        ReleaseException e = assertThrows(
                ReleaseException.class, () -> ReleaseReader.open(folder).table(declared));

        assertTrue(e.getMessage().startsWith("Could not read table counts: its columns are "), e.getMessage());
        assertTrue(
                e.getMessage()
                        .endsWith("; expected required binary source_code (STRING), required int64 other_count."
                                + " Read it with the version of the program that published it."),
                e.getMessage());
    }

    @Test
    void readsTheColumnsThatAreAsDeclaredOfATableThatHasOthers() {
        Table declared = new Table(
                "counts",
                "Title",
                "grain",
                List.of(),
                List.of(CountsTable.SOURCE_CODE, Column.count("other_count", "incidents", "Other", "")));

        assertEquals(
                3,
                ReleaseReader.open(folder)
                        .table(declared, List.of(CountsTable.SOURCE_CODE))
                        .rowCount());
    }

    @Test
    void refusesADamagedTable() throws Exception {
        Path file = Files.writeString(folder.resolve("tables/counts.parquet"), "not a table file");

        ReleaseException e = assertThrows(
                ReleaseException.class, () -> ReleaseReader.open(folder).table(CountsTable.TABLE));

        assertEquals(
                "Could not read table counts: its file is damaged (" + file
                        + "); expected the file as it was published. Make the release again or restore the file.",
                e.getMessage());
    }

    private static Manifest manifest() {
        return new Manifest(
                "2024-01-07_0123456789ab",
                Audience.RESTRICTED,
                Protection.NONE,
                "Restricted, not for publication",
                LocalDate.of(2024, 1, 7),
                "0.1.0",
                HASH,
                HASH,
                List.of(),
                List.of(new Manifest.TableEntry("counts", 3, HASH, 1)),
                List.of(),
                new TreeMap<>());
    }
}
