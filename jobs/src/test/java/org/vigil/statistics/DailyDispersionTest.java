package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.statistics.ReferenceValues.Row;

/** The simpler prediction from the dispersion of single days, which the product does not use: its parts are those of the one it does. */
final class DailyDispersionTest {
    static List<Row> windows() {
        return ReferenceValues.of("event_preonly_predictive.csv");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void agreesWithTheReference(Row row) {
        DailySeries daily = DailySeries.of(row.text("series"));
        LocalDate event = LocalDate.parse(row.text("event"));
        int[] before = daily.daysBefore(event, row.integer("n_pre"));
        int[] window = daily.daysOf(event, DailySeries.WINDOWS.indexOf(row.text("window")));
        Design calendar = daily.calendar();
        CountFit fit =
                CountModel.of(calendar.rows(before), at(daily.counts(), before)).fitPoisson();
        Design ahead = calendar.rows(window);
        double[] means = Arrays.stream(ahead.times(fit.coefficients()))
                .map(StrictMath::exp)
                .toArray();
        double expected = Arrays.stream(means).sum();
        double dispersion = Math.max(1, fit.dispersion());
        double parameters = dispersion * fit.variance(ahead.transposedTimes(means));
        double total = dispersion * expected + parameters;
        CountRange range = new Prediction(expected, dispersion, parameters, 1, total).range();

        near(row, "phi_pearson", fit.dispersion());
        near(row, "expected", expected);
        near(row, "var_param", parameters);
        near(row, "var_total", total);
        assertEquals(row.integer("pred_lo95"), range.lower());
        assertEquals(row.integer("pred_hi95"), range.upper());
        near(row, "midp_upper", CountDistribution.ofVariance(expected, total).upperMidP(row.integer("observed")));
    }

    private static void near(Row row, String name, double found) {
        double expected = row.number(name);
        assertEquals(expected, found, 1e-6 * Math.abs(expected), name);
    }

    private static double[] at(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }
}
