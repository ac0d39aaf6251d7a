package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodType;

class BreakdownPartTest {
    private static Report report(MadeUpRelease release) {
        return ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
    }

    private static Figure figure(Report report, String id) {
        return report.figures().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sumsTheNewestFourWholeQuarters() {
        MadeUpRelease release = MadeUpRelease.weeklyLondon();
        SourceFigures figures =
                SourceFigures.read(release, SourceFacts.readAll(release).get(0));

        Map<String, Breakdown> breakdowns = Breakdown.read(release, figures, new CodeLabels(release));

        assertEquals(
                new Breakdown(
                        new Period(PeriodType.ROLLING_12_MONTHS, LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)),
                        false,
                        List.of(
                                category("Home", 4 * 70 + 10, true),
                                category("street", 4 * 40 + 10, true),
                                category("not stated", 4 * 90 + 10, false))),
                breakdowns.get(Breakdown.LOCATION));
    }

    private static Breakdown.Category category(String label, long count, boolean isKnown) {
        return new Breakdown.Category(label, OptionalLong.of(count), "", isKnown);
    }

    @Test
    void ranksKnownCategoriesAndSaysWhatIsInNoBar() {
        Figure figure = figure(report(MadeUpRelease.weeklyLondon()), "figure-7-location-type");

        assertEquals("The most frequent kind of place is Home, 34.9% of all", figure.headline());
        assertEquals(
                "Source: Made-up Police Service. Not known, not stated or not applicable, in no bar: 370.",
                figure.note());
        assertEquals(
                List.of("Home", "290", "34.9%"),
                figure.table().rows().get(0).stream().map(TableCell::text).toList());
    }

    @Test
    void leavesTheSectionOutWhereTheReleaseHasNoBreakdowns() {
        assertFalse(report(MadeUpRelease.states()).sections().stream().anyMatch(s -> s.id().equals("kinds")));
    }
}
