package org.vigil.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.event.MadeUpBreak;
import org.vigil.event.SeriesBreak;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.trend.Comparability.Stretch;

final class ComparabilityTest {
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final TimeSeries MONTHS = new TimeSeries(Grain.MONTH, JANUARY, new int[12]);

    @Test
    void aBreakWithinAMonthLeavesTheMonthOut() {
        assertEquals(
                List.of(new Stretch(0, 1), new Stretch(2, 12)),
                with(at("2024-02-28")).stretches(MONTHS));
    }

    @Test
    void aBreakOnTheFirstOfAMonthLiesBetweenTwo() {
        Comparability comparability = with(at("2024-03-01"));
        assertEquals(List.of(new Stretch(0, 2), new Stretch(2, 12)), comparability.stretches(MONTHS));
        assertTrue(comparability.isUnbroken(JANUARY, LocalDate.of(2024, 2, 29)));
        assertTrue(comparability.isUnbroken(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)));
        assertFalse(comparability.isUnbroken(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
    }

    @Test
    void aBreakThatLastsLeavesOutAllItsMonths() {
        Comparability comparability = with(lasting("2024-03-31", "2024-05-01"));
        assertEquals(List.of(new Stretch(0, 2), new Stretch(5, 12)), comparability.stretches(MONTHS));
        assertFalse(comparability.isUnbroken(LocalDate.of(2024, 4, 10), LocalDate.of(2024, 4, 10)));
    }

    @Test
    void breaksAtEitherEndAndOutsideCutNothingElse() {
        assertEquals(
                List.of(new Stretch(1, 11)),
                with(at("2024-01-15"), at("2024-12-31"), at("2023-06-01"), at("2025-01-01"))
                        .stretches(MONTHS));
        assertEquals(List.of(new Stretch(0, 12)), with(at("2024-01-01")).stretches(MONTHS));
    }

    @Test
    void aMeasurementEventIsNoBreak() {
        Comparability comparability = with(MadeUpBreak.of("met", LocalDate.of(2024, 2, 28), null, false));
        assertEquals(List.of(new Stretch(0, 12)), comparability.stretches(MONTHS));
    }

    @Test
    void aSeriesWithoutUnitsHasNoStretch() {
        assertEquals(List.of(), with(at("2024-02-28")).stretches(new TimeSeries(Grain.MONTH, JANUARY, new int[0])));
    }

    static Comparability with(SeriesBreak... breaks) {
        return Comparability.of(List.of(breaks));
    }

    static SeriesBreak at(String day) {
        return seriesBreak(LocalDate.parse(day), Optional.empty());
    }

    static SeriesBreak lasting(String first, String last) {
        return seriesBreak(LocalDate.parse(first), Optional.of(LocalDate.parse(last)));
    }

    private static SeriesBreak seriesBreak(LocalDate start, Optional<LocalDate> end) {
        return MadeUpBreak.of("met", start, end.orElse(null), true);
    }
}
