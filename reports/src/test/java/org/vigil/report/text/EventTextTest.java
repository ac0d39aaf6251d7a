package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {
    /** A p published with four digits tells how many dates looked as high, whatever their number. */
    @Test
    void findsTheNumberOfDatesAgainInTheirShare() {
        for (int dates = 40; dates <= 900; dates += 43) {
            for (int asHigh = 1; asHigh <= dates; asHigh++) {
                double p = Math.round(10_000.0 * (1 + asHigh) / (1 + dates)) / 10_000.0;
                String text = EventText.placebo(OptionalDouble.of(p), dates);
                assertTrue(text.startsWith("At " + asHigh + " of " + dates + " dates"), text);
            }
        }
    }

    @Test
    void setsTheEventAmongDatesWithoutOne() {
        assertEquals(
                "At none of 92 dates without an event did the window look at least as high (placebo p 0.011).",
                EventText.placebo(OptionalDouble.of(1 / 93.0), 92));
        assertEquals(
                "Only 27 dates without an event can be compared: too few for a placebo p.",
                EventText.placebo(OptionalDouble.empty(), 27));
    }

    @Test
    void namesWhatIsLeftOutOfWhatIsUsual() {
        assertEquals(
                "Expected from the 730 days before the event, from 3 October 2023 on, outside earlier raised periods. No day had to be left out.",
                EventText.baseline(730, "day", LocalDate.of(2023, 10, 3), 0));
        assertEquals(
                "Expected from the 48 months before the event, from 1 May 2012 on, outside earlier raised periods. 3 months are left out as raised after"
                        + " earlier events.",
                EventText.baseline(48, "month", LocalDate.of(2012, 5, 1), 3));
    }

    @Test
    void warnsOfWhatMovedBeforeTheEvent() {
        assertEquals(
                "In a window of the same length before it, counts were at ×1.31 of usual (p 0.012): a reason to read the effect with care.",
                EventText.preTrend(1.31, 0.012));
        assertEquals(
                "In a window of the same length before it, counts were at ×1.04 of usual (p 0.610): no clear change.",
                EventText.preTrend(1.04, 0.61));
    }

    @Test
    void namesEventsThatCannotBeToldApart() {
        assertEquals(
                "The event cannot be told apart from A and B. The estimate is that of all of them.",
                EventText.inseparable(List.of("A", "B")));
        assertEquals(
                "The event cannot be told apart from 4 others nearby. The estimate is that of all of them.",
                EventText.inseparable(List.of("A", "B", "C", "D")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    day   | 0  | 27 | first 28 days           | in the 28 days from 2 October 2025 on
                    day   | 7  | 13 | days 8 to 14            |
                    week  | 0  | 3  | first 4 weeks           | in the 4 weeks from 2 October 2025 on
                    week  | 1  | 1  | week 2                  |
                    month | 0  | 0  | first calendar month    | in the calendar month from October 2025 on
                    month | 0  | 1  | first 2 calendar months | in the 2 calendar months from October 2025 on
                    """)
    void namesWindows(String grain, long first, long last, String text, String from) {
        WindowText window = new WindowText(grain, first, last);

        assertEquals(text, window.text());
        if (from != null) {
            assertEquals(from, window.from(LocalDate.of(2025, 10, 2)));
        }
    }

    @Test
    void saysHowTheModelsDidWhereNothingHappened() {
        assertEquals(
                "Of 1 week without an event near, 1 was in alarm (100.0%), where up to 0.5% would be expected of usual weeks."
                        + " Either alarms come too easily here, or there were rises that no listed event is near to.",
                CalibrationText.falseAlarms(1, 1));
        assertEquals("There are too few such dates to say how well the models did.", CalibrationText.found(0, 0, 0, 0));
        assertEquals("In none of 12 rows below did fewer than 93%.", CalibrationText.found(12, 0, 0, 0));
        assertEquals(
                "In 2 of 12 rows below fewer than 93% did; the factor widens their intervals. In 3 more than 97% did: there, a change must be larger to be"
                        + " called clear. In 1 the factor is at its limit, so no verdict is given.",
                CalibrationText.found(12, 2, 3, 1));
    }
}
