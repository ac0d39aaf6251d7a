package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigil.incident.IncidentDate;

final class ExtractEffectTest {
    private static final int MAY = month(2024, 5);
    private static final int JUNE = month(2024, 6);
    private static final int ON_25_JUNE = day("2024-06-25");

    @Test
    void countsWhatStandsOnTheLastDayShownOrBeforeAsLate() {
        ExtractEffect effect = added(day("2024-06-24"), ON_25_JUNE, day("2024-06-26"));
        assertEquals(2, effect.counted(epochDay("2024-06-25")).late());
        assertEquals(3, effect.counted(epochDay("2024-06-26")).late());
        assertEquals(0, effect.counted(epochDay("2024-06-23")).late());
        assertEquals(0, effect.counted(ExtractEffect.NO_DAY).late());
    }

    /** Within the month nobody can tell whether it came late. */
    @Test
    void countsAMonthAsLateOnceALaterOneWasShown() {
        ExtractEffect effect = added(MAY, JUNE);
        assertEquals(0, effect.counted(epochDay("2024-05-31")).late());
        assertEquals(1, effect.counted(epochDay("2024-06-01")).late());
        assertEquals(1, effect.counted(epochDay("2024-06-30")).late());
        assertEquals(2, effect.counted(epochDay("2024-07-01")).late());
    }

    @Test
    void showsTheLastDayOfAnyIncidentAddedOrNot() {
        ExtractEffect effect = new ExtractEffect();
        assertEquals(ExtractEffect.NO_DAY, effect.lastDayShown());
        effect.noteShown(ON_25_JUNE);
        effect.noteShown(MAY);
        assertEquals(epochDay("2024-06-25"), effect.lastDayShown());
        assertEquals(0, effect.counted(IncidentDate.LAST_DAY).late());
    }

    @Test
    void addsPartsToTheWholeInAnyOrder() {
        long seed = 5;
        Random random = new Random(seed);
        List<Integer> days = new ArrayList<>();
        ExtractEffect parts = new ExtractEffect();
        for (int part = 0; part < 20; part++) {
            ExtractEffect own = new ExtractEffect();
            for (int i = random.nextInt(30); i > 0; i--) {
                int day = epochDay("2024-01-01") + (int) (random.nextGaussian() * 300);
                days.add(day);
                own.noteAdded(IncidentDate.ofDay(day));
                own.noteShown(IncidentDate.ofDay(day));
            }
            parts.add(own);
        }
        for (int last = epochDay("2020-01-01"); last < epochDay("2028-01-01"); last += 13) {
            int bound = last;
            assertEquals(
                    days.stream().filter(day -> day <= bound).count(),
                    parts.counted(last).late(),
                    "seed " + seed);
        }
        assertEquals(
                days.stream().mapToInt(Integer::intValue).max().orElseThrow(), parts.lastDayShown(), "seed " + seed);
    }

    private static ExtractEffect added(int... dates) {
        ExtractEffect effect = new ExtractEffect();
        for (int date : dates) {
            effect.noteAdded(date);
        }
        return effect;
    }

    private static int day(String date) {
        return IncidentDate.ofDay(LocalDate.parse(date));
    }

    private static int month(int year, int month) {
        return IncidentDate.ofMonth(year, month);
    }

    private static int epochDay(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
