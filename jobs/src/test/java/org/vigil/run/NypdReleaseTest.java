package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.geography.Geography;

/** Figures of the New York Police Department's file, from the release of a run; skipped where the file is not beside the project. */
final class NypdReleaseTest {
    private static final String WHOLE = Geography.load("nyc").wholeAreaCode();

    private static PublishedRun run;

    @BeforeAll
    static void runOnce(@TempDir Path releases) {
        RealExtracts.requireThere("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv");
        run = PublishedRun.of(Path.of("configurations/nypd-hate-crimes.yaml"), releases);
    }

    @Test
    void mergesArrestsIntoComplaints() {
        Map<String, Long> quality = run.quality("nypd-hate-crimes-2026-02-09");
        assertEquals(4_029L, quality.get("read/all"));
        assertEquals(3_711L, quality.get("accepted/all"));
        assertEquals(318L, quality.get("merged/all"));
        assertEquals(0L, quality.get("quarantined/all"));
    }

    @Test
    void remarksOnEveryMonthAfterItsRecord() {
        assertEquals(26L, run.quality("nypd-hate-crimes-2026-02-09").get("finding/year-corrected"));
    }

    @Test
    void countsByMonthOfRecord() {
        assertEquals(List.of(18L, 59L, 60L, 43L), run.months("recorded", WHOLE, "jewish", "2023-09", 4));
        assertEquals(List.of(1L, 5L, 32L, 26L, 18L), run.months("recorded", WHOLE, "asian", "2021-01", 5));
    }

    @Test
    void countsByMonthOfIncident() {
        assertEquals(List.of(17L, 66L, 55L, 46L), run.months("occurred", WHOLE, "jewish", "2023-09", 4));
        assertEquals(List.of(1L, 6L, 6L, 6L), run.months("occurred", WHOLE, "muslim", "2023-09", 4));
        assertEquals(List.of(1L, 6L, 31L, 27L, 18L), run.months("occurred", WHOLE, "asian", "2021-01", 5));
    }

    @Test
    void countsEveryComplaintOnce() {
        assertEquals(
                3_711L,
                run.series("recorded", "crime", WHOLE, "all", "month").values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        // 670 have the year 2023 in their number; one more was recorded in February 2023 under a number of 2022.
        assertEquals(
                671L,
                run.months("recorded", WHOLE, "all", "2023-01", 12).stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void countsDaysAroundTheSeventhOfOctober() {
        SortedMap<LocalDate, Long> days = run.days("jewish");
        LocalDate from = LocalDate.of(2023, 10, 7).minusWeeks(3);
        List<Long> weeks = IntStream.range(0, 8)
                .mapToObj(w -> days.subMap(from.plusWeeks(w), from.plusWeeks(w + 1)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .toList();
        assertEquals(List.of(7L, 3L, 3L, 11L, 20L, 19L, 20L, 17L), weeks);
    }

    @Test
    void seesTheRisesAfterTheSeventhOfOctober() {
        assertEquals("70 against 18.3 [6, 37], above_usual", fourWeeks("2023-10-07-hamas-attack-israel", "jewish"));
        assertEquals("6 against 1.2 [0, 5], above_usual", fourWeeks("2023-10-07-hamas-attack-israel", "muslim"));
    }

    @Test
    void seesTheAntiAsianRiseOf2021AndIsSilentWhereNextToNothingIsUsual() {
        assertEquals("32 against 1.2 [0, 9], above_usual", fourWeeks("2021-03-16-atlanta-shootings", "asian"));
        assertEquals("9 against 0.3 [0, 3], too_few_to_say", fourWeeks("2020-03-11-pandemic-declared", "asian"));
        assertEquals("2 against 2.5 [0, 8], too_few_to_say", fourWeeks("2020-05-25-george-floyd-murder", "black"));
    }

    /** The goal is 0.93 to 0.97; with a handful usual a whole number cannot be missed by as little, and more are held. */
    @Test
    void holdsWhatDatesWithoutAnEventRecorded() {
        double share = run.coveredShare();
        assertTrue(share > 0.93 && share < 0.985, "covered " + share);
    }

    private static String fourWeeks(String eventId, String community) {
        return run.effect(WHOLE, eventId, community, "cumulative", 0, 27);
    }
}
