package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/**
 * Ranges of hidden counts as GLPK computed them, also for tables of three dimensions with all their sums, which are no network: there linear programmes are the only
 * audit. Blocks of the product are never of this kind.
 */
final class ReferenceTablesTest {
    private static final double TOLERANCE = 1e-6;
    private static final String TOTAL = "TOTAL";
    private static final List<String> DIMENSIONS = List.of("d1", "d2", "d3");
    private static final int T = PrimarySuppression.THRESHOLD;

    static Stream<String> cases() {
        return ReferenceValues.of("suppression_audit.csv").stream()
                .map(row -> row.text("case"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheRangesAndWhatIsDisclosed(String name) {
        List<Row> rows = ReferenceValues.of("suppression_audit.csv").stream()
                .filter(row -> row.text("case").equals(name))
                .toList();
        int[] hidden = where(rows, row -> !row.text("status").equals("PUBLISHED"));
        LinearMoves moves = moves(rows, DIMENSIONS, hidden);
        moves.narrow(hidden, Double.POSITIVE_INFINITY);
        for (int cell : hidden) {
            Row row = rows.get(cell);
            double lowest = row.number("true_value") + moves.lowest(cell);
            double highest = row.number("true_value") + moves.highest(cell);
            assertEquals(row.number("lp_lo"), lowest, TOLERANCE, name + " " + row);
            assertEquals(row.number("lp_hi"), highest, TOLERANCE, name + " " + row);
            assertEquals(row.integer("exactly_disclosed"), highest - lowest < TOLERANCE ? 1 : 0, name + " " + row);
        }
        assertTrue(hidden.length > 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSameUnsafeCellsWithoutAskingAboutEachOfThem(String name) {
        List<Row> rows = ReferenceValues.of("suppression_audit.csv").stream()
                .filter(row -> row.text("case").equals(name))
                .toList();
        int[] hidden = where(rows, row -> !row.text("status").equals("PUBLISHED"));
        int[] narrow = where(rows, row -> row.number("lp_hi") - row.number("lp_lo") < T - TOLERANCE);
        LinearMoves moves = moves(rows, DIMENSIONS, hidden);
        assertArrayEquals(narrow, moves.narrow(hidden, T));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g2d_primary_only", "g2d_naive_rows", "g2d_gauss"})
    void theNetworkFindsTheSameWhereThereAreTwoDimensions(String name) {
        Frame frame = Frame.of(6, 4, 4, 4, 4, -1);
        int[] counts = new int[frame.cells()];
        Publication[] publications = new Publication[frame.cells()];
        Row[] byCell = new Row[frame.cells()];
        for (Row row : ReferenceValues.of("suppression_audit.csv")) {
            if (row.text("case").equals(name)) {
                int area = row.text("d1").equals(TOTAL) ? 6 : row.text("d1").charAt(1) - '1';
                int column = row.text("d2").equals(TOTAL) ? 4 : row.text("d2").charAt(1) - '1';
                int cell = frame.cell(area, column);
                counts[cell] = row.integer("true_value");
                publications[cell] = row.text("status").equals("PUBLISHED") ? Publication.SHOWN : Publication.HIDDEN;
                byCell[cell] = row;
            }
        }
        BlockAudit audit = NetworkAudit.of(Block.of(frame, counts, publications));
        for (int cell = 0; cell < byCell.length; cell++) {
            if (publications[cell] == Publication.HIDDEN) {
                double width = byCell[cell].number("lp_hi") - byCell[cell].number("lp_lo");
                assertEquals(Math.min(width, T), audit.fall(cell) + audit.rise(cell), name + " " + byCell[cell]);
                assertEquals(byCell[cell].integer("exactly_disclosed") == 1, audit.verdict(cell) == Verdict.DISCLOSED);
            }
        }
    }

    @Test
    void findsThatTwoReleasesDiscloseWhatNeitherDoes() {
        List<Row> rows = ReferenceValues.of("suppression_release_union.csv");
        List<String> dimensions = DIMENSIONS.subList(0, 2);
        int[] hiddenInA = where(rows, row -> row.text("release_a").equals("SUPPRESSED"));
        int[] hiddenInB = where(rows, row -> row.text("release_b").equals("SUPPRESSED"));
        int[] hiddenInBoth = IntStream.of(hiddenInA)
                .filter(cell -> IntStream.of(hiddenInB).anyMatch(other -> other == cell))
                .toArray();
        assertRanges(rows, dimensions, hiddenInA, "a");
        assertRanges(rows, dimensions, hiddenInB, "b");
        assertRanges(rows, dimensions, hiddenInBoth, "union");
        LinearMoves moves = moves(rows, dimensions, hiddenInBoth);
        moves.narrow(hiddenInBoth, Double.POSITIVE_INFINITY);
        for (int cell = 0; cell < rows.size(); cell++) {
            String flag = rows.get(cell).text("suppressed_in_either_but_disclosed_by_union");
            if (!flag.equals("NA")) {
                boolean isDisclosed = moves.highest(cell) - moves.lowest(cell) < TOLERANCE;
                assertEquals(flag, isDisclosed ? "1" : "0", "row " + cell);
            }
        }
    }

    private static void assertRanges(List<Row> rows, List<String> dimensions, int[] hidden, String release) {
        LinearMoves moves = moves(rows, dimensions, hidden);
        moves.narrow(hidden, Double.POSITIVE_INFINITY);
        for (int cell : hidden) {
            Row row = rows.get(cell);
            assertEquals(row.number(release + "_lo"), row.number("true_value") + moves.lowest(cell), TOLERANCE);
            assertEquals(row.number(release + "_hi"), row.number("true_value") + moves.highest(cell), TOLERANCE);
        }
        assertTrue(hidden.length > 0);
    }

    private static int[] where(List<Row> rows, Predicate<Row> is) {
        return IntStream.range(0, rows.size()).filter(i -> is.test(rows.get(i))).toArray();
    }

    /** Every sum is kept equal to the smallest cells within it. */
    private static LinearMoves moves(List<Row> rows, List<String> dimensions, int[] hidden) {
        double[] falls = new double[rows.size()];
        double[] rises = new double[rows.size()];
        for (int cell : hidden) {
            falls[cell] = rows.get(cell).number("true_value");
            rises[cell] = Double.POSITIVE_INFINITY;
        }
        LinearMoves moves = new LinearMoves(falls, rises);
        for (int cell = 0; cell < rows.size(); cell++) {
            Row sum = rows.get(cell);
            if (dimensions.stream().anyMatch(dimension -> sum.text(dimension).equals(TOTAL))) {
                List<Integer> parts = new ArrayList<>();
                for (int part = 0; part < rows.size(); part++) {
                    Row of = rows.get(part);
                    boolean isPart = dimensions.stream()
                            .allMatch(dimension -> !of.text(dimension).equals(TOTAL)
                                    && (sum.text(dimension).equals(TOTAL)
                                            || sum.text(dimension).equals(of.text(dimension))));
                    if (isPart) {
                        parts.add(part);
                    }
                }
                moves.keep(parts.stream().mapToInt(Integer::intValue).toArray(), new int[] {cell});
            }
        }
        return moves;
    }
}
