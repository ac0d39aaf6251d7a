package org.vigil.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigil.event.SimulatedCoverage;
import org.vigil.event.SimulatedSeries;

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

    /** Prints a line for each scenario. */
    public static void main(String[] arguments) {
        int series = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        scenarios().forEach((name, model) -> {
            SimulatedCoverage coverage = SimulatedCoverage.of(model, series, seed);
            System.out.println(name + ": covered " + text(coverage.covered()) + ", above " + text(coverage.above()));
        });
    }

    private static String text(double[] shares) {
        return Arrays.stream(shares)
                .limit(DISJOINT)
                .mapToObj(share -> String.format(Locale.ROOT, "%.3f", share))
                .collect(Collectors.joining(" "));
    }
}
