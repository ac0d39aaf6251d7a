package org.vigil.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small share of the calibration that {@link AlarmCalibration} prints; wide limits, for so few series. */
final class AlarmCalibrationTest {
    private static final long SEED = 20_261;
    private static final int NEWEST = 8;

    @ParameterizedTest
    @CsvSource({"0.1, 1.0, 0, 0", "2, 1.3, 0, 0", "10, 1.6, 0.03, 0", "40, 2.5, 0.06, 0", "10, 1.6, 0.03, 0.7"})
    void undisturbedWeeksAreRarelyInAlarm(double mean, double dispersion, double growth, double persistence) {
        WeekSimulation kind = new WeekSimulation(mean, dispersion, growth, persistence);
        Map<String, Double> shares = new AlarmCalibration(50, NEWEST, SEED).falseAlarms(kind);
        shares.forEach((method, share) -> {
            if (method.equals("vigil") || method.endsWith("wk")) {
                assertTrue(share <= 0.02, () -> method + ": " + share);
            }
        });
    }

    @Test
    void aWeekOfTwiceAndAHalfTheLevelIsInAlarmInSevenOfTen() {
        double power = new AlarmCalibration(400, 1, SEED).power(new WeekSimulation(10, 1.6, 0.03, 0), 2.5);
        assertEquals(0.71, power, 0.10);
    }
}
