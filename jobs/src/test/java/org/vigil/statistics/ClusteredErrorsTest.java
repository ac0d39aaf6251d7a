package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R's glm and sandwich 3.0-2's vcovCL (HC0) on a simulated panel of twelve boroughs with an event on 9 January 2023. */
final class ClusteredErrorsTest {
    private static final LocalDate EVENT = LocalDate.of(2023, 1, 9);
    private static final int[][] WINDOWS = {{0, 6}, {7, 13}, {14, 27}, {28, 55}};

    @Test
    void agreesWithTheReference() {
        List<Row> rows = ReferenceValues.of("panel_input.csv");
        List<Row> expected = ReferenceValues.of("panel_expected.csv");
        List<String> boroughs =
                rows.stream().map(row -> row.text("borough")).distinct().toList();
        int[] clusters = rows.stream()
                .mapToInt(row -> boroughs.indexOf(row.text("borough")))
                .toArray();
        double[] counts =
                rows.stream().mapToDouble(row -> row.number("observed")).toArray();
        CountFit fit =
                CountModel.of(design(rows, clusters, boroughs.size()), counts).fitPoisson();
        double dispersion = fit.dispersion();
        assertEquals(25, expected.size());
        for (int j = 0; j < expected.size(); j++) {
            Row row = expected.get(j);
            double[] gradient = new double[expected.size()];
            gradient[j] = 1;
            double error = Math.sqrt(fit.varianceOfClusters(gradient, clusters));
            near(row, "estimate", fit.coefficient(j));
            near(row, "se_quasi", Math.sqrt(dispersion) * fit.standardError(j));
            near(row, "se_cluster_noadj", error);
            near(row, "se_cluster_adj_G", error * Math.sqrt(boroughs.size() / (boroughs.size() - 1.0)));
        }
    }

    /** With every row a cluster of its own it is White's estimate. */
    @Test
    void clustersOfOneRowAreNone() {
        double[] counts = {3, 1, 4, 1, 5, 9, 2, 6};
        CountFit fit = CountModel.of(Design.intercept(counts.length), counts).fitPoisson();
        assertEquals(
                fit.varianceOfLag(new double[] {1}, 0),
                fit.varianceOfClusters(new double[] {1}, new int[] {7, 6, 5, 4, 3, 2, 1, 0}),
                1e-15);
    }

    private static Design design(List<Row> rows, int[] clusters, int boroughs) {
        int[] days = rows.stream()
                .mapToInt(row -> (int) LocalDate.parse(row.text("date")).toEpochDay())
                .toArray();
        double[] midpoints = new double[days.length];
        int event = (int) EVENT.toEpochDay();
        List<double[]> columns = new ArrayList<>();
        for (int borough = 0; borough < boroughs; borough++) {
            double[] column = new double[days.length];
            for (int i = 0; i < column.length; i++) {
                midpoints[i] = days[i];
                column[i] = clusters[i] == borough ? 1 : 0;
            }
            columns.add(column);
        }
        columns.addAll(CalendarRegressors.daysOfWeek(days));
        columns.addAll(CalendarRegressors.harmonics(midpoints, 1));
        columns.add(CalendarRegressors.years(midpoints, event));
        for (int[] window : WINDOWS) {
            double[] column = new double[days.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = days[i] >= event + window[0] && days[i] <= event + window[1] ? 1 : 0;
            }
            columns.add(column);
        }
        return Design.of(columns);
    }

    private static void near(Row row, String name, double found) {
        assertEquals(row.number(name), found, 1e-6 * Math.max(1e-3, Math.abs(row.number(name))), row.text("term"));
    }
}
