package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R 4.2.2's glm.fit. */
final class CountModelTest {
    private static final List<Row> INPUT = ReferenceValues.of("glm_edge_cases_input.csv");
    private static final List<Row> EXPECTED = ReferenceValues.of("glm_edge_cases.csv");

    static Stream<String> cases() {
        return new LinkedHashSet<>(
                        EXPECTED.stream().map(row -> row.text("case")).toList())
                .stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheReference(String name) {
        List<Row> expected =
                EXPECTED.stream().filter(row -> row.text("case").equals(name)).toList();
        CountFit fit = fit(name);
        Row first = expected.get(0);
        boolean isSeparated = name.endsWith("all_zero");
        double tolerance = isSeparated ? 1e-6 : 1e-8;
        assertTrue(fit.hasConverged());
        assertEquals(first.integer("rank"), fit.rank());
        assertEquals(first.number("deviance"), fit.deviance(), tolerance * Math.max(1, fit.deviance()));
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double mean : fit.means()) {
            least = Math.min(least, mean);
            most = Math.max(most, mean);
        }
        assertEquals(first.number("mu_min"), least, 1e-7);
        assertEquals(first.number("mu_max"), most, 1e-7);
        for (int j = 0; j < expected.size() && !isSeparated; j++) {
            assertEquals(
                    expected.get(j).number("estimate"),
                    fit.coefficient(j),
                    1e-7,
                    expected.get(j).text("term"));
        }
    }

    @Test
    void leavesOutTheLaterOfTwoEqualColumns() {
        CountFit fit = fit("aliased");
        assertFalse(fit.isAliased(1));
        assertTrue(fit.isAliased(2));
        assertEquals(Double.NaN, fit.coefficient(2));
        assertEquals(Double.NaN, fit.standardError(2));
        assertEquals(0.583333333333, fit.dispersion(), 1e-7);
    }

    @Test
    void startsFromOtherCoefficientsToTheSameFit() {
        CountModel model = model("weights");
        CountFit fit = model.fitPoisson();
        CountFit again = model.fitPoissonFrom(new double[] {1, -1});
        assertEquals(fit.coefficient(0), again.coefficient(0), 1e-13);
        assertEquals(fit.coefficient(1), again.coefficient(1), 1e-13);
    }

    @Test
    void hatValuesAddUpToTheRank() {
        CountFit fit = fit("aliased");
        double sum = 0;
        for (int i = 0; i < fit.means().length; i++) {
            sum += fit.hatValue(i);
        }
        assertEquals(2, sum, 1e-12);
    }

    @Test
    void refusesWhatIsNoCountOrWeight() {
        Design design = Design.intercept(1);
        assertThrows(IllegalArgumentException.class, () -> CountModel.of(design, new double[] {-1}));
        assertThrows(IllegalArgumentException.class, () -> CountModel.of(design, new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> CountModel.of(design, new double[] {1, 2}));
        CountModel model = CountModel.of(design, new double[] {1});
        assertThrows(IllegalArgumentException.class, () -> model.withWeights(new double[] {-1}));
        assertThrows(IllegalArgumentException.class, () -> model.withOffset(new double[] {Double.NEGATIVE_INFINITY}));
    }

    private static CountFit fit(String name) {
        return model(name).fitPoisson();
    }

    private static CountModel model(String name) {
        List<Row> rows =
                INPUT.stream().filter(row -> row.text("case").equals(name)).toList();
        List<double[]> columns = new ArrayList<>();
        for (String column : List.of("x", "win", "win2")) {
            double[] numbers =
                    rows.stream().mapToDouble(row -> row.number(column)).toArray();
            if (!Double.isNaN(numbers[0])) {
                columns.add(numbers);
            }
        }
        return CountModel.of(Design.intercept(rows.size()).with(columns), column(rows, "y"))
                .withOffset(column(rows, "offset"))
                .withWeights(column(rows, "weight"));
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }
}
