package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/** Months from January 2010 on; a baseline is of 48. */
final class BaselineSelectionTest {
    private static final StudyRule RULE = StudyRule.of(Grain.MONTH);
    private static final int SIZE = 120;
    private static final StudyCalendar CALENDAR = new StudyCalendar(new TimeSeries(
            Grain.MONTH,
            LocalDate.of(2010, 1, 1),
            IntStream.range(0, SIZE).map(i -> 5).toArray()));

    @Test
    void takesTheNearestUnits() {
        BaselineSelection selection = select(100, List.of());
        assertArrayEquals(IntStream.range(52, 100).toArray(), selection.units());
        assertEquals(EffectStatus.OK, selection.status());
    }

    @Test
    void reachesFartherBackForUnitsThatWereRaised() {
        BaselineSelection selection = select(100, List.of(), 98, 99, 60);
        assertArrayEquals(
                IntStream.concat(IntStream.range(49, 60), IntStream.range(61, 98))
                        .toArray(),
                selection.units());
        assertEquals(3, selection.leftOut());
    }

    @Test
    void reachesBackHalfAsFarAgainAtMost() {
        BaselineSelection selection =
                select(100, List.of(), IntStream.range(28, 52).toArray());
        assertEquals(48, selection.units().length);
        BaselineSelection shorter =
                select(100, List.of(), IntStream.range(35, 70).toArray());
        assertEquals(37, shorter.units().length);
        assertEquals(28, shorter.units()[0]);
    }

    @Test
    void leavesNothingOutWhereTooMuchWasRaised() {
        int[] most = IntStream.range(80, 100).toArray();
        assertEquals(20, most.length);
        BaselineSelection contaminated = select(100, List.of(), most);
        assertEquals(EffectStatus.CONTAMINATED_BASELINE, contaminated.status());
        assertEquals(0, contaminated.leftOut());
        assertArrayEquals(IntStream.range(52, 100).toArray(), contaminated.units());
        assertEquals(
                EffectStatus.OK, select(100, List.of(), Arrays.copyOf(most, 19)).status());
    }

    @Test
    void knowsABreakAsAStepWhereSixMonthsLieOnEachSide() {
        MeasurementChange change = breakAt("2017-11-01");
        BaselineSelection selection = select(100, List.of(change));
        assertEquals(List.of(change), selection.steps());
        double[] column = selection.stepColumns(CALENDAR, selection.units()).get(0);
        assertEquals(6, Arrays.stream(column).sum());
        assertEquals(0, column[41]);
        assertEquals(1, column[42]);
        assertTrue(selection.isComparable(CALENDAR, List.of(change), 100, 4));
    }

    @Test
    void saysNothingFiveMonthsAfterABreak() {
        BaselineSelection selection = select(100, List.of(breakAt("2017-12-01")));
        assertEquals(EffectStatus.SHORT_AFTER_BREAK, selection.status());
        assertEquals(0, selection.units().length);
    }

    @Test
    void startsAfterABreakWhereTooLittleLiesBeforeIt() {
        BaselineSelection selection = select(100, List.of(breakAt("2014-08-01")));
        assertEquals(List.of(), selection.steps());
        assertEquals(55, selection.units()[0]);
    }

    @Test
    void leavesOutTheMonthThatHoldsABreak() {
        BaselineSelection selection = select(100, List.of(breakAt("2016-03-10")));
        int march2016 = 74;
        assertTrue(Arrays.stream(selection.units()).noneMatch(unit -> unit == march2016));
        assertEquals(51, selection.units()[0]);
    }

    @Test
    void doesNotCompareAWindowBeyondABreak() {
        List<MeasurementChange> changes = List.of(breakAt("2018-07-01"));
        BaselineSelection selection = select(100, changes);
        assertEquals(EffectStatus.OK, selection.status());
        assertTrue(selection.isComparable(CALENDAR, changes, 100, 2));
        assertFalse(selection.isComparable(CALENDAR, changes, 101, 2));
    }

    @Test
    void knowsALongPeriodByOneIndicatorAndNotAShortOne() {
        SeriesBreak lockdowns = SeriesBreaks.load("uk").breaks().stream()
                .filter(entry -> entry.id().equals("lockdowns"))
                .findFirst()
                .orElseThrow();
        MeasurementChange period = MeasurementChange.of(lockdowns).orElseThrow();
        assertFalse(period.isBreak());
        // Nine days of March 2020 and nineteen of July 2021.
        assertFalse(covers(period, "2020-03-01"));
        assertTrue(covers(period, "2020-04-01"));
        assertTrue(covers(period, "2021-07-01"));
        assertFalse(covers(period, "2021-08-01"));
        assertTrue(SeriesBreaks.load("uk").breaks().stream()
                .filter(entry -> entry.id().startsWith("hate-crime-awareness-week"))
                .allMatch(entry -> MeasurementChange.of(entry).isEmpty()));
    }

    @Test
    void hasNoBaselineBeforeTwoYears() {
        assertEquals(EffectStatus.OK, select(24, List.of()).status());
        assertEquals(EffectStatus.INSUFFICIENT_HISTORY, select(23, List.of()).status());
    }

    private static boolean covers(MeasurementChange change, String month) {
        LocalDate first = LocalDate.parse(month);
        return change.covers((int) first.toEpochDay(), (int) first.plusMonths(1).toEpochDay() - 1);
    }

    private static MeasurementChange breakAt(String day) {
        int first = (int) LocalDate.parse(day).toEpochDay();
        return new MeasurementChange(first, first - 1, true, List.of());
    }

    private static BaselineSelection select(int before, List<MeasurementChange> changes, int... raised) {
        boolean[] isRaised = new boolean[SIZE];
        for (int unit : raised) {
            isRaised[unit] = true;
        }
        return BaselineSelection.of(RULE, CALENDAR, changes, isRaised, before);
    }
}
