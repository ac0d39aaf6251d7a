package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.alarm.QuietWeeks;
import org.vigil.cube.CountCube;
import org.vigil.event.CalibratedStudy;
import org.vigil.event.Calibration;
import org.vigil.event.EffectFamilies;
import org.vigil.event.EventCatalogue;
import org.vigil.event.JudgedEffect;
import org.vigil.event.SeriesEffects;
import org.vigil.event.SeriesStudy;
import org.vigil.geography.Geography;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.CalibrationTable;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/** Rows of the published tables, from nine years of three incidents each day but one week of twenty after 7 October 2023. */
final class EventEffectsTabulationTest {
    private static final Geography LONDON = Geography.load("london");
    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2023, 11, 10);

    @Test
    void everyWindowOfEveryEventHasARow() {
        TableRows rows = effects(series("jewish"));
        rows.sortedByKey();
        assertEquals(
                List.of(
                        "cumulative 0-6: 140 against 21.0 above_usual ",
                        "cumulative 0-13: 161 against 42.0 above_usual ",
                        "cumulative 0-27: 203 against 84.0 above_usual [p]",
                        "cumulative 0-55:  against   [p] [x]",
                        "disjoint 0-6: 140 against 21.0 above_usual ",
                        "disjoint 7-13: 21 against 21.0 no_clear_change ",
                        "disjoint 14-27: 42 against 42.0 no_clear_change [p]",
                        "disjoint 28-55:  against   [p] [x]"),
                said(rows));
    }

    private static List<String> said(TableRows rows) {
        List<String> said = new ArrayList<>();
        for (int row : rows.sortedByKey()) {
            if (at(rows, EventEffectsTable.EVENT_ID, row).startsWith("2023-10-07")) {
                said.add(at(rows, EventEffectsTable.WINDOW_KIND, row) + " "
                        + at(rows, EventEffectsTable.WINDOW_FIRST, row) + "-"
                        + at(rows, EventEffectsTable.WINDOW_LAST, row) + ": "
                        + at(rows, EventEffectsTable.OBSERVED_COUNT, row) + " against "
                        + at(rows, EventEffectsTable.EXPECTED, row) + " "
                        + at(rows, EventEffectsTable.VERDICT, row) + " "
                        + at(rows, EventEffectsTable.STATUS, row));
            }
        }
        return said;
    }

    @Test
    void aRowWithoutAnEstimateSaysWhyAndHasNoFigure() {
        TableRows rows = effects(series("jewish"));
        for (int row = 0; row < rows.size(); row++) {
            boolean hasEstimate = !rows.column(EventEffectsTable.EXPECTED).isEmpty(row);
            String status = at(rows, EventEffectsTable.MODEL_STATUS, row);
            assertEquals(hasEstimate, !at(rows, EventEffectsTable.STATUS, row).contains("[x]"), status);
            assertEquals(hasEstimate, !rows.column(EventEffectsTable.UPPER_P).isEmpty(row), status);
            assertTrue(hasEstimate || rows.column(EventEffectsTable.VERDICT).isEmpty(row));
        }
        assertTrue(rows.size() > 8 * 30 && rows.size() % 8 == 0);
    }

    @Test
    void calibrationHasARowForEachWindow() {
        TableRows rows = new TableRows(CalibrationTable.TABLE);
        CalibrationTabulation.addWindows(rows, Calibration.of(List.of(study().of(series("jewish")))));
        assertEquals(8, rows.size());
        rows.sortedByKey();
        assertEquals("borough_community", at(rows, CalibrationTable.SERIES_CLASS, 0));
        assertEquals("1.000", at(rows, CalibrationTable.CALIBRATION_FACTOR, 0));
        assertEquals("", at(rows, CalibrationTable.STATUS, 0));
    }

    @Test
    void calibrationHasARowForTheWeeksOfLikeSeries() {
        TableRows rows = new TableRows(CalibrationTable.TABLE);
        SeriesKey key = series("jewish").key();
        CalibrationTabulation.addAlarmWeeks(
                rows,
                List.of(
                        new QuietWeeks(key, SeriesLevel.WHOLE_AREA, 20, 1),
                        new QuietWeeks(key, SeriesLevel.BOROUGH, 26, 1),
                        new QuietWeeks(key, SeriesLevel.BOROUGH, 24, 0),
                        new QuietWeeks(key, SeriesLevel.BOROUGH, 0, 0)));
        assertEquals(2, rows.size());
        assertEquals("whole_area", at(rows, CalibrationTable.SERIES_CLASS, 0));
        assertEquals("1", at(rows, CalibrationTable.ALARM_COUNT, 0));
        assertEquals("[x]", at(rows, CalibrationTable.STATUS, 0));
        assertEquals("borough_community", at(rows, CalibrationTable.SERIES_CLASS, 1));
        assertEquals("2", at(rows, CalibrationTable.SERIES_COUNT, 1));
        assertEquals("50", at(rows, CalibrationTable.JUDGED_WEEK_COUNT, 1));
        assertEquals("0.0200", at(rows, CalibrationTable.ALARM_SHARE, 1));
    }

    private static TableRows effects(StudiedSeries series) {
        SeriesEffects found = study().of(series);
        CalibratedStudy calibrated = new CalibratedStudy(Calibration.of(List.of(found)));
        List<JudgedEffect> judged = EffectFamilies.judge(List.of(calibrated.of(found)));
        TableRows rows = new TableRows(EventEffectsTable.TABLE);
        SourceProfile profile = SourceProfiles.shipped("london-synthetic");
        SourceFacts facts = new SourceFacts(
                "test", profile, LONDON, new CountCube(), new Coverage(START, END, LocalDate.of(2023, 10, 25)));
        EventEffectsTabulation.addTo(rows, facts, judged);
        return rows;
    }

    private static SeriesStudy study() {
        return SeriesStudy.of(EventCatalogue.load("uk").events(), List.of(), LONDON.code(), List.of("test"));
    }

    private static StudiedSeries series(String community) {
        int[] counts = new int[(int) (END.toEpochDay() - START.toEpochDay()) + 1];
        Arrays.fill(counts, 3);
        int attack = (int) (LocalDate.of(2023, 10, 7).toEpochDay() - START.toEpochDay());
        Arrays.fill(counts, attack, attack + 7, 20);
        TimeSeries days = new TimeSeries(Grain.DAY, START, counts);
        int months = Grain.MONTH.between(START, END);
        return new StudiedSeries(
                new SeriesKey("test", "occurred", "crime", "E09000007", community),
                SeriesLevel.BOROUGH,
                days,
                new TimeSeries(Grain.MONTH, START, new int[months]),
                new TimeSeries(Grain.MONTH, START, new int[months]));
    }

    private static String at(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }
}
