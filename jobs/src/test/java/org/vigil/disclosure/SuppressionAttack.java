package org.vigil.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who keeps all releases of a financial year, knows how tables and communities add up, and takes a hidden month of a borough as unchanged where every number beside it is. One
 * linear programme of all communities and vintages, written from the published numbers alone.
 */
final class SuppressionAttack {
    private static final double TOLERANCE = 1e-4;
    /** More than anything that was published; without it the solver would lose its precision. */
    private static final double FAR = 1e4;

    private final LocalDate year;
    private final List<String> boroughs;
    private final String whole;
    private final List<Map<Cell, Long>> vintages;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Map<Cell, Variable>> unknown = new ArrayList<>();

    /** A published figure: a period of a community in an area. */
    record Cell(String area, String community, String periodType, LocalDate start) {}

    /**
     * What the lowest and highest possible count are.
     *
     * @param lowest not less than this
     * @param highest not more than this
     */
    record Range(double lowest, double highest) {
        /** Whether it is one whole number. */
        boolean isExactly(int count) {
            return Math.ceil(lowest - TOLERANCE) == count && Math.floor(highest + TOLERANCE) == count;
        }

        double width() {
            return highest - lowest;
        }
    }

    /**
     * The attack.
     *
     * @param year first day of the financial year
     * @param whole code of the whole area
     * @param parts communities within wider ones
     * @param vintages numbers of each release in which some are new
     */
    SuppressionAttack(
            LocalDate year,
            List<String> boroughs,
            String whole,
            Map<String, String> parts,
            Set<String> communities,
            List<Map<Cell, Long>> vintages) {
        this.year = year;
        this.boroughs = boroughs;
        this.whole = whole;
        this.vintages = vintages;
        for (int v = 0; v < vintages.size(); v++) {
            unknown.add(new HashMap<>());
            for (String community : communities) {
                addSums(v, community);
            }
            for (String community : communities) {
                String wider = parts.getOrDefault(community, "all");
                if (communities.contains(wider) && !community.equals(wider)) {
                    addPart(v, community, wider);
                }
            }
        }
        for (int v = 1; v < vintages.size(); v++) {
            addStill(v);
        }
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>(boroughs);
        rows.add("elsewhere");
        return rows;
    }

    private Cell month(String area, String community, int month) {
        return new Cell(area, community, "month", year.plusMonths(month));
    }

    /** Adds a month of an area to a sum, and gives back what is known of it. */
    private long add(Expression sum, int vintage, Cell cell, int factor) {
        Long number = vintages.get(vintage).get(cell);
        if (number != null) {
            return factor * number;
        }
        Variable variable = unknown.get(vintage)
                .computeIfAbsent(
                        cell,
                        of -> model.addVariable("v" + vintage + " " + of)
                                .lower(0)
                                .upper(FAR));
        sum.add(variable, factor);
        return 0;
    }

    private void addSums(int v, String community) {
        for (String area : rows()) {
            for (int quarter = 0; quarter < 4; quarter++) {
                addSum(
                        v,
                        new Cell(area, community, "quarter", year.plusMonths(3L * quarter)),
                        List.of(area),
                        3 * quarter,
                        3 * quarter + 3);
            }
            addSum(v, new Cell(area, community, "financial_year", year), List.of(area), 0, 12);
        }
        for (int month = 0; month < 12; month++) {
            addSum(v, month(whole, community, month), rows(), month, month + 1);
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            addSum(
                    v,
                    new Cell(whole, community, "quarter", year.plusMonths(3L * quarter)),
                    rows(),
                    3 * quarter,
                    3 * quarter + 3);
        }
        addSum(v, new Cell(whole, community, "financial_year", year), rows(), 0, 12);
    }

    private void addSum(int v, Cell sum, List<String> areas, int from, int to) {
        Long number = vintages.get(v).get(sum);
        if (number != null) {
            Expression expression = model.addExpression("sum " + v + " " + sum);
            long known = 0;
            for (String area : areas) {
                for (int month = from; month < to; month++) {
                    known += add(expression, v, month(area, sum.community(), month), 1);
                }
            }
            expression.level(BigDecimal.valueOf(number - known));
        }
    }

    private void addPart(int v, String part, String wider) {
        for (String area : rows()) {
            for (int month = 0; month < 12; month++) {
                Expression expression = model.addExpression("part " + v + " " + part + area + month);
                long known = add(expression, v, month(area, wider, month), 1);
                known += add(expression, v, month(area, part, month), -1);
                expression.lower(BigDecimal.valueOf(-known));
            }
        }
    }

    /** A hidden month stays where nothing beside it has changed: the other areas, the other months of the quarter, and their sums. */
    private void addStill(int v) {
        for (Map.Entry<Cell, Variable> entry : Map.copyOf(unknown.get(v)).entrySet()) {
            Cell cell = entry.getKey();
            Variable before = unknown.get(v - 1).get(cell);
            if (before == null || cell.area().equals("elsewhere")) {
                continue;
            }
            int at = (cell.start().getYear() - year.getYear()) * 12
                    + cell.start().getMonthValue()
                    - year.getMonthValue();
            List<Cell> beside = new ArrayList<>();
            boroughs.forEach(area -> beside.add(month(area, cell.community(), at)));
            beside.add(month(whole, cell.community(), at));
            for (int month = at / 3 * 3; month < at / 3 * 3 + 3; month++) {
                beside.add(month(cell.area(), cell.community(), month));
            }
            beside.add(new Cell(cell.area(), cell.community(), "quarter", year.plusMonths(3L * (at / 3))));
            int seen = 0;
            boolean isChanged = false;
            for (Cell one : beside) {
                Long now = vintages.get(v).get(one);
                Long then = vintages.get(v - 1).get(one);
                seen += now != null && then != null ? 1 : 0;
                isChanged |= now != null && then != null && !now.equals(then);
            }
            if (seen > 0 && !isChanged) {
                Expression same = model.addExpression("still " + v + " " + cell);
                same.set(entry.getValue(), 1);
                same.set(before, -1);
                same.level(0);
            }
        }
    }

    /** Months of boroughs that no release shows. */
    List<Cell> hidden(int vintage) {
        return unknown.get(vintage).keySet().stream()
                .filter(cell ->
                        !cell.area().equals("elsewhere") && !cell.community().equals("all"))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** What a count can be; nothing if what was published cannot be true. */
    Optional<Range> range(int vintage, Cell cell) {
        Variable variable = Optional.ofNullable(unknown.get(vintage).get(cell)).orElseThrow();
        variable.weight(1);
        Optimisation.Result lowest = model.minimise();
        Optimisation.Result highest = model.maximise();
        variable.weight(null);
        return lowest.getState().isFeasible()
                ? Optional.of(new Range(
                        lowest.getValue(),
                        highest.getState().isFeasible() ? highest.getValue() : Double.POSITIVE_INFINITY))
                : Optional.empty();
    }
}
