package org.vigil.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigil.series.Grain;

/**
 * How often windows of series without any event lie inside their 95 % interval.
 *
 * @param windows the windows of a grain, disjoint ones first
 * @param covered share of series inside the interval, by window
 * @param above share of series whose upper mid-p is below 0.025, by window
 * @param expected what was usual on average, by window
 */
public record SimulatedCoverage(List<Window> windows, double[] covered, double[] above, double[] expected) {
    private static final LocalDate EVENT = LocalDate.of(2023, 1, 1);
    private static final double TAIL = 0.025;

    /** Draws series of two years and eight weeks, each from a seed of its own, and studies the last eight weeks. */
    public static SimulatedCoverage of(SimulatedSeries model, int series, long seed) {
        List<Window> windows = Window.of(Grain.DAY);
        double[] covered = new double[windows.size()];
        double[] above = new double[windows.size()];
        double[] expected = new double[windows.size()];
        List<List<Estimate>> all = IntStream.range(0, series)
                .parallel()
                .mapToObj(i -> estimates(model, new Random(seed + i)))
                .toList();
        for (List<Estimate> estimates : all) {
            for (int w = 0; w < covered.length; w++) {
                Estimate estimate = estimates.get(w);
                boolean isInside = estimate.observed() >= estimate.range().lower()
                        && estimate.observed() <= estimate.range().upper();
                covered[w] += (isInside ? 1.0 : 0) / series;
                above[w] += (estimate.upperP() < TAIL ? 1.0 : 0) / series;
                expected[w] += estimate.expected() / series;
            }
        }
        return new SimulatedCoverage(windows, covered, above, expected);
    }

    private static List<Estimate> estimates(SimulatedSeries model, Random random) {
        StudyRule rule = StudyRule.of(Grain.DAY);
        LocalDate start = EVENT.minusDays(rule.baseline());
        GrainStudy study = new GrainStudy(
                rule,
                model.days(start, rule.baseline() + rule.response(), random),
                List.of(),
                List.of(),
                "jewish",
                List.of());
        StudiedEvent event =
                new StudiedEvent("nothing", EVENT, List.of("jewish"), List.of("jewish"), EventScope.LONDON, List.of());
        return study.effect(event, true, List.of()).windows().stream()
                .map(effect -> Estimate.of(effect.observed(), Objects.requireNonNull(effect.prediction()), 1))
                .toList();
    }
}
