package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of {@code algo.farrington} of the R package surveillance 1.20.3. */
final class Farrington1996Test {
    private static final double BOTH_SIDES = 0.05;

    private static final Map<String, TimeSeries> SERIES = ReferenceValues.of("farrington_series.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> row.text("series"),
                    Collectors.collectingAndThen(
                            Collectors.toList(),
                            rows -> new TimeSeries(
                                    Grain.WEEK,
                                    LocalDate.parse(rows.get(0).text("week_start")),
                                    rows.stream()
                                            .mapToInt(row -> row.integer("observed"))
                                            .toArray()))));

    /** Weeks in which the package keeps a trend that is not significant with one dispersion used throughout. */
    private static final Set<String> OTHER_TREND = Set.of("sim_low 480", "sim_low 481", "sim_sparse 472");

    @Test
    void agreesWithTheReference() {
        Set<String> otherTrend = new TreeSet<>();
        for (Row row : ReferenceValues.of("farrington_1996_expected.csv")) {
            TimeSeries series = Objects.requireNonNull(SERIES.get(row.text("series")));
            int week = row.integer("t") - 1;
            Farrington1996 method = new Farrington1996(BOTH_SIDES);
            WeekBound bound = method.bound(series, week);
            assertEquals(row.integer("alarm") == 1, method.isAlarm(series, week), row::toString);
            if (Objects.requireNonNull(bound.fit()).hasTrend() != (row.integer("trend") == 1)) {
                otherTrend.add(row.text("series") + " " + row.text("t"));
                continue;
            }
            assertEquals(row.number("pvalue"), 1 - bound.p(), 1e-3, row::toString);
            // The package gives no bound where fewer than five were recorded in four weeks.
            if (row.number("upperbound") > 0) {
                assertEquals(row.number("upperbound"), bound.upper(), 1e-3 * row.number("upperbound"), row::toString);
            }
        }
        assertEquals(OTHER_TREND, otherTrend);
    }
}
