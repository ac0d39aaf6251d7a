package org.vigil.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Audience;
import org.vigil.release.CodesTable;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseFiles;
import org.vigil.release.ReleaseReader;
import org.vigil.release.SourcesTable;
import org.vigil.release.TableRows;

class ReleasePublisherTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final LocalDate SUNDAY = LocalDate.of(2024, 1, 7);
    private static final Instant NOW = Instant.parse("2024-01-08T06:00:00Z");

    private final Path releases;
    private final Path restricted;
    private final ReleasePublisher publisher;

    ReleasePublisherTest(@TempDir Path folder) {
        releases = folder.resolve("releases");
        restricted = releases.resolve("restricted");
        publisher = new ReleasePublisher(releases, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void publishesAReleaseThatReadsBackAndIsTheLatest() throws Exception {
        PublishedRelease release = publisher.publish(content(SUNDAY, "school"), this::report);

        assertFalse(release.alreadyPublished());
        assertTrue(
                release.folder().getFileName().toString().matches("2024-01-07_[0-9a-f]{12}"),
                release.folder().toString());
        assertEquals(
                List.of(
                        "csv/codes.csv",
                        "csv/sources.csv",
                        "datapackage.json",
                        "dictionary.md",
                        "manifest.json",
                        "reports/report.html",
                        "tables/codes.parquet",
                        "tables/sources.parquet"),
                List.copyOf(ReleaseFiles.in(release.folder()).keySet()));
        ReleaseReader latest = ReleaseReader.openLatest(restricted);
        latest.requireIntact();
        assertEquals(release.manifest(), latest.manifest());
        assertEquals(
                "school", latest.table(CodesTable.TABLE).stringColumn("code").get(0));
        assertEquals(List.of(release.folder()), foldersIn(restricted));
    }

    @Test
    void letsTheReportReadTheStagedRelease() throws Exception {
        PublishedRelease release = publisher.publish(content(SUNDAY, "school"), staged -> {
            ReleaseReader reader = ReleaseReader.open(staged);
            Files.writeString(
                    staged.resolve("rows.txt"),
                    reader.manifest().releaseId() + " "
                            + reader.table(CodesTable.TABLE).rowCount());
        });

        assertEquals(
                release.manifest().releaseId() + " 1",
                Files.readString(release.folder().resolve("rows.txt")));
    }

    @Test
    void givesTheSameBytesInAnotherPlace() throws Exception {
        PublishedRelease here = publisher.publish(content(SUNDAY, "school"), this::report);
        PublishedRelease there = new ReleasePublisher(releases.resolveSibling("elsewhere"), Clock.systemUTC())
                .publish(content(SUNDAY, "school"), this::report);

        assertEquals(bytes(here.folder()), bytes(there.folder()));
    }

    @Test
    void changesNothingWhenTheSameReleaseIsPublishedAgain() throws Exception {
        PublishedRelease first = publisher.publish(content(SUNDAY, "school"), this::report);
        SortedMap<String, FileTime> before = times(restricted);

        PublishedRelease second = publisher.publish(content(SUNDAY, "school"), staged -> {
            throw new IOException("the report is not made again");
        });

        assertTrue(second.alreadyPublished());
        assertEquals(first.folder(), second.folder());
        assertEquals(first.manifest(), second.manifest());
        assertEquals(before, times(restricted));
    }

    @Test
    void namesAReleaseAfterItsTablesItsConfigurationAndItsCode() {
        List<ReleaseContent> contents = List.of(
                content(SUNDAY, "school"),
                content(SUNDAY, "shop"),
                with(content(SUNDAY, "school"), "0.2.0", HASH),
                with(content(SUNDAY, "school"), "0.1.0", HASH.replace('0', '1')));

        long names = contents.stream()
                .map(content ->
                        publisher.publish(content, this::report).manifest().releaseId())
                .distinct()
                .count();

        assertEquals(4, names);
    }

    @Test
    void leavesTheLastReleaseAloneWhenTheReportFails() throws Exception {
        publisher.publish(content(SUNDAY, "school"), this::report);
        Map<String, String> before = bytes(restricted);

        RuntimeException e = assertThrows(
                IllegalStateException.class,
                () -> publisher.publish(content(SUNDAY.plusDays(7), "shop"), staged -> {
                    report(staged);
                    throw new IllegalStateException("killed in the middle");
                }));

        assertEquals("killed in the middle", e.getMessage());
        assertEquals(before, bytes(restricted));
        assertEquals(1, foldersIn(restricted).size());
    }

    @Test
    void saysInOneSentenceThatTheDiskIsFull() {
        for (ReportStep full : List.<ReportStep>of(
                staged -> {
                    throw new IOException("No space left on device");
                },
                staged -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                })) {
            ReleaseException e =
                    assertThrows(ReleaseException.class, () -> publisher.publish(content(SUNDAY, "school"), full));

            assertEquals(
                    "Could not publish the release: the disk is full; expected room for the whole release. Free some"
                            + " space or choose another location (" + restricted + ").",
                    e.getMessage());
        }
    }

    @Test
    void saysInOneSentenceThatAFileStandsInTheWay() throws Exception {
        Files.writeString(releases, "a file");

        ReleaseException e =
                assertThrows(ReleaseException.class, () -> publisher.publish(content(SUNDAY, "school"), this::report));

        assertEquals(
                "Could not publish the release: a file stands where a folder is needed. Choose another location ("
                        + restricted + ").",
                e.getMessage());
    }

    @Test
    void refusesAReportThatChangesATable() {
        ReleaseException e = assertThrows(
                ReleaseException.class,
                () -> publisher.publish(
                        content(SUNDAY, "school"),
                        staged -> Files.writeString(staged.resolve("tables/codes.parquet"), "other")));

        assertTrue(
                e.getMessage().contains("is not as its manifest says: tables/codes.parquet has another checksum ("),
                e.getMessage());
        assertEquals(List.of(), foldersIn(restricted));
    }

    @Test
    void refusesToTakeADamagedReleaseForTheSame() throws Exception {
        Path folder = publisher.publish(content(SUNDAY, "school"), this::report).folder();
        Files.delete(folder.resolve("csv/codes.csv"));
        Files.writeString(folder.resolve("notes.txt"), "added by hand");

        ReleaseException e =
                assertThrows(ReleaseException.class, () -> publisher.publish(content(SUNDAY, "school"), this::report));

        assertEquals(
                "Release " + folder.getFileName() + " is not as its manifest says: csv/codes.csv is missing, notes.txt"
                        + " is not listed (" + folder + "); expected the files as they were published. Move the folder"
                        + " away and publish again.",
                e.getMessage());
    }

    @Test
    void publishesNothingWhenACheckFailed() {
        ReleaseContent content = new ReleaseContent(
                Audience.RESTRICTED,
                SUNDAY,
                "Restricted, not for publication",
                "0.1.0",
                HASH,
                List.of(codes("school")),
                List.of(),
                List.of(new Manifest.CheckEntry("conservation", false, "10 read, 9 accounted for")));

        ReleaseException e = assertThrows(ReleaseException.class, () -> publisher.publish(content, this::report));

        assertEquals(
                "Could not publish the release: a check failed (conservation: 10 read, 9 accounted for); expected every"
                        + " check to hold. Look at the findings, correct the extract or the configuration, and run"
                        + " again.",
                e.getMessage());
        assertFalse(Files.exists(releases));
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        Path folder = publisher.publish(content(SUNDAY, "school"), this::report).folder();

        assertEquals("rwx------", permissions(restricted));
        assertEquals("rwx------", permissions(folder.resolve("tables")));
        assertEquals("rw-------", permissions(folder.resolve("reports/report.html")));
        assertEquals("rw-------", permissions(restricted.resolve(LatestRelease.FILE_NAME)));
    }

    @Test
    void isReadableByEveryoneWhereEverySourceIsPublicAlready() throws Exception {
        Path folder = publisher
                .publish(content(SUNDAY, codes("school"), sources(true, true)), this::report)
                .folder();

        assertEquals("rwxr-xr-x", permissions(folder));
        assertEquals("rw-r--r--", permissions(folder.resolve("tables/codes.parquet")));
    }

    @Test
    void isReadableByItsOwnerOnlyWhereOneSourceIsNotPublic() throws Exception {
        Path folder = publisher
                .publish(content(SUNDAY, codes("school"), sources(true, false)), this::report)
                .folder();

        assertEquals("rwx------", permissions(folder));
    }

    @Test
    void keepsALaterReleaseAsTheLatest() {
        PublishedRelease later = publisher.publish(content(SUNDAY.plusDays(7), "shop"), this::report);
        publisher.publish(content(SUNDAY, "school"), this::report);

        assertEquals(
                later.manifest().releaseId(), LatestRelease.readFrom(restricted).releaseId());
    }

    @Test
    void pointsToTheLastOfTwoReleasesOfTheSameDay() {
        PublishedRelease first = publisher.publish(content(SUNDAY, "school"), this::report);
        publisher.publish(content(SUNDAY, "shop"), this::report);
        PublishedRelease again = publisher.publish(content(SUNDAY, "school"), this::report);

        assertTrue(again.alreadyPublished());
        assertEquals(
                first.manifest().releaseId(), LatestRelease.readFrom(restricted).releaseId());
    }

    @Test
    void sweepsWhatDeadRunsLeftButNotWhatARunIsBuilding() throws Exception {
        Path dead = Files.createDirectories(restricted.resolve(".staging-1"));
        Files.writeString(dead.resolve("half"), "written");
        Path alive = Files.createDirectories(restricted.resolve(".staging-2"));
        Files.setLastModifiedTime(dead, FileTime.from(NOW.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(alive, FileTime.from(NOW.minus(Duration.ofHours(23))));

        publisher.publish(content(SUNDAY, "school"), this::report);

        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(alive));
    }

    private void report(Path staged) throws IOException {
        Files.writeString(Files.createDirectory(staged.resolve("reports")).resolve("report.html"), "<p>Report</p>");
    }

    private static ReleaseContent content(LocalDate asOf, String code) {
        return content(asOf, codes(code), sources(false));
    }

    private static ReleaseContent content(LocalDate asOf, TableRows... tables) {
        return new ReleaseContent(
                Audience.RESTRICTED,
                asOf,
                "Restricted, not for publication",
                "0.1.0",
                HASH,
                List.of(tables),
                List.of(new Manifest.ExtractEntry(
                        "s-1", "s", "extract.csv", HASH, 10, new TreeMap<>(Map.of("accepted", 10L)))),
                List.of(new Manifest.CheckEntry("conservation", true, "10 read = 10 accepted")));
    }

    private static ReleaseContent with(ReleaseContent content, String codeVersion, String configurationHash) {
        return new ReleaseContent(
                content.audience(),
                content.asOfDate(),
                content.marking(),
                codeVersion,
                configurationHash,
                content.tables(),
                content.extracts(),
                content.checks());
    }

    private static TableRows codes(String code) {
        TableRows rows = new TableRows(CodesTable.TABLE);
        rows.column(CodesTable.CODE_LIST).addText("location_type");
        rows.column(CodesTable.CODE).addText(code);
        rows.column(CodesTable.CODE_LABEL).addText("Label of " + code);
        rows.column(CodesTable.DEFINITION).addText("Meaning of " + code);
        return rows;
    }

    private static TableRows sources(boolean... isPublic) {
        TableRows rows = new TableRows(SourcesTable.TABLE);
        for (int row = 0; row < isPublic.length; row++) {
            for (org.vigil.release.Column column : SourcesTable.TABLE.columns()) {
                TableRows.Cells cells = rows.column(column);
                if (column.equals(SourcesTable.IS_ALREADY_PUBLIC)) {
                    cells.addBoolean(isPublic[row]);
                } else if (column.isNullable()) {
                    cells.addEmpty();
                } else {
                    switch (column.type()) {
                        case TEXT -> cells.addText(column.name() + row);
                        case DATE -> cells.addDate(SUNDAY);
                        case BOOLEAN -> cells.addBoolean(false);
                        case INTEGER -> cells.addInteger(row);
                        case DECIMAL -> cells.addDecimal(row);
                    }
                }
            }
        }
        return rows;
    }

    private static List<Path> foldersIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> bytes(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : ReleaseFiles.in(folder).entrySet()) {
            hashes.put(file.getKey(), ReleaseFiles.entry(file.getValue()).sha256());
        }
        return hashes;
    }

    private static SortedMap<String, FileTime> times(Path folder) throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        for (Map.Entry<String, Path> file : ReleaseFiles.in(folder).entrySet()) {
            times.put(file.getKey(), Files.getLastModifiedTime(file.getValue()));
        }
        return times;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
