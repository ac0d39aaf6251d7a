package org.vigil.report.text;

import java.util.List;
import java.util.function.Predicate;

/** Text alternatives of charts: kind of chart, measure, place, period, the main values, and where the rest stands. */
public final class TextAlternatives {
    private TextAlternatives() {}

    /**
     * Of a bar series with events.
     *
     * @param isPale which bars are drawn pale
     */
    public static String barSeries(
            String measure,
            String place,
            List<PeriodCount> series,
            Predicate<PeriodCount> isPale,
            List<String> events) {
        PeriodCount first = series.get(0);
        PeriodCount last = series.get(series.size() - 1);
        StringBuilder text = new StringBuilder("Bar chart of " + measure + " per "
                + first.period().type().singular() + ", " + place + ", from "
                + first.period().tableText() + " to " + last.period().tableText() + ".");
        Headlines.highest(series)
                .ifPresent(p -> text.append(" The highest is ")
                        .append(p.countText())
                        .append(", ")
                        .append(p.period().text())
                        .append("."));
        Headlines.lowest(series.stream().filter(PeriodCount::isComplete).toList())
                .ifPresent(p -> text.append(" The lowest whole ")
                        .append(p.period().type().singular())
                        .append(" has ")
                        .append(p.countText())
                        .append(", ")
                        .append(p.period().text())
                        .append("."));
        long open = series.stream()
                .filter(p -> p.count().isPresent())
                .filter(isPale)
                .count();
        if (open > 0) {
            text.append(" ")
                    .append(NumberText.count(open))
                    .append(open == 1 ? " bar is" : " bars are")
                    .append(" provisional or partial and drawn pale.");
        }
        String hatched = HiddenText.hatched(series);
        if (!hatched.isEmpty()) {
            text.append(" ").append(hatched);
        }
        if (!events.isEmpty()) {
            text.append(" Dashed lines mark ").append(Findings.joined(events)).append(".");
        }
        return text.append(" All values are in the table.").toString();
    }

    /**
     * Of lines by community: the last value of each.
     *
     * @param broken where lines are broken, as a sentence; the empty text where none is
     */
    public static String lines(
            String measure, String place, String firstPeriod, String lastPeriod, String broken, List<String> ends) {
        return "Line chart of " + measure + ", " + place + ", from the " + firstPeriod + " to the " + lastPeriod
                + ". At the end: " + Findings.joined(ends) + ". " + (broken.isEmpty() ? "" : broken + " ")
                + "All values are in the table.";
    }

    /** Of a tile map. */
    public static String tileMap(String measure, String period, List<String> highest, List<String> without) {
        return "Tile map of " + measure + ", " + period + ": one tile of equal size for each area. The highest are "
                + Findings.joined(highest) + "."
                + (without.isEmpty() ? "" : " No figure: " + Findings.joined(without) + ".")
                + " All values are in the table.";
    }

    /** Of a funnel plot. */
    public static String funnel(
            String measure, String period, double commonRate, List<String> above, List<String> below) {
        return "Funnel plot of the rate of " + measure + " against population, " + period
                + ". The common rate is " + NumberText.oneDecimal(commonRate)
                + " per 100,000. Above the upper 99.8% limit: "
                + (above.isEmpty() ? "none" : Findings.joined(above)) + ". Below the lower 99.8% limit: "
                + (below.isEmpty() ? "none" : Findings.joined(below)) + ". All values are in the table.";
    }

    /** Of ranked bars. */
    public static String rankedBars(String measure, String period, List<String> highest) {
        return "Bar chart of " + measure + ", " + period + ". The highest are " + Findings.joined(highest)
                + ". All values are in the table.";
    }
}
