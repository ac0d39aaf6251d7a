package org.vigil.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of the R package surveillance 1.20.3. */
final class ComparatorsTest {
    private static final List<Row> EXPECTED = ReferenceValues.of("ears_cusum_bayes_expected.csv");
    private static final Map<String, int[]> SERIES = series();

    @ParameterizedTest
    @EnumSource(Ears.class)
    void earsAgreesWithTheReference(Ears method) {
        int compared = 0;
        for (Row row : rows("EARS_" + method)) {
            // A baseline without variation has no bound in the package.
            if (Double.isFinite(row.number("upperbound"))) {
                double least = parameter(row, "minSigma");
                double bound = method.bound(counts(row), row.integer("t") - 1, least);
                assertEquals(row.number("upperbound"), bound, 1e-8 * Math.max(1, bound), row::toString);
                assertEquals(row.integer("alarm") == 1, row.number("observed") > bound, row::toString);
                compared++;
            }
        }
        assertEquals(true, compared > 700, compared + " compared");
    }

    @ParameterizedTest
    @EnumSource(Cusum.class)
    void cumulativeSumsAgreeWithTheReference(Cusum method) {
        List<Row> rows = rows("CUSUM_" + method.name().toLowerCase(Locale.ROOT));
        for (Row row : rows) {
            double[] sums = method.sums(counts(row), 30, parameter(row, "m"));
            double sum = sums[row.integer("t") - 31];
            assertEquals(row.number("statistic"), sum, 1e-8 * Math.max(1, sum), row::toString);
            assertEquals(row.integer("alarm") == 1, sum >= Cusum.LIMIT, row::toString);
        }
        assertEquals(400, rows.size());
    }

    @Test
    void seriesOfTheReferenceAreAllRead() {
        assertEquals(4, SERIES.size());
    }

    private static List<Row> rows(String method) {
        return EXPECTED.stream()
                .filter(row -> row.text("method").equals(method))
                .toList();
    }

    private static double parameter(Row row, String name) {
        for (String one : row.text("params").split(";", -1)) {
            if (one.startsWith(name + "=")) {
                return Double.parseDouble(one.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static int[] counts(Row row) {
        return Objects.requireNonNull(SERIES.get(row.text("series")));
    }

    private static Map<String, int[]> series() {
        Map<String, List<Integer>> counts = new HashMap<>();
        for (Row row : ReferenceValues.of("ears_cusum_bayes_series.csv")) {
            counts.computeIfAbsent(row.text("series"), name -> new ArrayList<>())
                    .add(row.integer("observed"));
        }
        Map<String, int[]> series = new HashMap<>();
        counts.forEach((name, list) ->
                series.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        return series;
    }
}
