package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.vigil.cellkey.CountPosterior;
import org.vigil.cellkey.PerturbationTable;

/**
 * Whether somebody who knows the method, all vintages of a cell and what is usual could be nearly sure that it holds one or two incidents.
 *
 * <p>What is usual is the share of the year before by days; of days of a window, that of the window.
 */
final class DrawSafety {
    /** As sure as nobody may be. */
    static final double MOST_CERTAIN = 0.9;

    /** However little is usual, something can be added. */
    private static final double LEAST_ADDED = 1e-3;

    private final CountPosterior posterior;
    private final IntToDoubleFunction recordedAfterWeeks;

    /**
     * @param table by how much counts are changed
     * @param recordedAfterWeeks share of incidents that are recorded so many weeks after the end of their period, 0 to 1, never falling
     */
    DrawSafety(PerturbationTable table, IntToDoubleFunction recordedAfterWeeks) {
        this.posterior = new CountPosterior(table);
        this.recordedAfterWeeks = recordedAfterWeeks;
    }

    /**
     * The check of a cell.
     *
     * @param expected incidents usual in it
     */
    VintageLedger.DrawCheck of(double expected) {
        return vintages -> posterior.oneOrTwo(vintages(expected, vintages)) <= MOST_CERTAIN;
    }

    private List<CountPosterior.Vintage> vintages(double usual, List<VintageLedger.Entry> entries) {
        List<CountPosterior.Vintage> vintages = new ArrayList<>();
        double before = 0;
        for (VintageLedger.Entry entry : entries) {
            double share = recordedAfterWeeks.applyAsDouble(entry.ageWeeks());
            vintages.add(
                    new CountPosterior.Vintage(entry.published(), Math.max(LEAST_ADDED, usual * (share - before))));
            before = share;
        }
        return vintages;
    }
}
