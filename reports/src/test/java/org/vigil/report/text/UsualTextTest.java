package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualTextTest {
    private static JudgedCount judged(String verdict, double lower, OptionalDouble upper) {
        return new JudgedCount(
                OptionalLong.of(70),
                OptionalLong.of(38),
                OptionalLong.of(1_056),
                OptionalDouble.of(1.515),
                OptionalDouble.of(lower),
                upper,
                Verdict.find(verdict),
                "ok",
                "[p]");
    }

    private static JudgedCount without(String modelStatus) {
        return new JudgedCount(
                OptionalLong.of(12),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                modelStatus,
                "[x]");
    }

    @Test
    void setsACountBesideWhatIsUsual() {
        JudgedCount count = judged("above_usual", 1.25, OptionalDouble.of(1.842));

        assertEquals(
                "70 recorded in the 28 days from 2 October 2025 on, 38 to 1,056 usual: above usual.",
                UsualText.judged(count, "in the 28 days from 2 October 2025 on"));
        assertEquals("70 recorded where 38 to 1,056 would be usual.", UsualText.recorded(count));
        assertEquals("70 [p]", count.recordedText());
        assertEquals("\u00D71.52", count.ratioText());
        assertEquals("1.25 to 1.84", count.intervalText());
    }

    @Test
    void givesNoRangeWhereThereIsNoEstimate() {
        JudgedCount count = without("short_after_break");

        assertEquals("12 recorded there: too soon after a break.", UsualText.judged(count, "there"));
        assertEquals("[x]", count.usualText());
        assertEquals("[x]", count.intervalText());
        assertFalse(count.isTelling());
    }

    @ParameterizedTest
    @CsvSource({
        "no_clear_change, 1.375, A rise up to ×1.38 cannot be ruled out; a larger one can.",
        "close_to_usual, 1.11, A rise above ×1.11 can be ruled out.",
        "close_to_usual, 0.98, A rise above ×1.00 can be ruled out.",
        "no_clear_change, 1.0, A rise above ×1.00 can be ruled out.",
        "no_clear_change, , No rise can be ruled out."
    })
    void saysWhichRisesTheIntervalHolds(String verdict, Double upper, String expected) {
        OptionalDouble limit = upper == null ? OptionalDouble.empty() : OptionalDouble.of(upper);

        assertEquals(expected, UsualText.ruledOut(judged(verdict, 0.85, limit)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | false | false | none by itself            | No week by itself was above usual from the event on.
                    0 | true  | true  | none so far           | No week by itself was above usual so far.
                    1 | false | false | 1 week                 | Counts were above usual for 1 week.
                    5 | true  | true  | 5 weeks, still above   | Counts are still above usual, after 5 weeks.
                    5 | true  | false | at least 5 weeks       | Counts were above usual for at least 5 weeks.
                    """)
    void saysHowLongCountsStayedAbove(long units, boolean isOpen, boolean isToTheEnd, String cell, String sentence) {
        assertEquals(cell, UsualText.duration(units, "week", isOpen, isToTheEnd));
        assertEquals(sentence, UsualText.durationSentence(units, "week", isOpen, isToTheEnd));
    }
}
