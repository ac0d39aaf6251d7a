package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R 4.2.2's glm, MASS 7.3-58.2's glm.nb and sandwich 3.0-2's NeweyWest and vcovHC, confirmed by statsmodels. */
final class CountFitTest {
    private static final List<String> TERMS = List.of(
            "intercept", "dow2", "dow3", "dow4", "dow5", "dow6", "dow7", "sin1", "cos1", "sin2", "cos2", "trend");

    static Stream<Row> fits() {
        return ReferenceValues.of("event_glm_fit.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("fits")
    void agreesWithTheReference(Row expected) {
        String series = expected.text("series");
        DailySeries daily = DailySeries.of(series);
        CountModel model = CountModel.of(daily.withWindows(), daily.counts());
        CountFit fit = model.fitPoisson();
        SizeFit sizeFit = SizeFit.of(model).orElseThrow();
        assertEquals(expected.integer("p"), fit.rank());
        assertEquals(expected.number("deviance"), fit.deviance(), 1e-6);
        assertEquals(expected.number("phi_pearson"), fit.dispersion(), 1e-8);
        assertEquals(expected.number("nb_theta"), sizeFit.size(), 1e-5 * sizeFit.size());
        assertEquals(expected.number("nb_theta_se"), sizeFit.sizeError(), 1e-5 * sizeFit.sizeError());
        assertEquals(expected.number("nb_loglik"), sizeFit.logLikelihood(), 1e-6);
        for (Row row : ReferenceValues.of("event_glm_coefficients.csv")) {
            if (row.text("series").equals(series)) {
                agrees(row, column(row.text("term")), fit, sizeFit.fit());
            }
        }
    }

    private static void agrees(Row row, int j, CountFit fit, CountFit nb) {
        double quasi = row.number("se_quasi");
        assertEquals(row.number("estimate"), fit.coefficient(j), 1e-6 * quasi, row.text("term"));
        assertEquals(quasi, Math.sqrt(fit.dispersion()) * fit.standardError(j), 1e-6 * quasi);
        double[] gradient = new double[fit.coefficients().length];
        gradient[j] = 1;
        assertEquals(row.number("se_hac_nw14"), Math.sqrt(fit.varianceOfLag(gradient, 14)), 1e-6 * quasi);
        assertEquals(row.number("se_hc0"), Math.sqrt(fit.varianceOfLag(gradient, 0)), 1e-6 * quasi);
        assertEquals(row.number("nb_estimate"), nb.coefficient(j), 1e-5 * quasi);
        assertEquals(row.number("nb_se"), nb.standardError(j), 1e-5 * quasi);
    }

    private static int column(String term) {
        if (!term.startsWith("E")) {
            return TERMS.indexOf(term);
        }
        int event = Integer.parseInt(term.substring(1, 2)) - 1;
        return TERMS.size() + event * DailySeries.WINDOWS.size() + DailySeries.WINDOWS.indexOf(term.substring(3));
    }

    @Test
    void agreesOnThePublishedMonthsOfSeatBelts() {
        assumeTrue(ReferenceValues.hasUncommitted(), "the published series are not on this machine");
        List<Row> input = ReferenceValues.ofUncommitted("its_seatbelts_input.csv");
        List<Row> expected = ReferenceValues.ofUncommitted("its_seatbelts_expected.csv");
        List<double[]> columns = new ArrayList<>();
        for (Row row : expected.subList(1, expected.size())) {
            columns.add(
                    input.stream().mapToDouble(r -> r.number(row.text("term"))).toArray());
        }
        CountModel model = CountModel.of(
                Design.intercept(input.size()).with(columns),
                input.stream().mapToDouble(r -> r.number("y")).toArray());
        CountFit fit = model.fitPoisson();
        SizeFit nb = SizeFit.of(model).orElseThrow();
        for (int j = 0; j < expected.size(); j++) {
            Row row = expected.get(j);
            double[] gradient = new double[expected.size()];
            gradient[j] = 1;
            assertEquals(row.number("estimate"), fit.coefficient(j), 1e-8);
            assertEquals(row.number("se_quasi"), Math.sqrt(fit.dispersion()) * fit.standardError(j), 1e-8);
            assertEquals(row.number("se_hac_nw12"), Math.sqrt(fit.varianceOfLag(gradient, 12)), 1e-8);
            assertEquals(row.number("nb_estimate"), nb.fit().coefficient(j), 1e-6);
            assertEquals(row.number("nb_se"), nb.fit().standardError(j), 1e-6);
            assertEquals(row.number("nb_theta"), nb.size(), 1e-5 * nb.size());
            assertEquals(row.number("phi"), fit.dispersion(), 1e-8);
        }
    }
}
