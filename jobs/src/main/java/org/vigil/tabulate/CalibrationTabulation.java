package org.vigil.tabulate;

import java.util.EnumSet;
import org.vigil.event.Calibration;
import org.vigil.event.Calibration.Finding;
import org.vigil.event.CalibrationClass;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;

/** The {@code calibration} table: what the event models of a source did on dates without an event. */
public final class CalibrationTabulation {
    private CalibrationTabulation() {}

    /** Adds a row for every class that has dates. */
    public static void addTo(TableRows rows, Calibration calibration) {
        calibration.findings().forEach((one, finding) -> add(rows, one, finding));
    }

    private static void add(TableRows rows, CalibrationClass one, Finding finding) {
        rows.column(EventEffectsTable.SOURCE_CODE).addText(one.sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(one.dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(one.recordClass());
        rows.column(CalibrationTable.SERIES_CLASS).addText(one.group().code());
        rows.column(EventEffectsTable.WINDOW_KIND).addText(one.window().kind().code());
        rows.column(EventEffectsTable.GRAIN).addText(one.window().grain().code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(one.window().first());
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(one.window().last());
        rows.column(CalibrationTable.SERIES_COUNT).addInteger(finding.series());
        rows.column(CalibrationTable.PLACEBO_COUNT).addInteger(finding.placebos());
        rows.column(CalibrationTable.SEPARATE_PLACEBO_COUNT).addInteger(finding.separate());
        addKnown(rows, CalibrationTable.COVERED_SHARE, finding.coveredShare(), finding.isKnown());
        addKnown(rows, CalibrationTable.UNIFORM_DISTANCE, finding.distance(), finding.isKnown());
        addKnown(rows, CalibrationTable.CALIBRATION_FACTOR, finding.factor(), finding.isKnown());
        rows.column(CalibrationTable.STATUS)
                .addText(CellStatus.text(
                        finding.isKnown() ? EnumSet.noneOf(CellStatus.class) : EnumSet.of(CellStatus.NOT_AVAILABLE)));
    }

    private static void addKnown(TableRows rows, Column column, double value, boolean isKnown) {
        if (isKnown) {
            rows.column(column).addDecimal(value);
        } else {
            rows.column(column).addEmpty();
        }
    }
}
