package org.vigil.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigil.alarm.QuietWeeks;
import org.vigil.event.CalibrationClass;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;

/** The {@code calibration} table of a public release: all series of a source together, shares to two decimals, numbers of windows to the nearest ten. */
final class PublicCalibration {
    private static final String ALL = "all";
    private static final int LEAST = 40;

    private PublicCalibration() {}

    static void addTo(TableRows rows, SourceAnswers answers) {
        Map<CalibrationClass, Pool> pools = new LinkedHashMap<>();
        answers.calibration().findings().forEach((one, finding) -> {
            CalibrationClass like = new CalibrationClass(
                    one.sourceCode(),
                    one.dateBasis(),
                    one.recordClass(),
                    CalibrationClass.SeriesGroup.WHOLE_AREA,
                    one.window());
            pools.computeIfAbsent(like, window -> new Pool())
                    .add(finding.series(), finding.placebos(), finding.separate(), finding.coveredShare());
        });
        pools.forEach((one, pool) -> {
            boolean isKnown = pool.windows >= LEAST;
            addKey(rows, one.sourceCode(), one.dateBasis(), one.recordClass());
            rows.column(EventEffectsTable.WINDOW_KIND)
                    .addText(one.window().kind().code());
            rows.column(EventEffectsTable.GRAIN).addText(one.window().grain().code());
            rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(one.window().first());
            rows.column(EventEffectsTable.WINDOW_LAST).addInteger(one.window().last());
            rows.column(CalibrationTable.SERIES_COUNT).addInteger(PublicQuality.rounded(pool.series));
            rows.column(CalibrationTable.PLACEBO_COUNT).addInteger(PublicQuality.rounded(pool.windows));
            rows.column(CalibrationTable.SEPARATE_PLACEBO_COUNT).addInteger(PublicQuality.rounded(pool.separate));
            addShare(rows, CalibrationTable.COVERED_SHARE, pool.covered / Math.max(1, pool.separate), isKnown);
            addEmpty(
                    rows,
                    CalibrationTable.UNIFORM_DISTANCE,
                    CalibrationTable.CALIBRATION_FACTOR,
                    CalibrationTable.JUDGED_WEEK_COUNT,
                    CalibrationTable.ALARM_COUNT,
                    CalibrationTable.ALARM_SHARE);
            addStatus(rows, isKnown);
        });
        addAlarmWeeks(rows, answers.quietWeeks());
    }

    private static void addAlarmWeeks(TableRows rows, List<QuietWeeks> series) {
        long judged = series.stream().mapToLong(QuietWeeks::judged).sum();
        if (judged == 0) {
            return;
        }
        long inAlarm = series.stream().mapToLong(QuietWeeks::inAlarm).sum();
        QuietWeeks any = series.get(0);
        addKey(rows, any.key().sourceCode(), any.key().dateBasis(), any.key().recordClass());
        rows.column(EventEffectsTable.WINDOW_KIND).addText(CalibrationTable.ALARM_WEEK);
        rows.column(EventEffectsTable.GRAIN).addText(Grain.WEEK.code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(0);
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(0);
        rows.column(CalibrationTable.SERIES_COUNT).addInteger(PublicQuality.rounded(series.size()));
        addEmpty(
                rows,
                CalibrationTable.PLACEBO_COUNT,
                CalibrationTable.SEPARATE_PLACEBO_COUNT,
                CalibrationTable.COVERED_SHARE,
                CalibrationTable.UNIFORM_DISTANCE,
                CalibrationTable.CALIBRATION_FACTOR);
        rows.column(CalibrationTable.JUDGED_WEEK_COUNT).addInteger(PublicQuality.rounded(judged));
        rows.column(CalibrationTable.ALARM_COUNT).addInteger(PublicQuality.rounded(inAlarm));
        addShare(rows, CalibrationTable.ALARM_SHARE, (double) inAlarm / judged, judged >= LEAST);
        addStatus(rows, judged >= LEAST);
    }

    private static void addKey(TableRows rows, String source, String basis, String recordClass) {
        rows.column(EventEffectsTable.SOURCE_CODE).addText(source);
        rows.column(EventEffectsTable.DATE_BASIS).addText(basis);
        rows.column(EventEffectsTable.RECORD_CLASS).addText(recordClass);
        rows.column(CalibrationTable.SERIES_CLASS).addText(ALL);
    }

    private static void addShare(TableRows rows, Column column, double share, boolean isKnown) {
        if (isKnown) {
            rows.column(column).addDecimal(Math.round(share * 100) / 100.0);
        } else {
            rows.column(column).addEmpty();
        }
    }

    private static void addEmpty(TableRows rows, Column... columns) {
        for (Column column : columns) {
            rows.column(column).addEmpty();
        }
    }

    private static void addStatus(TableRows rows, boolean isKnown) {
        rows.column(CalibrationTable.STATUS).addText(isKnown ? "" : CellStatus.NOT_AVAILABLE.shorthand());
    }

    /** The findings of like windows, put together. */
    private static final class Pool {
        private long series;
        private long windows;
        private long separate;
        private double covered;

        void add(long moreSeries, long moreWindows, long moreSeparate, double share) {
            series += moreSeries;
            windows += moreWindows;
            if (!Double.isNaN(share)) {
                separate += moreSeparate;
                covered += share * moreSeparate;
            }
        }
    }
}
