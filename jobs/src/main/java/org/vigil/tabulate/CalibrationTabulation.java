package org.vigil.tabulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigil.alarm.QuietWeeks;
import org.vigil.event.Calibration;
import org.vigil.event.Calibration.Finding;
import org.vigil.event.CalibrationClass;
import org.vigil.event.CalibrationClass.SeriesGroup;
import org.vigil.event.Placebos;
import org.vigil.release.CalibrationTable;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;

/** The {@code calibration} table: what the models of a source did on dates without an event. */
public final class CalibrationTabulation {
    private static final List<Column> OF_WINDOWS = List.of(
            CalibrationTable.PLACEBO_COUNT,
            CalibrationTable.SEPARATE_PLACEBO_COUNT,
            CalibrationTable.COVERED_SHARE,
            CalibrationTable.UNIFORM_DISTANCE,
            CalibrationTable.CALIBRATION_FACTOR);
    private static final List<Column> OF_WEEKS =
            List.of(CalibrationTable.JUDGED_WEEK_COUNT, CalibrationTable.ALARM_COUNT, CalibrationTable.ALARM_SHARE);

    private CalibrationTabulation() {}

    /** Adds a row for every class of windows that has dates. */
    public static void addWindows(TableRows rows, Calibration calibration) {
        calibration.findings().forEach((one, finding) -> add(rows, one, finding));
    }

    /**
     * Adds a row for every class of series with weeks that could be judged.
     *
     * @param series of a source, in any order
     */
    public static void addAlarmWeeks(TableRows rows, List<QuietWeeks> series) {
        Map<LikeSeries, AlarmWeeks> found = new LinkedHashMap<>();
        for (QuietWeeks one : series) {
            if (one.judged() > 0) {
                found.merge(
                        LikeSeries.of(one),
                        new AlarmWeeks(1, one.judged(), one.inAlarm()),
                        (some, more) -> some.with(more));
            }
        }
        found.forEach((like, weeks) -> add(rows, like, weeks));
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
        OF_WEEKS.forEach(column -> rows.column(column).addEmpty());
        addStatus(rows, finding.isKnown());
    }

    private static void add(TableRows rows, LikeSeries like, AlarmWeeks weeks) {
        boolean isKnown = weeks.judged() >= Placebos.LEAST;
        rows.column(EventEffectsTable.SOURCE_CODE).addText(like.sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(like.dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(like.recordClass());
        rows.column(CalibrationTable.SERIES_CLASS).addText(like.group().code());
        rows.column(EventEffectsTable.WINDOW_KIND).addText(CalibrationTable.ALARM_WEEK);
        rows.column(EventEffectsTable.GRAIN).addText(Grain.WEEK.code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(0);
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(0);
        rows.column(CalibrationTable.SERIES_COUNT).addInteger(weeks.series());
        OF_WINDOWS.forEach(column -> rows.column(column).addEmpty());
        rows.column(CalibrationTable.JUDGED_WEEK_COUNT).addInteger(weeks.judged());
        rows.column(CalibrationTable.ALARM_COUNT).addInteger(weeks.inAlarm());
        addKnown(rows, CalibrationTable.ALARM_SHARE, (double) weeks.inAlarm() / weeks.judged(), isKnown);
        addStatus(rows, isKnown);
    }

    private static void addKnown(TableRows rows, Column column, double value, boolean isKnown) {
        new ModelCells(rows).addDecimal(column, isKnown ? value : Double.NaN);
    }

    private static void addStatus(TableRows rows, boolean isKnown) {
        new ModelCells(rows).addAvailability(CalibrationTable.STATUS, isKnown);
    }

    /** Series whose weeks are put together. */
    private record LikeSeries(String sourceCode, String dateBasis, String recordClass, SeriesGroup group) {
        static LikeSeries of(QuietWeeks weeks) {
            SeriesKey key = weeks.key();
            return new LikeSeries(key.sourceCode(), key.dateBasis(), key.recordClass(), SeriesGroup.of(weeks.level()));
        }
    }

    /** Weeks of like series. */
    private record AlarmWeeks(int series, int judged, int inAlarm) {
        AlarmWeeks with(AlarmWeeks more) {
            return new AlarmWeeks(series + more.series, judged + more.judged, inAlarm + more.inAlarm);
        }
    }
}
