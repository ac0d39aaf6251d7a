package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.PerturbationTable;

/** Chances worked out by enumeration elsewhere: a published 3 of a cell with a mean of 0.5 is one or two with .93, with a mean of 1 with .81. */
class DrawSafetyTest {
    private static final LocalDate END = LocalDate.of(2025, 3, 31);
    private static final SeriesName SERIES = SeriesName.of("met", "occurred", "crime", "E09000003", "jewish");

    private static boolean isSafe(double usual, double recordedFirst, long... published) {
        List<VintageLedger.Entry> entries = new ArrayList<>();
        for (int v = 0; v < published.length; v++) {
            entries.add(new VintageLedger.Entry(
                    new DrawnCell(SERIES, LocalDate.of(2025, 3, 1), END),
                    v + 1,
                    published[v],
                    END.plusWeeks(6 + 20L * v)));
        }
        return new DrawSafety(PerturbationTable.STANDARD, weeks -> weeks < 26 ? recordedFirst : 1)
                .of(usual)
                .isSafe(entries);
    }

    @Test
    void aThreeIsUnsafeWhereNearlyNothingIsUsual() {
        assertFalse(isSafe(0.5, 1, 3));
        assertTrue(isSafe(1, 1, 3));
    }

    @Test
    void highCountsAreSafeWhateverIsUsual() {
        assertTrue(isSafe(0.05, 1, 8));
    }

    @Test
    void aLaterDrawCanGiveAwayWhatEarlierOnesDidNot() {
        assertTrue(isSafe(1, 0.9, 6, 6));
        assertFalse(isSafe(1, 0.9, 6, 6, 0));
    }
}
