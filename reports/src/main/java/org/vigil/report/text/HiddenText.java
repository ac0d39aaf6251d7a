package org.vigil.report.text;

import java.util.ArrayList;
import java.util.List;

/** Sentences on figures that are not shown: nobody may take them for none. */
public final class HiddenText {
    /** Largest count that {@code [low]} can stand for. */
    public static final int MOST_OF_VERY_FEW = 5;

    private HiddenText() {}

    /**
     * What the hatched places of a chart stand for; the empty text where there are none.
     *
     * @param series the periods drawn
     */
    public static String hatched(List<PeriodCount> series) {
        long hidden = series.stream().filter(PeriodCount::isHidden).count();
        long veryFew = series.stream().filter(PeriodCount::isVeryFew).count();
        List<String> parts = new ArrayList<>();
        if (hidden > 0) {
            parts.add(counted(series, hidden) + " hidden [c], hatched from top to bottom");
        }
        if (veryFew > 0) {
            parts.add(counted(series, veryFew) + " with none or very few [low], hatched up to " + MOST_OF_VERY_FEW);
        }
        return parts.isEmpty() ? "" : Measure.capital(Findings.joined(parts)) + ".";
    }

    /**
     * Where lines are broken; the empty text where none is.
     *
     * @param missing periods without a figure, over all lines
     */
    public static String broken(long missing) {
        return missing == 0
                ? ""
                : "Lines are broken where a figure is hidden or too small to show: "
                        + NumberText.counted(missing, "place", "places") + ", marked in the table.";
    }

    private static String counted(List<PeriodCount> series, long count) {
        PeriodType type = series.get(0).period().type();
        return NumberText.counted(count, type.singular(), type.plural());
    }
}
