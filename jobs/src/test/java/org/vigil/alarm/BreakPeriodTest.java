package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.event.MadeUpBreak;
import org.vigil.event.SeriesBreak;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.trend.Comparability;

/** Alarms and trends take the same days for comparable. */
final class BreakPeriodTest {
    private static final LocalDate MONDAY = LocalDate.of(2022, 1, 3);
    private static final int WEEKS = 120;
    private static final LocalDate BREAK = MONDAY.plusWeeks(50);

    @Test
    void aWeekThatBeginsWithABreakIsWhollyAfterIt() {
        int afterSunday = baselineWeeks(at(BREAK.minusDays(1)));
        assertEquals(afterSunday, baselineWeeks(at(BREAK)));
        assertEquals(afterSunday - 1, baselineWeeks(at(BREAK.plusDays(1))));
        assertTrue(Comparability.of(List.of(at(BREAK))).isUnbroken(BREAK, BREAK.plusDays(6)));
    }

    @Test
    void weeksInWhichABreakLastsAreLeftOut() {
        assertEquals(
                baselineWeeks(at(BREAK)) - 3,
                baselineWeeks(breakOf(BREAK.minusDays(1), Optional.of(BREAK.plusWeeks(2)))));
    }

    private static int baselineWeeks(SeriesBreak one) {
        List<AlarmWeek> weeks = SeriesAlarms.of(series(), BreakPeriod.of(List.of(one)), AlarmSettings.STANDARD)
                .weeks();
        return weeks.get(weeks.size() - 1).baselineWeeks();
    }

    private static SeriesBreak at(LocalDate day) {
        return breakOf(day, Optional.empty());
    }

    private static SeriesBreak breakOf(LocalDate first, Optional<LocalDate> last) {
        return MadeUpBreak.of("met", first, last.orElse(null), true);
    }

    private static StudiedSeries series() {
        int[] days = new int[WEEKS * 7];
        Arrays.setAll(days, day -> 1 + day * 31 % 3);
        TimeSeries none = new TimeSeries(Grain.MONTH, LocalDate.of(2022, 2, 1), new int[0]);
        return new StudiedSeries(
                new SeriesKey("source", "occurred", "crime", "london", "muslim"),
                SeriesLevel.WHOLE_AREA,
                new TimeSeries(Grain.DAY, MONDAY, days),
                none,
                none);
    }
}
