package org.vigil.report.chart;

import org.vigil.report.text.NumberText;

/** Room that the labels of a value axis need to its left. */
final class AxisWidth {
    private AxisWidth() {}

    static double of(Scale scale) {
        double widest = 0;
        for (double tick : scale.ticks()) {
            widest = Math.max(widest, HouseFont.REGULAR.width(NumberText.count(Math.round(tick)), Ink.TEXT_SIZE));
        }
        return Math.ceil(widest) + 9;
    }
}
