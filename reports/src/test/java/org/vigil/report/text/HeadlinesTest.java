package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vigil.report.text.Made.month;
import static org.vigil.report.text.Made.week;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {

    @Test
    void namesTheFirstOfTheHighestMonths() {
        assertEquals(
                "Recorded offences peaked in July 2016, at 2,141",
                Headlines.peak(
                        "offences",
                        List.of(month("2016-06-01", 1555), month("2016-07-01", 2141), month("2016-08-01", 2141))));
    }

    @Test
    void namesAWeekByItsLastDay() {
        assertEquals(
                "Recorded complaints peaked in the week to 15 Oct 2023, at 60",
                Headlines.peak("complaints", List.of(week("2023-10-09", 60), week("2023-10-16", 59))));
    }

    @Test
    void saysThatNothingWasRecorded() {
        assertEquals("No offences were recorded", Headlines.peak("offences", List.of(month("2016-06-01", 0))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | No borough lies outside the 99.8% limits
                    1 | 1 of 32 boroughs lies outside the 99.8% limits
                    8 | 8 of 32 boroughs lie outside the 99.8% limits
                    """)
    void countsAreasOutsideTheFunnel(long outside, String expected) {
        assertEquals(expected, Headlines.outside(outside, 32, "borough", "boroughs"));
    }

    @Test
    void roundsTheRangeOfRates() {
        assertEquals("Rates range from 159 to 1,901 per 100,000", Headlines.range(158.6, 1901.2, false));
    }
}
