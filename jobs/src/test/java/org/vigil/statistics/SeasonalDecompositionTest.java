package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values of R's stl; the changing season is confirmed by statsmodels. */
final class SeasonalDecompositionTest {
    private static final List<ReferenceValues.Row> WEEKS = ReferenceValues.of("stl.csv");
    private static final double[] COUNTS =
            WEEKS.stream().mapToDouble(r -> r.number("y")).toArray();

    @Test
    void agreesWithTheReferenceForASeasonThatIsTheSameThroughout() {
        assertNear("per_", SeasonalDecomposition.of(COUNTS, StlSettings.periodic(52)));
    }

    @Test
    void agreesWithTheReferenceForASeasonThatChanges() {
        assertNear("s13_", SeasonalDecomposition.of(COUNTS, new StlSettings(52, 13, 79, 53)));
    }

    @ParameterizedTest
    @CsvSource({"52, 79, 53", "12, 19, 13", "7, 11, 7"})
    void takesTheWindowsOfTheReference(int period, int trend, int lowpass) {
        assertEquals(new StlSettings(period, 0, trend, lowpass), StlSettings.periodic(period));
    }

    @Test
    void addsUpToTheSeriesAndRepeatsItsSeason() {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 10 + i * 0.5 + 3 * Math.sin(i * Math.PI / 6) + i % 5)
                .toArray();
        double[] before = values.clone();
        SeasonalDecomposition found = SeasonalDecomposition.of(values, StlSettings.periodic(12));
        assertArrayEquals(before, values);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], found.trend(i) + found.seasonal(i) + found.remainder(i), 1e-12);
            assertEquals(found.seasonal(i % 12), found.seasonal(i), 0);
        }
    }

    @Test
    void asksForMoreThanTwoSeasons() {
        assertEquals(false, SeasonalDecomposition.isPossible(24, 12));
        assertEquals(true, SeasonalDecomposition.isPossible(25, 12));
        assertThrows(
                IllegalArgumentException.class,
                () -> SeasonalDecomposition.of(new double[24], StlSettings.periodic(12)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 3, 3", "12, 2, 19, 13", "12, 0, 18, 13", "12, 0, 19, 12"})
    void refusesWindowsThatHaveNoMiddle(int period, int seasonal, int trend, int lowpass) {
        assertThrows(IllegalArgumentException.class, () -> new StlSettings(period, seasonal, trend, lowpass));
    }

    private static void assertNear(String variant, SeasonalDecomposition found) {
        for (int i = 0; i < WEEKS.size(); i++) {
            ReferenceValues.Row week = WEEKS.get(i);
            assertEquals(week.number(variant + "seasonal"), found.seasonal(i), 1e-6, "season of week " + i);
            assertEquals(week.number(variant + "trend"), found.trend(i), 1e-6, "trend of week " + i);
            assertEquals(week.number(variant + "remainder"), found.remainder(i), 1e-6, "remainder of week " + i);
        }
    }
}
