package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigil.alarm.FarringtonSettings.Bound;
import org.vigil.alarm.FarringtonSettings.TrendRule;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of an implementation in R 4.2.2 in the arithmetic of the paper, confirmed on every fourth point by statsmodels. */
final class FarringtonFlexibleTest {
    private static final double NOTHING = 1e-6;
    private static final double TOLERANCE = 1e-6;
    private static final int WEEKS_A_YEAR = 52;

    @Test
    void agreesWithTheReferenceOnSimulatedSeries() {
        assertEquals(
                4 * 240,
                agreeing(
                        ReferenceValues.of("farrington_series.csv"),
                        ReferenceValues.of("farrington_expected_consistent.csv")));
    }

    @Test
    void agreesWithTheReferenceOnPublishedSeries() {
        assumeTrue(ReferenceValues.hasUncommitted(), "the published series are not on this machine");
        List<Row> expected = ReferenceValues.ofUncommitted("farrington_real_expected_consistent.csv");
        assertEquals(expected.size(), agreeing(ReferenceValues.ofUncommitted("farrington_real_series.csv"), expected));
    }

    private static int agreeing(List<Row> series, List<Row> expected) {
        Map<String, TimeSeries> byName = new HashMap<>();
        Set<String> dated = new HashSet<>();
        series.stream().map(row -> row.text("series")).distinct().forEach(name -> {
            List<Row> own = series.stream()
                    .filter(row -> row.text("series").equals(name))
                    .toList();
            boolean isDated = !own.get(0).text("week_start").equals("NA");
            if (isDated) {
                dated.add(name);
            }
            byName.put(
                    name,
                    new TimeSeries(
                            Grain.WEEK,
                            isDated ? LocalDate.parse(own.get(0).text("week_start")) : LocalDate.of(2001, 1, 1),
                            own.stream()
                                    .mapToInt(row -> row.integer("observed"))
                                    .toArray()));
        });
        Map<String, FarringtonSettings> settings = settings();
        List<String> different = new ArrayList<>();
        for (Row row : expected) {
            if (row.number("expected_raw") < NOTHING) {
                continue;
            }
            String name = row.text("series");
            FarringtonSettings own = Objects.requireNonNull(settings.get(row.text("config")));
            TimeSeries counts = Objects.requireNonNull(byName.get(name));
            int week = row.integer("t") - 1;
            FarringtonBaseline baseline = dated.contains(name)
                    ? FarringtonBaseline.of(counts, week, own)
                    : FarringtonBaseline.of(counts, anniversaries(week, own.years()), own);
            WeekBound bound = FarringtonFlexible.wholeModel(baseline, own, row.integer("observed"))
                    .orElseThrow();
            compare(row, bound, baseline, different);
            boolean isAlarm =
                    row.integer("observed") > bound.upper() && counts.sum(week - 3, week + 1) >= AlarmWeek.LEAST_RECENT;
            compare(row, "alarm", isAlarm ? 1 : 0, different);
        }
        assertEquals(List.of(), different.subList(0, Math.min(20, different.size())), different.size() + " differ");
        return expected.size();
    }

    private static void compare(Row row, WeekBound bound, FarringtonBaseline baseline, List<String> different) {
        FarringtonFit fit = Objects.requireNonNull(bound.fit());
        compare(row, "n_base", baseline.size(), different);
        compare(row, "trend", fit.hasTrend() ? 1 : 0, different);
        compare(row, "phi", bound.dispersion(), different);
        compare(row, "expected_raw", bound.expected(), different);
        compare(row, "se_eta", fit.standardError(), standardErrorTolerance(row), different);
        compare(row, "eta", fit.predictor(), different);
        compare(row, "n_downweighted", fit.downweighted(), different);
        compare(row, "upper_raw", bound.upper(), different);
        compare(row, "pvalue", bound.p(), different);
        compare(row, "score", bound.score(row.number("observed")), different);
    }

    /**
     * Where the first level of R's season factor holds no incident, its coefficient has no end, and the standard error of any other level is the difference of
     * two numbers above 10⁹: R has 0.447159 for five incidents at a dispersion of 1, which is 1/√5 = 0.447214.
     */
    private static double standardErrorTolerance(Row row) {
        return row.text("series").equals("sim_sparse") ? 1e-3 : TOLERANCE;
    }

    private static void compare(Row row, String name, double found, List<String> different) {
        compare(row, name, found, TOLERANCE, different);
    }

    private static void compare(Row row, String name, double found, double tolerance, List<String> different) {
        double expected = row.number(name);
        if (!(Math.abs(expected - found) <= tolerance * Math.max(1e-3, Math.abs(expected)))) {
            different.add(row.text("series") + " " + row.text("config") + " " + row.text("t") + " " + name
                    + ": expected " + expected + ", found " + found);
        }
    }

    private static int[] anniversaries(int week, int years) {
        int[] weeks = new int[years + 1];
        for (int year = 0; year <= years; year++) {
            weeks[year] = week - year * WEEKS_A_YEAR;
        }
        return weeks;
    }

    private static Map<String, FarringtonSettings> settings() {
        Map<String, FarringtonSettings> settings = new HashMap<>();
        for (Row row : ReferenceValues.of("farrington_configs.csv")) {
            if (row.text("method").equals("farringtonFlexible")) {
                TrendRule always = row.number("pThresholdTrend") == 1 ? TrendRule.ALWAYS : TrendRule.IF_SIGNIFICANT;
                settings.put(
                        row.text("config"),
                        new FarringtonSettings(
                                row.integer("b"),
                                row.integer("w"),
                                row.integer("noPeriods"),
                                row.integer("pastWeeksNotIncluded"),
                                row.number("weightsThreshold"),
                                row.number("alpha"),
                                row.text("trend").equals("TRUE") ? always : TrendRule.NEVER,
                                switch (row.text("thresholdMethod")) {
                                    case "delta" -> Bound.TWO_THIRDS_POWER;
                                    case "nbPlugin" -> Bound.NEGATIVE_BINOMIAL;
                                    default -> Bound.NEGATIVE_BINOMIAL_OF_UPPER_MEAN;
                                }));
            }
        }
        return settings;
    }
}
