package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

final class QuietWeeksTest {
    /** A week that is judged, as one in four is: of the week of 1970-01-05 on, every fourth. */
    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 1);

    private static final int WEEKS = 300;

    @Test
    void judgesOneWeekInFourOfTheLastTwoYears() {
        List<LocalDate> asked = new ArrayList<>();
        QuietWeeks found = of(week -> 6 + week % 3, AlarmSettings.STANDARD, monday -> {
            asked.add(monday);
            return true;
        });
        assertEquals(26, found.judged());
        assertEquals(0, found.inAlarm());
        assertEquals(26, asked.size());
        assertEquals(MONDAY.plusWeeks(196), asked.get(0));
        assertEquals(MONDAY.plusWeeks(296), asked.get(25));
    }

    @Test
    void countsTheAlarmsOfQuietWeeksOnly() {
        IntUnaryOperator rising = week -> week == 220 || week == 240 || week == 241 ? 60 : 6 + week % 3;
        assertEquals(2, of(rising, AlarmSettings.STANDARD, monday -> true).inAlarm());
        QuietWeeks known = of(rising, AlarmSettings.STANDARD, monday -> !monday.equals(MONDAY.plusWeeks(240)));
        assertEquals(1, known.inAlarm());
        assertEquals(25, known.judged());
    }

    @Test
    void leavesOutWeeksThatAreNotCompleteOrHaveNoBound() {
        LocalDate completeTo = MONDAY.plusWeeks(240).minusDays(1);
        IntUnaryOperator rising = week -> week == 240 ? 60 : 6;
        QuietWeeks found = of(rising, AlarmSettings.STANDARD.withCompleteTo(completeTo), monday -> true);
        assertEquals(0, found.inAlarm());
        assertEquals(26, found.judged());
        BreakPeriod late = new BreakPeriod(MONDAY.plusWeeks(200), MONDAY.plusWeeks(199));
        QuietWeeks afterBreak = QuietWeeks.of(weekly(week -> 6), List.of(late), AlarmSettings.STANDARD, monday -> true);
        // Without a bound: the week of the break itself and the 25 after it, when six in a week are too many for the
        // sum of some weeks.
        assertEquals(26 - 7, afterBreak.judged());
    }

    private static QuietWeeks of(IntUnaryOperator count, AlarmSettings settings, Predicate<LocalDate> isQuiet) {
        return QuietWeeks.of(weekly(count), List.of(), settings, isQuiet);
    }

    private static StudiedSeries weekly(IntUnaryOperator count) {
        int[] days = new int[WEEKS * 7];
        for (int week = 0; week < WEEKS; week++) {
            days[week * 7 + week % 7] = count.applyAsInt(week);
        }
        TimeSeries noMonths = new TimeSeries(Grain.MONTH, MONDAY, new int[0]);
        return new StudiedSeries(
                new SeriesKey("made-up", "occurred", "crime", "whole", "jewish"),
                SeriesLevel.WHOLE_AREA,
                new TimeSeries(Grain.DAY, MONDAY, days),
                noMonths,
                noMonths);
    }
}
