package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of an implementation in R 4.2.2. */
final class BaselineTest {
    private static final BlockRule DAYS = new BlockRule(List.of(7, 14), List.of(28), 28, 6);

    static List<Row> windows() {
        return ReferenceValues.of("event_predictive_block.csv");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void agreesWithTheReference(Row row) {
        DailySeries daily = DailySeries.of(row.text("series"));
        LocalDate event = LocalDate.parse(row.text("event"));
        int[] before = daily.daysBefore(event, row.integer("n_pre"));
        int[] window = daily.daysOf(event, DailySeries.WINDOWS.indexOf(row.text("window")));
        Design calendar = daily.calendar();
        Baseline baseline =
                Baseline.fit(calendar.rows(before), at(daily.counts(), before), new double[before.length], DAYS);
        long observed = (long) Arrays.stream(at(daily.counts(), window)).sum();
        Prediction prediction = baseline.expect(calendar.rows(window), new double[window.length], 1);
        CountRange range = prediction.range();
        double midP = prediction.distribution().upperMidP(observed);

        near(row, "phi_block", baseline.dispersion(window.length));
        near(row, "phi_7", baseline.dispersion(7));
        near(row, "phi_14", baseline.dispersion(14));
        near(row, "phi_28", baseline.dispersion(28));
        near(row, "phi_S", prediction.countDispersion());
        near(row, "expected", prediction.expected());
        near(row, "var_total", prediction.totalVariance());
        near(row, "nb_size", prediction.distribution().size());
        assertEquals(row.integer("df_blocks"), prediction.degreesOfFreedom());
        assertEquals(row.integer("observed"), observed);
        assertEquals(row.integer("pred_lo95"), range.lower());
        assertEquals(row.integer("pred_hi95"), range.upper());
        near(row, "midp_upper", midP);
    }

    private static void near(Row row, String name, double found) {
        double expected = row.number(name);
        assertEquals(expected, found, 1e-6 * Math.abs(expected), name);
    }

    private static double[] at(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }
}
