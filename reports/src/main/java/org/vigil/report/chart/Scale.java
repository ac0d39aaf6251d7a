package org.vigil.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis from 0 in round steps.
 *
 * @param step distance of two grid lines: 1, 2, 2.5 or 5 times a power of ten
 * @param top upper end, a multiple of the step
 */
record Scale(double step, double top) {
    private static final int MOST_STEPS = 5;

    /** The scale from 0 that holds {@code highest}; steps of whole numbers at least. */
    static Scale from0To(double highest) {
        double wanted = Math.max(highest, 4);
        double raw = wanted / MOST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double multiple : new double[] {1, 2, 2.5, 5}) {
            double candidate = multiple * power;
            if (candidate >= raw && candidate == Math.rint(candidate)) {
                step = candidate;
                break;
            }
        }
        return new Scale(step, Math.ceil(wanted / step) * step);
    }

    /** Positions of the grid lines, the base included. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top + step / 2; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
