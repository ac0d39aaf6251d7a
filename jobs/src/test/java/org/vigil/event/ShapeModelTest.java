package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.statistics.Baseline;
import org.vigil.statistics.BlockRule;
import org.vigil.statistics.DailySeries;
import org.vigil.statistics.Design;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R 4.2.2's glm and optim, and sandwich 3.0-2's NeweyWest. */
final class ShapeModelTest {
    private static final int HORIZON = 56;
    private static final double CLEAR = 5.99;

    @ParameterizedTest
    @ValueSource(strings = {"ev_mid", "ev_low", "ev_overlap", "ev_null"})
    void agreesWithTheReference(String name) {
        DailySeries daily = DailySeries.of(name);
        List<int[]> windows = new ArrayList<>();
        for (LocalDate event : daily.events()) {
            for (int window = 0; window < DailySeries.WINDOWS.size(); window++) {
                windows.add(daily.daysOf(event, window));
            }
        }
        List<ShapeModel.Window> found = ShapeModel.fit(
                        daily.calendar(), daily.counts(), new double[daily.counts().length], windows, 14)
                .orElseThrow();
        for (Row row : ReferenceValues.of("event_glm_excess.csv")) {
            if (row.text("series").equals(name)) {
                ShapeModel.Window window = found.get(indexOf(row.text("window")));
                near(row, "observed", window.observed());
                near(row, "expected_cf", window.expected());
                assertEquals(row.number("excess"), window.excess(), 1e-6 * window.expected());
                near(row, "se_delta_quasi", window.excessError());
                near(row, "se_delta_hac", window.excessErrorOfLag());
            }
        }
        for (Row row : ReferenceValues.of("event_glm_coefficients.csv")) {
            if (row.text("series").equals(name) && row.text("term").startsWith("E")) {
                ShapeModel.Window window = found.get(indexOf(row.text("term")));
                near(row, "irr", window.rateRatio());
                near(row, "irr_lo95", window.lower());
                near(row, "irr_hi95", window.upper());
                assertEquals(row.number("p_quasi_t"), window.p(), 1e-6);
            }
        }
    }

    @Test
    void aWindowWithoutIncidentsHasNoRatioButAnUpperLimit() {
        double[] counts = new double[60];
        Arrays.fill(counts, 2);
        int[] empty = {50, 51, 52};
        for (int unit : empty) {
            counts[unit] = 0;
        }
        ShapeModel.Window window = ShapeModel.fit(Design.intercept(60), counts, new double[60], List.of(empty), 3)
                .orElseThrow()
                .get(0);
        assertEquals(0, window.rateRatio());
        assertEquals(3.6888794541 / 6, window.upper(), 1e-6);
        assertEquals(-6, window.excess(), 1e-6);
    }

    static List<Row> decays() {
        return ReferenceValues.of("event_decay.csv");
    }

    @ParameterizedTest
    @MethodSource("decays")
    void decayAgreesWithTheReferenceWhereItIsClear(Row row) {
        DailySeries daily = DailySeries.of(row.text("series"));
        LocalDate event = LocalDate.parse(row.text("event"));
        int[] before = daily.daysBefore(event, 730);
        int[] after = new int[HORIZON];
        for (int i = 0; i < HORIZON; i++) {
            after[i] = daily.indexOf(event) + i;
        }
        Design calendar = daily.calendar();
        BlockRule rule = new BlockRule(List.of(7, 14), List.of(28), 28, 6);
        Baseline baseline = Baseline.fit(calendar.rows(before), at(daily.counts(), before), new double[730], rule);
        double dispersion = Math.max(1, baseline.fit().dispersion());
        double[] expected = calendar.rows(after).times(baseline.fit().coefficients());
        for (int i = 0; i < HORIZON; i++) {
            expected[i] = StrictMath.exp(expected[i]);
        }
        near(row, "phi_pre", dispersion);
        var decay = Decay.of(at(daily.counts(), after), expected, dispersion);
        boolean isClosed = !Double.isNaN(row.number("half_life_lo95")) && !Double.isNaN(row.number("half_life_hi95"));
        assertEquals(row.number("lr_scaled") > CLEAR && isClosed, decay.isPresent());
        decay.ifPresent(found -> {
            assertTrue(Math.abs(row.number("A") - found.amplitude()) < 1e-3 * found.amplitude());
            assertEquals(row.number("half_life_days"), found.halfLife(), 1e-3 * found.halfLife());
            assertEquals(row.number("half_life_lo95"), found.lower(), 1e-3 * found.lower());
            assertEquals(row.number("half_life_hi95"), found.upper(), 1e-3 * found.upper());
            assertEquals(row.number("lr_scaled"), found.scaledRatio(), 1e-3 * found.scaledRatio());
        });
    }

    private static int indexOf(String window) {
        int event = Integer.parseInt(window.substring(1, 2)) - 1;
        return event * DailySeries.WINDOWS.size() + DailySeries.WINDOWS.indexOf(window.substring(3));
    }

    private static void near(Row row, String name, double found) {
        assertEquals(row.number(name), found, 1e-6 * Math.abs(row.number(name)), name);
    }

    private static double[] at(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }
}
