package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vigil.report.text.Made.month;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void givesAPercentageOnABaseOfTwenty() {
        assertEquals(
                "+50.0%",
                Comparison.of(month("2024-05-01", 30), month("2023-05-01", 20)).cellText());
    }

    @Test
    void givesNoPercentageOnASmallerBase() {
        assertEquals(
                "[u]",
                Comparison.of(month("2024-05-01", 30), month("2023-05-01", 19)).cellText());
    }

    @Test
    void neverComparesAPartialPeriodWithAWholeOne() {
        PeriodCount partial = month("2024-05-01", 30, "", true);

        assertEquals("[z]", Comparison.of(partial, month("2023-05-01", 200)).cellText());
    }

    @Test
    void neverComparesAcrossABreak() {
        PeriodCount broken = month("2024-05-01", 300, "[b]", false);

        assertEquals("[b]", Comparison.of(broken, month("2023-05-01", 200)).cellText());
    }

    @Test
    void saysThatTheEarlierFigureIsNotAvailable() {
        assertEquals("[x]", Comparison.of(month("2024-05-01", 300), null).cellText());
    }
}
