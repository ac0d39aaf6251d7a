package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.vigil.cube.CountCube;
import org.vigil.event.CalibratedStudy;
import org.vigil.event.Calibration;
import org.vigil.event.DetailedEffect;
import org.vigil.event.DetailedEffects;
import org.vigil.event.EventCatalogue;
import org.vigil.event.SeriesEffects;
import org.vigil.event.SeriesStudy;
import org.vigil.geography.Geography;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.EventChecksTable;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.EventPlacebosTable;
import org.vigil.release.EventShapesTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/** Rows of the published tables, from nine years of three incidents each day but one week of twenty after 7 October 2023, and of six of another community. */
final class EventDetailTabulationTest {
    private static final Geography LONDON = Geography.load("london");
    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2023, 11, 10);
    private static final LocalDate EVENT = LocalDate.of(2023, 10, 7);
    private static final SourceFacts FACTS = new SourceFacts(
            "test",
            SourceProfiles.shipped("london-synthetic"),
            LONDON,
            new CountCube(),
            new Coverage(START, END, LocalDate.of(2023, 10, 25)));

    @Test
    void everyUnitOfEveryCurveHasARow() {
        TableRows rows = new TableRows(EventCurvesTable.TABLE);
        EventCurvesTabulation.addTo(rows, FACTS, effects());
        assertEquals(
                List.of(
                        "-2 2023-09-23 21 21.00 [12, 31] ",
                        "-1 2023-09-30 21 21.00 [12, 31] ",
                        "0 2023-10-07 140 21.00 [12, 31] ",
                        "1 2023-10-14 21 21.00 [12, 31] ",
                        "2 2023-10-21 21 21.00 [12, 31] [p]",
                        "3 2023-10-28 21 21.00 [12, 31] [p]",
                        "4 2023-11-04 21 21.00 [12, 31] [p]",
                        "5 2023-11-11   [, ] [p] [x]"),
                said(
                        rows,
                        row -> at(rows, EventCurvesTable.GRAIN, row).equals("week")
                                && Math.abs(offset(rows, row) - 1.5) < 4,
                        row -> at(rows, EventCurvesTable.UNIT_OFFSET, row) + " "
                                + at(rows, EventCurvesTable.UNIT_START_DATE, row) + " "
                                + at(rows, EventCurvesTable.OBSERVED_COUNT, row) + " "
                                + at(rows, EventCurvesTable.EXPECTED, row) + " ["
                                + at(rows, EventCurvesTable.EXPECTED_LOWER95, row) + ", "
                                + at(rows, EventCurvesTable.EXPECTED_UPPER95, row) + "] "
                                + at(rows, EventCurvesTable.STATUS, row)));
        assertEquals(0, rows.size() % 160);
    }

    @Test
    void everyWindowOfACourseHasARow() {
        TableRows rows = new TableRows(EventShapesTable.TABLE);
        EventShapesTabulation.addTo(rows, FACTS, effects());
        assertEquals(
                List.of("0-6 ok 6.67 119.0 ", "7-13 ok 1.00 0.0 ", "14-27 ok 1.00 0.0 [p]", "28-55 partial   [p] [x]"),
                said(
                        rows,
                        row -> true,
                        row -> at(rows, EventEffectsTable.WINDOW_FIRST, row) + "-"
                                + at(rows, EventEffectsTable.WINDOW_LAST, row) + " "
                                + at(rows, EventShapesTable.MODEL_STATUS, row) + " "
                                + at(rows, EventShapesTable.RATIO, row) + " "
                                + at(rows, EventShapesTable.EXCESS, row) + " "
                                + at(rows, EventShapesTable.STATUS, row)));
    }

    @Test
    void everyEventHasARowOfChecks() {
        TableRows rows = new TableRows(EventChecksTable.TABLE);
        EventChecksTabulation.addTo(rows, effects());
        assertEquals(
                List.of("1.00   [x] transgender 2.42  0 [x]"),
                said(
                        rows,
                        row -> true,
                        row -> at(rows, EventChecksTable.PRE_TREND_RATIO, row) + " "
                                + at(rows, EventChecksTable.PRE_TREND_STATUS, row) + " "
                                + at(rows, EventChecksTable.HALF_LIFE, row) + " "
                                + at(rows, EventChecksTable.DECAY_STATUS, row) + " "
                                + at(rows, EventChecksTable.COMPARISON_COMMUNITY, row) + " "
                                + at(rows, EventChecksTable.COMPARED_RATIO, row) + " "
                                + at(rows, EventChecksTable.COMPARISON_STATUS, row) + " "
                                + at(rows, EventChecksTable.POOLED_AREA_COUNT, row) + " "
                                + at(rows, EventChecksTable.POOLED_STATUS, row)));
    }

    @Test
    void everyStepHasARowAndTheEventStandsInOne() {
        TableRows rows = new TableRows(EventPlacebosTable.TABLE);
        EventPlacebosTabulation.addTo(rows, effects());
        List<String> steps = said(
                rows,
                row -> true,
                row -> at(rows, EventPlacebosTable.DEVIATION_FROM, row) + " "
                        + at(rows, EventPlacebosTable.IS_EVENT, row));
        assertEquals(25, steps.size());
        assertEquals("-8 false", steps.get(0));
        assertEquals("16 true", steps.get(24));
        assertTrue(steps.subList(0, 24).stream().noneMatch(step -> step.endsWith("true")));
    }

    private static double offset(TableRows rows, int row) {
        return rows.column(EventCurvesTable.UNIT_OFFSET).integerAt(row);
    }

    /** The rows of the Jewish series after 7 October 2023, in the published order. */
    private static List<String> said(TableRows rows, IntPredicate chosen, IntFunction<String> text) {
        List<String> said = new ArrayList<>();
        for (int row : rows.sortedByKey()) {
            boolean isOfEvent = at(rows, EventEffectsTable.EVENT_ID, row).startsWith("2023-10-07")
                    && at(rows, EventEffectsTable.COMMUNITY_CODE, row).equals("jewish");
            if (isOfEvent && chosen.test(row)) {
                said.add(text.apply(row));
            }
        }
        return said;
    }

    private static List<DetailedEffect> effects() {
        List<StudiedSeries> all = List.of(series("jewish", 3, 20), series("transgender", 6, 6));
        SeriesStudy study = SeriesStudy.of(
                        EventCatalogue.load("uk").events(), List.of(), LONDON.code(), List.of("test"))
                .comparedWith(all);
        List<SeriesEffects> found = all.stream().map(study::of).toList();
        CalibratedStudy calibrated = new CalibratedStudy(Calibration.of(found));
        return DetailedEffects.of(found.stream().map(calibrated::of).toList(), LONDON);
    }

    private static StudiedSeries series(String community, int usual, int raised) {
        int[] counts = new int[(int) (END.toEpochDay() - START.toEpochDay()) + 1];
        Arrays.fill(counts, usual);
        int attack = (int) (EVENT.toEpochDay() - START.toEpochDay());
        Arrays.fill(counts, attack, attack + 7, raised);
        int months = Grain.MONTH.between(START, END);
        return new StudiedSeries(
                new SeriesKey("test", "occurred", "crime", "E12000007", community),
                SeriesLevel.WHOLE_AREA,
                new TimeSeries(Grain.DAY, START, counts),
                new TimeSeries(Grain.MONTH, START, new int[months]),
                new TimeSeries(Grain.MONTH, START, new int[months]));
    }

    private static String at(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }
}
