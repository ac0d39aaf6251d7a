package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.release.CellStatus;
import org.vigil.release.Explanation;
import org.vigil.report.text.HiddenText;
import org.vigil.suppression.PrimarySuppression;

/** The text on how people are protected has the numbers of the code. */
class ConfidentialityTextTest {
    @ParameterizedTest
    @EnumSource
    void isWrittenAndReadAgainForEveryPolicy(Policy policy) {
        Explanation text = ConfidentialityText.of(policy);

        assertEquals(text, Explanation.parse(text.markdown()));
        assertEquals(policy.explanation(), text.lead().get(1));
        assertEquals(policy.code(), policy.protection().code());
    }

    @ParameterizedTest
    @EnumSource
    void saysForEveryPolicyWhatAFigureShowsAndWhatNobodyMayConclude(Policy policy) {
        List<String> headings = ConfidentialityText.of(policy).parts().stream()
                .map(Explanation.Part::heading)
                .toList();

        assertEquals(
                List.of("What a figure shows", "What nobody may conclude"),
                headings.subList(headings.size() - 2, headings.size()));
        assertTrue(ConfidentialityText.of(policy)
                .markdown()
                .contains("Any figure above 0 means that at least one incident was recorded."));
    }

    @Test
    void saysHowCountsAreChangedAsTheTableChangesThem() {
        PerturbationTable table = PerturbationTable.STANDARD;
        String text = ConfidentialityText.of(Policy.CELL_KEY).markdown();

        assertTrue(text.contains("A count is changed by at most " + table.largest() + ", up or down"), text);
        assertTrue(
                text.contains("- **Numbers that never appear**: 1 and " + table.gap() + " are never published"), text);
        assertTrue(
                text.contains(
                        "what was recorded can be 0 to " + table.largest() + "; in a sum, for each of its parts."),
                text);
        assertTrue(CellStatus.ROUNDS_TO_ZERO.meaning().contains("0 to " + table.largest() + ";"));
        assertEquals(table.largest(), HiddenText.MOST_OF_VERY_FEW);
        long small = 0;
        for (int key = 0; key < PerturbationTable.KEYS; key++) {
            small += Math.abs(table.change(100, key)) <= 2 ? 1 : 0;
        }
        assertTrue(
                text.contains("In about " + Math.round(100.0 * small / PerturbationTable.KEYS)
                        + " of 100 cells the change is 2 or less."),
                text);
    }

    @Test
    void saysFromWhichCountsSeriesAreFineAsTheGateDecides() {
        String text = ConfidentialityText.of(Policy.CELL_KEY).markdown();

        assertTrue(
                text.contains(
                        "- **Whole area by community, and areas**: Weeks from 260 a year, months from 24 a year, quarters from 8 a year, years from 3 a year; otherwise nothing.\n"),
                text);
        assertTrue(
                text.contains(
                        "- **One community in one area**: Months from 24 a year, quarters from 8 a year, years from 3 a year; otherwise nothing.\n"),
                text);
        assertTrue(
                text.contains(
                        "- **By kind of place, offence or another characteristic**: Quarters from 200 a year, years from 40 a year; otherwise nothing.\n"),
                text);
        for (GrainGate gate : GrainGate.values()) {
            for (PublicGrain grain :
                    List.of(PublicGrain.WEEK, PublicGrain.MONTH, PublicGrain.QUARTER, PublicGrain.YEAR)) {
                gate.least(grain).ifPresent(least -> {
                    assertEquals(grain, gate.finest(least));
                    assertTrue(gate.finest(least - 1).compareTo(grain) > 0, gate + " " + grain);
                });
            }
        }
    }

    @Test
    void saysWhenFiguresAreDrawnAsTheScheduleHasIt() {
        String text = ConfidentialityText.of(Policy.CELL_KEY).markdown();

        assertTrue(text.contains("- **Weeks**: 1, 4, 13 and 52 weeks after their end"), text);
        assertTrue(text.contains("- **Windows after an event**: 2 and 26 weeks after their end"), text);
        assertEquals(52, VintageSchedule.WEEKS.weeks(VintageSchedule.WEEKS.vintages()));
    }

    @Test
    void saysBelowWhatCountsAreHidden() {
        String text = ConfidentialityText.of(Policy.SUPPRESS).markdown();

        assertTrue(
                text.contains("Counts of 1 to " + (PrimarySuppression.THRESHOLD - 1) + " are hidden and read [c]."),
                text);
        assertFalse(text.contains("[low]"), text);
    }

    @Test
    void saysOfPublicRecordsThatNothingIsHidden() {
        String text = ConfidentialityText.of(Policy.ALREADY_PUBLIC).markdown();

        assertFalse(text.contains("[c]") || text.contains("[low]"), text);
    }
}
