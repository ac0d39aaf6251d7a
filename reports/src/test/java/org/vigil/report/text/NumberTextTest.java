package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0       | 0
                    999     | 999
                    24896   | 24,896
                    1234567 | 1,234,567
                    -1200   | \u22121,200
                    """)
    void writesCountsWithCommas(long value, String expected) {
        assertEquals(expected, NumberText.count(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7.96   | +8.0%
                    -3.74  | \u22123.7%
                    0      | 0.0%
                    -0.04  | 0.0%
                    1234.5 | +1,234.5%
                    """)
    void writesChangesWithTheirSign(double value, String expected) {
        assertEquals(expected, NumberText.signedPercent(value));
    }

    @ParameterizedTest
    @CsvSource({"0.05,0.1", "282.95,283.0", "0.0,0.0"})
    void roundsHalfUpToOneDecimal(double value, String expected) {
        assertEquals(expected, NumberText.oneDecimal(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.00",
        "1.085,1.09",
        "9.994,9.99",
        "9.996,10.0",
        "44.31,44.3",
        "99.94,99.9",
        "99.96,100",
        "356,356",
        "1283.4,'1,283'"
    })
    void writesRatiosAsPreciselyAsTheyAreRead(double value, String expected) {
        assertEquals(expected, NumberText.ratio(value));
    }

    @ParameterizedTest
    @CsvSource({"0,0.0", "0.049,under 0.1", "0.05,0.1", "2.25,2.3"})
    void neverWritesSomethingAsNothing(double value, String expected) {
        assertEquals(expected, NumberText.oneDecimalOrUnder(value));
        assertEquals(expected + "%", NumberText.percent(value));
    }

    @Test
    void choosesSingularAndPlural() {
        assertEquals("1 week", NumberText.counted(1, "week", "weeks"));
        assertEquals("1,200 weeks", NumberText.counted(1200, "week", "weeks"));
    }
}
