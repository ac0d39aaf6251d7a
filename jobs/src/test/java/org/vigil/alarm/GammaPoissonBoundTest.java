package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

final class GammaPoissonBoundTest {
    /** Function {@code algo.bayes} of the R package surveillance 1.20.3: the days before, as many as its parameter w says, at α = 0.01. */
    @Test
    void agreesWithTheReference() {
        List<Row> series = ReferenceValues.of("ears_cusum_bayes_series.csv");
        List<Row> expected = ReferenceValues.of("ears_cusum_bayes_expected.csv").stream()
                .filter(row -> row.text("method").equals("BAYES"))
                .toList();
        for (Row row : expected) {
            int[] counts = series.stream()
                    .filter(one -> one.text("series").equals(row.text("series")))
                    .mapToInt(one -> one.integer("observed"))
                    .toArray();
            int days = row.text("params").contains("w=21") ? 21 : 6;
            int day = row.integer("t") - 1;
            int sum = 0;
            for (int i = day - days; i < day; i++) {
                sum += counts[i];
            }
            WeekBound bound = GammaPoissonBound.bound(ModelStatus.SHORT_HISTORY, sum, days, 0.01, counts[day]);
            assertEquals(row.number("upperbound"), bound.upper(), row::toString);
            assertEquals(row.integer("alarm") == 1, counts[day] > bound.upper(), row::toString);
        }
        assertEquals(800, expected.size());
    }

    @Test
    void hasABoundWhereNothingWasRecorded() {
        WeekBound bound = GammaPoissonBound.bound(ModelStatus.ZERO_BASELINE, 0, 12, 0.005, 4);
        assertEquals(1 / 24.0, bound.expected(), 1e-12);
        assertTrue(bound.upper() >= 0 && bound.upper() <= 2, () -> "bound " + bound.upper());
        assertTrue(bound.p() < 0.005, () -> "p " + bound.p());
    }
}
