package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference values computed with PHEindicatormethods 2.1.1 and R's poisson.test, to twelve significant digits. */
final class PoissonIntervalTest {
    /** x, population, confidence, rate, exact, Byar, and the interval of the rate with its method. */
    static Stream<List<String>> references() {
        try (var in = Objects.requireNonNull(PoissonIntervalTest.class.getResourceAsStream("rate_intervals.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(line -> List.of(line.split(","))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithTheReference(List<String> r) {
        long count = Long.parseLong(r.get(0));
        double confidence = number(r, 2);
        near(r, 4, PoissonInterval.exact(count, confidence).lower());
        near(r, 5, PoissonInterval.exact(count, confidence).upper());
        near(r, 6, PoissonInterval.byar(count, confidence).lower());
        near(r, 7, PoissonInterval.byar(count, confidence).upper());
        Interval rate = PoissonInterval.of(count, confidence).scaledBy(100_000 / number(r, 1));
        near(r, 8, rate.lower());
        near(r, 9, rate.upper());
        assertEquals(r.get(10), rate.method() == Interval.Method.EXACT ? "Exact" : "Byars");
    }

    @Test
    void hasManyReferences() {
        assertEquals(38, references().count());
    }

    @Test
    void takesByarFromTenOn() {
        assertEquals(Interval.Method.EXACT, PoissonInterval.of(9, 0.95).method());
        assertEquals(Interval.Method.BYAR, PoissonInterval.of(10, 0.95).method());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.95", "1, 0", "1, 1", "1, NaN"})
    void refusesWhatIsNoCountOrConfidence(long count, double confidence) {
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.of(count, confidence));
    }

    @Test
    void refusesAnIntervalUpsideDown() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, Interval.Method.EXACT));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, Interval.Method.EXACT));
    }

    private static double number(List<String> reference, int place) {
        return Double.parseDouble(reference.get(place));
    }

    /** Where the reference has no value, as for a rate at another confidence, there is nothing to compare. */
    private static void near(List<String> reference, int place, double found) {
        if (!reference.get(place).equals("NA")) {
            double expected = number(reference, place);
            assertEquals(expected, found, Math.max(1e-9, 1e-9 * Math.abs(expected)));
        }
    }
}
