package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/** The dates that an event's intervals are calibrated with. */
final class CalibrationTest {
    private static final LocalDate START = LocalDate.of(2008, 1, 1);
    private static final Window QUARTER = new Window(Grain.MONTH, Window.Kind.CUMULATIVE, 0, 2);
    private static final int MONTHS = 90;
    private static final int RAISED = 70;

    @Test
    void whatFollowedAnEventDoesNotWidenItsOwnIntervals() {
        SeriesEffects effects = study(List.of(event("large", RAISED), event("other", RAISED - 20)));
        Calibration calibration = Calibration.of(List.of(effects));
        double ofAll = calibration.factor(effects.key(), effects.level(), QUARTER);
        double ofLarge = factor(calibration, effects, "large");
        double ofOther = factor(calibration, effects, "other");
        assertTrue(ofAll > 1.5 && ofLarge < 1.2, "all dates " + ofAll + ", outside of the event " + ofLarge);
        assertTrue(ofOther >= ofAll, "all dates " + ofAll + ", without some that are like the others " + ofOther);
    }

    @Test
    void anEventThatNoSeriesWasStudiedForTakesTheFactorOfAllDates() {
        SeriesEffects effects = study(List.of(event("large", RAISED)));
        EventEffect unknown =
                study(List.of(event("unknown", RAISED - 7))).events().get(0);
        Calibration calibration = Calibration.of(List.of(effects));
        assertEquals(
                calibration.factor(effects.key(), effects.level(), QUARTER),
                calibration.factor(effects.key(), effects.level(), QUARTER, unknown));
    }

    private static double factor(Calibration calibration, SeriesEffects effects, String eventId) {
        EventEffect event = effects.events().stream()
                .filter(one -> one.eventId().equals(eventId))
                .findFirst()
                .orElseThrow();
        return calibration.factor(effects.key(), effects.level(), QUARTER, event);
    }

    /** Counts around 100, but 400 for three months after the event, in a series that it is not listed for. */
    private static SeriesEffects study(List<StudiedEvent> events) {
        Random random = new Random(20231007);
        int[] months = new int[MONTHS];
        Arrays.setAll(months, month -> {
            double mean = month >= RAISED && month < RAISED + 3 ? 400 : 100;
            return (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
        });
        StudiedSeries series = new StudiedSeries(
                new SeriesKey("test", "recorded", "crime", "london", "faith"),
                SeriesLevel.WHOLE_AREA,
                null,
                new TimeSeries(Grain.MONTH, START, months),
                new TimeSeries(Grain.MONTH, START, new int[MONTHS]));
        return SeriesStudy.ofStudied(events, List.of(), "london", List.of()).of(series);
    }

    private static StudiedEvent event(String id, int month) {
        return new StudiedEvent(
                id, START.plusMonths(month), List.of("jewish"), List.of("jewish"), EventScope.LONDON, List.of());
    }
}
