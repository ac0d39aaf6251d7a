package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

final class AlarmRankingTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 22);
    private static final LocalDate SUNDAY = LocalDate.of(2025, 12, 28);

    /** area, community, count, expected, upper 95 %, bound, p. */
    private static final List<SeriesAlarms> WEEK = List.of(
            series("whole all", SeriesLevel.WHOLE_AREA_TOTAL, 100, 80, 98, 105, 0.02),
            series("whole jewish", SeriesLevel.WHOLE_AREA, 40, 12, 20, 23, 0.0001),
            series("whole muslim", SeriesLevel.WHOLE_AREA, 30, 20, 29, 32, 0.03),
            series("barnet all", SeriesLevel.BOROUGH_TOTAL, 22, 8, 14, 17, 0.001),
            series("barnet jewish", SeriesLevel.BOROUGH, 15, 3, 7, 9, 0.002),
            series("camden jewish", SeriesLevel.BOROUGH, 9, 2, 5, 7, 0.003),
            series("camden muslim", SeriesLevel.BOROUGH, 12, 2, 5, 7, 0.004),
            series("harrow hindu", SeriesLevel.BOROUGH, 7, 0.5, 2, 3, 0.00001),
            series("harrow jewish", SeriesLevel.BOROUGH, 0, 0.5, 2, 3, 1),
            series("sutton jewish", SeriesLevel.BOROUGH, 0, 0.2, 2, 2, 1));

    @Test
    void listsAlarmsByTheLeastExcessAndBoroughCommunitiesUnderWhatHoldsThem() {
        assertEquals("""
                1 whole jewish: at least 20 more, q 0.0007
                2 barnet jewish: at least 8 more, q 0.0047, under whole jewish
                3 camden jewish: at least 4 more, q 0.0053, under whole jewish
                4 barnet all: at least 8 more, q 0.0035
                5 camden muslim: at least 7 more, q 0.0056
                6 harrow hindu: at least 5 more, q 0.0000
                """, list(WEEK, SUNDAY));
    }

    @Test
    void anOrderOfTheSeriesChangesNothing() {
        List<SeriesAlarms> shuffled = new ArrayList<>(WEEK);
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(list(WEEK, SUNDAY), list(shuffled, SUNDAY));
    }

    @Test
    void seriesThatExpectNextToNothingAreAFamilyOfTheirOwn() {
        List<RankedWeek> weeks = AlarmRanking.of(WEEK, SUNDAY);
        assertEquals(
                List.of(7, 7, 7, 7, 7, 7, 7, 3, 3, 3),
                weeks.stream().map(RankedWeek::familySize).toList());
        assertEquals(0.00003, weeks.get(7).q(), 1e-12, "three tests");
        assertEquals(0.03, weeks.get(2).q(), 1e-12, "the largest of seven");
    }

    @Test
    void weeksThatAreNotCompleteAreTestedButNotListed() {
        assertEquals("", list(WEEK, SUNDAY.minusDays(1)));
        assertEquals(7, AlarmRanking.of(WEEK, SUNDAY.minusDays(1)).get(0).familySize());
        assertEquals(
                AlarmRanking.of(WEEK, SUNDAY).stream()
                        .filter(week -> week.rank().isPresent())
                        .map(RankedWeek::key)
                        .toList(),
                AlarmRanking.of(WEEK, SUNDAY.minusDays(1)).stream()
                        .filter(RankedWeek::isEarlySignal)
                        .map(RankedWeek::key)
                        .toList(),
                "what will be listed if nothing more comes is an early signal until then");
        assertTrue(AlarmRanking.of(WEEK, SUNDAY).stream().noneMatch(RankedWeek::isEarlySignal));
    }

    @Test
    void anAlarmOfALargeShareOfFalseOnesIsNotListed() {
        List<SeriesAlarms> week = new ArrayList<>();
        week.add(series("whole jewish", SeriesLevel.WHOLE_AREA, 24, 12, 20, 23, 0.004));
        for (int i = 0; i < 25; i++) {
            week.add(series("area" + i + " all", SeriesLevel.BOROUGH_TOTAL, 5, 5, 9, 10, 0.6));
        }
        assertEquals("", list(week, SUNDAY));
    }

    @Test
    void weeksWithoutABoundBelongToNoFamily() {
        SeriesAlarms partial = new SeriesAlarms(
                key("whole all"),
                SeriesLevel.WHOLE_AREA_TOTAL,
                List.of(WeekJudge.week(MONDAY, 9, WeekBound.none(ModelStatus.PARTIAL, 0), false, 0)));
        RankedWeek week = AlarmRanking.of(List.of(partial), SUNDAY).get(0);
        assertEquals(0, week.familySize());
        assertEquals(Double.NaN, week.q());
    }

    private static String list(List<SeriesAlarms> series, LocalDate completeTo) {
        StringBuilder list = new StringBuilder();
        AlarmRanking.of(series, completeTo).stream()
                .filter(week -> week.rank().isPresent())
                .sorted(Comparator.comparingInt(week -> week.rank().orElseThrow()))
                .forEach(week -> list.append(String.format(
                        java.util.Locale.ROOT,
                        "%d %s: at least %d more, q %.4f%s%n",
                        week.rank().orElseThrow(),
                        name(week.key()),
                        week.week().leastExcess(),
                        week.q(),
                        week.under().map(key -> ", under " + name(key)).orElse(""))));
        return list.toString();
    }

    private static String name(SeriesKey key) {
        return key.areaCode() + " " + key.communityCode();
    }

    private static SeriesKey key(String areaAndCommunity) {
        String[] parts = areaAndCommunity.split(" ", -1);
        return new SeriesKey("made-up", "occurred", "crime", parts[0], parts[1]);
    }

    private static SeriesAlarms series(
            String areaAndCommunity, SeriesLevel level, int count, double expected, int upper95, int upper, double p) {
        boolean isAlarm = count > upper;
        WeekBound bound = new WeekBound(ModelStatus.OK, 200, expected, upper95, upper, p, 1.5, null);
        return new SeriesAlarms(
                key(areaAndCommunity), level, List.of(WeekJudge.week(MONDAY, count, bound, isAlarm, isAlarm ? 1 : 0)));
    }
}
