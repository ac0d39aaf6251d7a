package org.vigil.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;

/** Two releases side by side. */
final class ReleaseDifferenceTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final ReleaseReader first;
    private final ReleaseReader second;

    ReleaseDifferenceTest(@TempDir Path folder) {
        first = ReleaseReader.open(vintage(1)
                .cell("ALL", "all", "iso_week", MONDAY, 5L, "[p]")
                .cell("ALL", "all", "month", MONDAY.withDayOfMonth(1), 40L, "[p]")
                .cell("ALL", "jewish", "iso_week", MONDAY, 3L, "[p]")
                .cell("one", "all", "iso_week", MONDAY, null, "[x]")
                .cell("one", "jewish", "iso_week", MONDAY, 2L, "[p]")
                .cell("two", "jewish", "iso_week", MONDAY, null, "[x]")
                .publishWithoutRevisions(folder)
                .folder());
        second = ReleaseReader.open(vintage(2)
                .ofExtract("f".repeat(64))
                .cell("ALL", "all", "iso_week", MONDAY, 5L, "")
                .cell("ALL", "all", "month", MONDAY.withDayOfMonth(1), 31L, "[p]")
                .cell("ALL", "jewish", "iso_week", MONDAY, 4L, "[p]")
                .cell("one", "all", "iso_week", MONDAY, 1L, "")
                .cell("two", "jewish", "iso_week", MONDAY, null, "[x]")
                .publishWithoutRevisions(folder)
                .folder());
    }

    private static MadeUpVintage vintage(int weeks) {
        LocalDate asOf = MONDAY.plusWeeks(weeks);
        return new MadeUpVintage(asOf, LocalDate.of(2024, 1, 1), asOf.minusDays(1));
    }

    @Test
    void namesEveryCellThatDiffersAndInWhat() {
        assertEquals("""
                ALL all iso_week STATUS_CHANGED 5 [p] > 5
                ALL all month MOVED 40 [p] > 31 [p]
                ALL jewish iso_week MOVED 3 [p] > 4 [p]
                one all iso_week APPEARED [x] > 1
                one jewish iso_week VANISHED 2 [p] >""", lines(ReleaseDifference.between(first, second).cells()));
    }

    @Test
    void namesTheSameCellsTheOtherWayRound() {
        assertEquals("""
                ALL all iso_week STATUS_CHANGED 5 > 5 [p]
                ALL all month MOVED 31 [p] > 40 [p]
                ALL jewish iso_week MOVED 4 [p] > 3 [p]
                one all iso_week VANISHED 1 > [x]
                one jewish iso_week APPEARED > 2 [p]""", lines(ReleaseDifference.between(second, first).cells()));
    }

    @Test
    void findsNothingBetweenAReleaseAndItself() {
        ReleaseDifference difference = ReleaseDifference.between(first, first);

        assertEquals(List.of(), difference.cells());
        assertEquals(List.of(), difference.extractsAdded());
        assertTrue(difference.hasSameConfiguration());
        assertTrue(difference.hasSameCode());
    }

    @Test
    void putsTheLargestMovesFirst() {
        List<CellDifference> largest = ReleaseDifference.between(first, second).largestMoves(1);

        assertEquals("ALL all month MOVED 40 [p] > 31 [p]", lines(largest));
        assertEquals(OptionalLong.of(-9), largest.get(0).change());
    }

    @Test
    void namesTheExtractsByChecksum() {
        ReleaseDifference difference = ReleaseDifference.between(first, second);

        assertEquals(
                List.of("f".repeat(64)),
                difference.extractsAdded().stream()
                        .map(Manifest.ExtractEntry::sha256)
                        .toList());
        assertEquals(
                List.of("0123456789abcdef".repeat(4)),
                difference.extractsRemoved().stream()
                        .map(Manifest.ExtractEntry::sha256)
                        .toList());
        assertFalse(difference.extractsAdded().equals(difference.extractsRemoved()));
    }

    private static String lines(List<CellDifference> cells) {
        return cells.stream()
                .map(cell -> (cell.cell().series().areaCode() + " "
                                + cell.cell().series().communityCode() + " "
                                + cell.cell().series().periodType() + " " + cell.kind() + " "
                                + text(cell.earlier(), cell.earlierStatus()) + "> "
                                + text(cell.later(), cell.laterStatus()))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String text(OptionalLong number, String status) {
        return (number.isPresent() ? number.getAsLong() + " " : "") + (status.isEmpty() ? "" : status + " ");
    }
}
