package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of figures that are hidden, changed or too small to show. */
class HiddenTextTest {
    private static PeriodCount month(int month, long count, String status) {
        LocalDate start = LocalDate.of(2025, month, 1);
        return new PeriodCount(
                new Period(PeriodType.MONTH, start, start.plusMonths(1).minusDays(1)),
                status.contains("[c]") || status.contains("[low]") ? OptionalLong.empty() : OptionalLong.of(count),
                status,
                false);
    }

    @Test
    void saysWhatHatchedPlacesStandFor() {
        assertEquals("", HiddenText.hatched(List.of(month(1, 8, ""), month(2, 9, "[p]"))));
        assertEquals(
                "1 month hidden [c], hatched from top to bottom and 2 months with none or very few [low], hatched up to 5.",
                HiddenText.hatched(
                        List.of(month(1, 8, ""), month(2, 0, "[c]"), month(3, 0, "[low]"), month(4, 0, "[low] [p]"))));
    }

    @Test
    void saysWhereLinesAreBroken() {
        assertEquals("", HiddenText.broken(0));
        assertEquals(
                "Lines are broken where a figure is hidden or too small to show: 3 places, marked in the table.",
                HiddenText.broken(3));
    }

    @Test
    void takesNeitherHiddenNorVeryFewForNone() {
        PeriodCount hidden = month(1, 0, "[c]");
        PeriodCount few = month(1, 0, "[low] [p]");

        assertTrue(hidden.isHidden() && !hidden.isVeryFew() && !hidden.isComplete());
        assertTrue(few.isVeryFew() && !few.isHidden() && !few.isComplete());
        assertEquals("[c]", hidden.countText());
        assertEquals("[low] [p]", few.countText());
        assertFalse(month(1, 0, "").isVeryFew());
    }

    @ParameterizedTest(name = "{0} {1} after {2} {3}")
    @CsvSource(textBlock = """
            90, '',    60, '',      +50%
            66, '',    60, '',      +10%
            61, '',    60, '',      +2%
            60, '',    49, '',      [u]
            49, '',    60, '',      [u]
            60, '',     0, [c],     [c]
             0, [c],   60, '',      [c]
             0, [low], 60, '',      [u]
            60, '',     0, [low],   [u]
             0, [low],  0, [c],     [c]
            """)
    void comparesChangedCountsOnlyWhereBothAreLarge(
            long now, String nowStatus, long before, String beforeStatus, String expected) {
        assertEquals(
                expected,
                Comparison.ofChanged(month(2, now, nowStatus), month(1, before, beforeStatus))
                        .cellText());
    }

    @Test
    void saysThatTheYearBeforeIsHiddenOrTooSmall() {
        Measure measure = new Measure("incident", "", true);

        assertEquals(
                new Sentence("60 incidents were recorded in February 2025.", "The year before is hidden [c]."),
                Findings.latestPeriod(measure, Comparison.ofChanged(month(2, 60, ""), month(1, 0, "[c]"))));
        assertEquals(
                "The year before has none or very few [low].",
                Findings.latestPeriod(measure, Comparison.ofChanged(month(2, 60, ""), month(1, 0, "[low]")))
                        .rest());
        assertEquals(
                "The same month a year before: 40. No percentage is given: counts are changed and one of the two is under 50.",
                Findings.latestPeriod(measure, Comparison.ofChanged(month(2, 60, ""), month(1, 40, "")))
                        .rest());
    }

    @Test
    void callsTheLargestOfThePublishedWhatItIs() {
        List<Findings.CommunityCount> counts = List.of(
                new Findings.CommunityCount("Jewish", Comparison.of(month(2, 60, ""), month(1, 40, ""))),
                new Findings.CommunityCount("Sikh", Comparison.of(month(2, 0, "[c]"), month(1, 40, ""))));

        assertEquals(
                "The largest published community count was Jewish (60).",
                Findings.largestCommunities(new Measure("incident", "", true), counts)
                        .orElseThrow()
                        .lead());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            not_separable, [c],  [c], not told apart from another event
            ok,            [c],  [c], hidden
            ok,            [x],  [x], not published yet
            not_modelled,  [x],  [x], no estimate
            """)
    void saysWhyAWindowHasNoFigure(String model, String status, String cell, String verdict) {
        JudgedCount count = new JudgedCount(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                model,
                status);

        assertEquals(
                List.of(cell, cell, cell, cell),
                List.of(count.recordedText(), count.usualText(), count.ratioText(), count.intervalText()));
        assertEquals(verdict, count.verdictText());
    }

    @Test
    void speaksOfDatesWithoutAnEventByTheirShare() {
        assertEquals(
                "At about 3% of all dates looked at, the window looked at least as high (placebo p 0.03).",
                EventText.placeboShare(0.03));
    }

    @Test
    void readsAYearAsTheYearThatItIs() {
        LocalDate april = LocalDate.of(2024, 4, 1);
        PeriodCount year = new PeriodCount(
                new Period(PeriodType.FINANCIAL_YEAR, april, LocalDate.of(2025, 3, 31)),
                OptionalLong.of(900),
                "",
                false);
        PeriodCount before = new PeriodCount(
                new Period(PeriodType.FINANCIAL_YEAR, april.minusYears(1), LocalDate.of(2024, 3, 31)),
                OptionalLong.of(600),
                "",
                false);

        assertEquals(
                new Sentence(
                        "900 incidents were recorded in the year ending March 2025.", "The year before: 600 (+50%)."),
                Findings.year(new Measure("incident", "", true), Comparison.ofChanged(year, before)));
    }
}
