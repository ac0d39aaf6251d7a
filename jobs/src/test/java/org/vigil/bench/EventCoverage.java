package org.vigil.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.vigil.event.SimulatedCoverage;
import org.vigil.event.SimulatedSeries;
import org.vigil.event.Window;
import org.vigil.series.Grain;

/**
 * Coverage of the intervals of event effects on simulated series without an event: share inside the 95 % interval and share with an upper p below 0.025, for
 * the four disjoint windows of days.
 *
 * <p>Arguments: series for each scenario, seed.
 */
public final class EventCoverage {
    private static final int DISJOINT = 4;

    private EventCoverage() {}

    /** The scenarios by name: mean a day, dispersion, persistence, spread and growth. */
    public static Map<String, SimulatedSeries> scenarios() {
        Map<String, SimulatedSeries> scenarios = new LinkedHashMap<>();
        add(scenarios, 0.05, 1, 0, 0, 0);
        add(scenarios, 0.2, 1, 0, 0, 0.05);
        add(scenarios, 1, 1.2, 0, 0, 0.05);
        add(scenarios, 5, 1.5, 0, 0, 0.05);
        add(scenarios, 1, 1.2, 0.9, 0.25, 0.05);
        add(scenarios, 5, 1.5, 0.9, 0.25, 0.05);
        add(scenarios, 20, 2, 0.9, 0.25, 0.05);
        add(scenarios, 5, 1.3, 0.8, 0.35, 0.12);
        return scenarios;
    }

    private static void add(
            Map<String, SimulatedSeries> scenarios,
            double mean,
            double dispersion,
            double persistence,
            double spread,
            double growth) {
        scenarios.put(
                String.format(
                        Locale.ROOT,
                        "mean %s, dispersion %s, AR(%s) sd %s, growth %s",
                        mean,
                        dispersion,
                        persistence,
                        spread,
                        growth),
                new SimulatedSeries(mean, dispersion, persistence, spread, growth));
    }

    /** A row for each scenario: shares inside the interval and shares above it, by disjoint window. */
    static String table(int series, long seed) {
        List<String> columns = new ArrayList<>();
        for (String what : List.of("covered", "upper mid-p < .025")) {
            Window.of(Grain.DAY)
                    .subList(0, DISJOINT)
                    .forEach(window -> columns.add(what + " " + window.first() + "–" + window.last()));
        }
        MarkdownTable table = new MarkdownTable("event-free days", columns);
        scenarios().forEach((name, model) -> {
            SimulatedCoverage coverage = SimulatedCoverage.of(model, series, seed);
            table.addShares(
                    name,
                    DoubleStream.concat(
                                    Arrays.stream(coverage.covered()).limit(DISJOINT),
                                    Arrays.stream(coverage.above()).limit(DISJOINT))
                            .boxed()
                            .toList());
        });
        return table.toString();
    }
}
