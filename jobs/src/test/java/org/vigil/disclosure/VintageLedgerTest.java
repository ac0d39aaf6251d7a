package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.incident.Hmac;
import org.vigil.release.Audience;
import org.vigil.release.Manifest;
import org.vigil.release.Protection;
import org.vigil.storage.StorageFolder;

class VintageLedgerTest {
    private static final SeriesName SERIES = SeriesName.of("met", "occurred", "crime", "E09000003", "jewish");
    private static final DrawnCell MARCH = new DrawnCell(SERIES, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31));
    private static final VintageLedger.DrawCheck SAFE = vintages -> true;

    private static final DrawEpoch FIRST = new DrawEpoch(1, "0a".repeat(16));

    private final VintageLedger ledger = ledger();

    private static VintageLedger ledger() {
        return new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
    }

    /** What is published of March on a day on which it holds so many incidents; empty before the first vintage. */
    private Optional<Long> march(String day, long count) {
        return ledger.standing(
                        MARCH,
                        VintageSchedule.MONTHS,
                        LocalDate.parse(day),
                        () -> new ExactCell(count, count * 77),
                        SAFE)
                .flatMap(VintageLedger.Standing::count)
                .map(ProtectedCount::value);
    }

    @Test
    void nothingIsPublishedBeforeTheFirstVintage() {
        assertEquals(Optional.empty(), march("2025-05-11", 20));
        assertTrue(ledger.additions().isEmpty());
    }

    @Test
    void aCellIsDrawnOnceAVintageWhateverArrivesInBetween() {
        List<Optional<Long>> published = new ArrayList<>();
        for (int week = 0; week < 19; week++) {
            published.add(march(LocalDate.of(2025, 5, 12).plusWeeks(week).toString(), 20 + week));
        }

        assertEquals(1, published.stream().distinct().count());
        assertEquals(1, ledger.additions().entries().size());

        march("2025-09-29", 40);
        march("2026-03-30", 41);
        march("2030-01-07", 99);

        assertEquals(
                List.of(1, 2, 3),
                ledger.additions().entries().stream()
                        .map(VintageLedger.Entry::vintage)
                        .toList());
    }

    @Test
    void theLastVintageIsTheOneForEver() {
        Optional<Long> last = march("2027-01-04", 30);

        assertEquals(last, march("2031-01-06", 300));
        assertTrue(ledger.standing(MARCH, VintageSchedule.MONTHS, LocalDate.of(2031, 1, 6))
                .orElseThrow()
                .count()
                .orElseThrow()
                .isFinal());
    }

    @Test
    void anEarlierDayShowsWhatWasPublishedThenAndDrawsNothing() {
        Optional<Long> first = march("2025-05-12", 20);
        march("2026-03-30", 60);

        assertEquals(first, march("2025-10-06", 60));
        assertEquals(2, ledger.additions().entries().size());
    }

    @Test
    void whatWasPublishedStandsInTheNextRun(@TempDir Path folder) {
        Optional<Long> before = march("2025-05-12", 20);
        ledger.decide(SERIES, 2024, PublicGrain.MONTH);
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        store.keep(ledger, FIRST);

        VintageLedger next = ledger();
        store.recallTo(next);

        Optional<Long> after = next.standing(
                        MARCH,
                        VintageSchedule.MONTHS,
                        LocalDate.of(2025, 6, 2),
                        () -> {
                            throw new AssertionError("asked for the exact count of a cell that stands");
                        },
                        SAFE)
                .flatMap(VintageLedger.Standing::count)
                .map(ProtectedCount::value);
        assertEquals(before, after);
        assertEquals(Optional.of(PublicGrain.MONTH), next.findGrain(SERIES, 2024));
        assertTrue(next.additions().isEmpty());
    }

    @Test
    void aDrawThatGivesSomebodyAwayLeavesTheValueOfBefore() {
        Optional<Long> first = march("2025-05-12", 20);

        Optional<Long> second = ledger.standing(
                        MARCH,
                        VintageSchedule.MONTHS,
                        LocalDate.of(2025, 9, 29),
                        () -> new ExactCell(60, 5),
                        vintages -> vintages.size() < 2)
                .flatMap(VintageLedger.Standing::count)
                .map(ProtectedCount::value);

        assertEquals(first, second);
    }

    @Test
    void aCellWhoseFirstDrawGivesSomebodyAwayIsHiddenForEver() {
        for (String day : List.of("2025-05-12", "2025-09-29", "2026-03-30")) {
            Optional<VintageLedger.Standing> standing = ledger.standing(
                    MARCH,
                    VintageSchedule.MONTHS,
                    LocalDate.parse(day),
                    () -> new ExactCell(1, 5),
                    vintages -> vintages.get(0).vintage() > 1);
            assertEquals(Optional.empty(), standing.orElseThrow().count(), day);
        }
    }

    @Test
    void whatWasDrawnIsNewUntilAReleaseHasShownIt() {
        march("2025-05-12", 20);
        VintageLedger next = ledger();
        next.recall(ledger.additions());

        next.continueFrom(0);
        assertTrue(next.isNew(MARCH), "drawn by a run that published nothing");
        next.continueFrom(ledger.figures());
        assertFalse(next.isNew(MARCH));
    }

    @Test
    void aLedgerThatKnowsLessThanAReleaseSaysIsRefused() {
        march("2025-05-12", 20);
        march("2025-09-29", 24);
        Manifest newest = manifest(LedgerCheck.of(ledger.figures()));
        VintageLedger old = ledger();
        old.recall(new VintageLedger.Additions(ledger.additions().entries().subList(0, 1), List.of()));

        LedgerCheck.require(ledger.figures(), newest);

        assertEquals(
                "No public release was made: the ledger of what was published holds 1 entries, and release 2025-09-29_0 was made of 2; expected at least as many, or"
                        + " something would be published twice. Restore the newest ledger from a backup of the store.",
                assertThrows(DisclosureException.class, () -> LedgerCheck.require(old.figures(), newest))
                        .getMessage());
    }

    private static Manifest manifest(Manifest.CheckEntry check) {
        return new Manifest(
                "2025-09-29_0",
                Audience.PUBLIC,
                Protection.NONE,
                "marking",
                LocalDate.of(2025, 9, 29),
                "1",
                "0".repeat(64),
                "0".repeat(64),
                List.of(),
                List.of(),
                List.of(check),
                new TreeMap<>());
    }

    @Test
    void aFigureThatTheTableNeverGivesIsRefused() {
        VintageLedger.Entry one = new VintageLedger.Entry(MARCH, 1, 2, LocalDate.of(2025, 5, 12));

        assertThrows(
                IllegalArgumentException.class,
                () -> ledger().recall(new VintageLedger.Additions(List.of(one), List.of())));
    }

    @Test
    void aGrainIsDecidedOnce() {
        ledger.decide(SERIES, 2024, PublicGrain.MONTH);

        assertThrows(IllegalStateException.class, () -> ledger.decide(SERIES, 2024, PublicGrain.YEAR));
    }

    @Test
    void aCellThatSharesDaysWithAnotherIsNeverDrawn() {
        march("2025-05-12", 20);
        DrawnCell overlapping = new DrawnCell(SERIES, LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30));

        Optional<VintageLedger.Standing> standing = ledger.standing(
                overlapping,
                VintageSchedule.MONTHS,
                LocalDate.of(2025, 9, 1),
                () -> {
                    throw new AssertionError("asked for the exact count of days that are in another cell");
                },
                SAFE);

        assertEquals(Optional.empty(), standing.orElseThrow().count());
        assertEquals(1, ledger.additions().entries().size());
        assertFalse(ledger.isFree(overlapping));
        assertTrue(ledger.isFree(MARCH));
    }

    @Test
    void windowsOfDifferentEventsShareNoDays() {
        DrawnCell first =
                new DrawnCell(SERIES.by(SeriesName.WINDOW, "a"), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 28));
        ledger.standing(first, VintageSchedule.WINDOWS, LocalDate.of(2025, 5, 12), () -> new ExactCell(20, 5), SAFE);

        assertFalse(ledger.isFree(
                new DrawnCell(SERIES.by(SeriesName.WINDOW, "b"), LocalDate.of(2025, 3, 28), LocalDate.of(2025, 4, 3))));
        assertTrue(ledger.isFree(
                new DrawnCell(SERIES.by(SeriesName.WINDOW, "b"), LocalDate.of(2025, 3, 29), LocalDate.of(2025, 4, 4))));
        assertTrue(ledger.isFree(MARCH));
    }

    @Test
    void aDamagedFileStopsTheRelease(@TempDir Path folder) throws Exception {
        march("2025-05-12", 20);
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        store.keep(ledger, FIRST);
        Path file = folder.resolve("ledger/r00000001.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertEquals(
                "No public release was made: the ledger of what was published is damaged (r00000001.gz); expected the file as it was written. Restore it from a backup of the"
                        + " store: without it a public release could give away what earlier ones protect.",
                assertThrows(DisclosureException.class, () -> store.recallTo(ledger()))
                        .getMessage());
    }

    @Test
    void aMissingFileStopsTheRelease(@TempDir Path folder) throws Exception {
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        march("2025-05-12", 20);
        store.keep(ledger, FIRST);
        Files.move(folder.resolve("ledger/r00000001.gz"), folder.resolve("ledger/r00000002.gz"));

        assertEquals(
                "No public release was made: the ledger of what was published has no file r00000001.gz ("
                        + folder.resolve("ledger")
                        + "); expected every number up to the last. Restore it from a backup of the store.",
                assertThrows(DisclosureException.class, () -> store.recallTo(ledger()))
                        .getMessage());
    }

    @Test
    void theLedgerSaysUnderWhichKeyFiguresAreDrawn(@TempDir Path folder) {
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        DrawEpoch second = new DrawEpoch(2, "0b".repeat(16));
        assertEquals(Optional.empty(), store.findEpoch());
        assertFalse(store.moveTo(second));
        assertEquals(Optional.empty(), store.findEpoch());
        Optional<Long> before = march("2025-05-12", 20);
        store.keep(ledger, FIRST);
        assertEquals(Optional.of(FIRST), store.findEpoch());

        assertTrue(store.moveTo(second));
        assertFalse(store.moveTo(second));

        assertEquals(Optional.of(second), store.findEpoch());
        VintageLedger next = ledger();
        store.recallTo(next);
        assertEquals(
                before,
                next.standing(MARCH, VintageSchedule.MONTHS, LocalDate.of(2025, 6, 2))
                        .flatMap(VintageLedger.Standing::count)
                        .map(ProtectedCount::value));
    }

    @Test
    void aLedgerOfTheFormBeforeSaysNoKeyAndIsReadAllTheSame(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("ledger"));
        Path file = folder.resolve("ledger/r00000001.gz");
        write(file, "vigil-ledger 1", "grain,met,occurred,crime,E09000003,jewish,,,2024,month", "end,1");
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        VintageLedger next = ledger();

        store.recallTo(next);

        assertEquals(Optional.of(PublicGrain.MONTH), next.findGrain(SERIES, 2024));
        assertEquals(Optional.empty(), store.findEpoch());
        assertTrue(store.moveTo(FIRST));
        assertEquals(Optional.of(FIRST), store.findEpoch());
        // A line of the key that is none stops the release.
        for (String line : List.of("keys,0," + FIRST.check(), "keys,1,0a", "grain,1," + FIRST.check(), "keys,1")) {
            write(file, "vigil-ledger 2", line, "end,1");
            Files.deleteIfExists(folder.resolve("ledger/r00000002.gz"));
            assertThrows(DisclosureException.class, store::findEpoch, line);
        }
    }

    private static void write(Path file, String... lines) throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
