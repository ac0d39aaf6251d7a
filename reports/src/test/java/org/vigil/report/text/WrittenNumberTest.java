package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.report.text.WrittenNumber.Unit;

class WrittenNumberTest {
    private static final long SEED = 20231007;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0             | 0          | UNSTATED",
                "7             | 7          | UNSTATED",
                "24,896        | 24896      | UNSTATED",
                "1,234,567.8   | 1234567.8  | UNSTATED",
                "2026          | 2026       | UNSTATED",
                "0.012         | 0.012      | UNSTATED",
                "24.0          | 24.0       | UNSTATED",
                "\u22123.7     | -3.7       | UNSTATED",
                "-1.08         | -1.08      | UNSTATED",
                "0.0%          | 0.0        | PERCENT",
                "+8.0%         | 8.0        | PERCENT",
                "\u22124%      | -4         | PERCENT",
                "1,283.4%      | 1283.4     | PERCENT",
                "\u00D71.08    | 1.08       | MULTIPLE",
                "\u00D71,356   | 1356       | MULTIPLE",
            })
    void readsANumberWithItsDecimalsAndUnit(String text, BigDecimal value, Unit unit) {
        assertEquals(Optional.of(new WrittenNumber(value, unit)), WrittenNumber.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[c]",
                "[x]",
                "70 [p]",
                "under 1%",
                "under 0.1",
                "below 0.001",
                "above 1.13",
                "at least 3",
                "12 to 48",
                "3 weeks",
                "Mar 2026",
                "007",
                "12,34",
                "1,2345",
                "1.",
                ".5",
                "1e5",
                " 1",
                "\u00D750%",
                "--1",
                "\u0663"
            })
    void readsNothingElseAsANumber(String text) {
        assertEquals(Optional.empty(), WrittenNumber.read(text));
    }

    @Test
    void readsBackWhateverNumberTextWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long count = random.nextLong(-3_000_000, 3_000_000) >> random.nextInt(22);
            double number = (random.nextDouble() * 2 - 0.4) * Math.pow(10, random.nextInt(-3, 6));
            double size = Math.abs(number);
            String context = "seed " + SEED + ", count " + count + ", number " + number;

            assertReads(BigDecimal.valueOf(count), Unit.UNSTATED, NumberText.count(count), context);
            assertReads(rounded(number, 1), Unit.UNSTATED, NumberText.oneDecimal(number), context);
            assertReads(rounded(number, 2), Unit.UNSTATED, NumberText.twoDecimals(number), context);
            assertReads(rounded(number, 1), Unit.PERCENT, NumberText.signedPercent(number), context);
            assertReads(rounded(number, 0), Unit.PERCENT, NumberText.signedWholePercent(number), context);
            assertReadsUnlessUnder(rounded(size, 1), Unit.UNSTATED, NumberText.oneDecimalOrUnder(size), context);
            assertReadsUnlessUnder(rounded(size, 1), Unit.PERCENT, NumberText.percent(size), context);
            assertReadsUnlessUnder(
                    BigDecimal.valueOf(Math.round(size)), Unit.PERCENT, NumberText.wholePercent(size), context);
            assertReadsUnlessUnder(rounded(size % 1, 3), Unit.UNSTATED, NumberText.probability(size % 1), context);

            int decimals = rounded(size, 2).compareTo(BigDecimal.TEN) < 0
                    ? 2
                    : rounded(size, 1).compareTo(new BigDecimal("100")) < 0 ? 1 : 0;
            assertReads(rounded(size, decimals), Unit.UNSTATED, NumberText.ratio(size), context);
            assertReads(rounded(size, decimals), Unit.MULTIPLE, NumberText.times(size), context);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "38 to 56               | 38    | 56    | UNSTATED",
                "1,060 to 1,240         | 1060  | 1240  | UNSTATED",
                "0.85 to 1.28           | 0.85  | 1.28  | UNSTATED",
                "\u22126.1 to +18.4%    | -6.1  | 18.4  | PERCENT",
                "93% to 97%             | 93    | 97    | PERCENT",
                "\u00D70.85 to \u00D71.28 | 0.85 | 1.28 | MULTIPLE",
                "\u22120.5 to 0.0       | -0.5  | 0.0   | UNSTATED",
            })
    void readsAnInterval(String text, BigDecimal lower, BigDecimal upper, Unit unit) {
        assertEquals(
                Optional.of(new WrittenInterval(
                        new WrittenNumber(lower, unit), Optional.of(new WrittenNumber(upper, unit)))),
                WrittenInterval.read(text));
    }

    @Test
    void readsAnIntervalWithoutUpperLimit() {
        assertEquals(
                Optional.of(new WrittenInterval(
                        new WrittenNumber(new BigDecimal("1.13"), Unit.UNSTATED), Optional.empty())),
                WrittenInterval.read("above 1.13"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "[x]",
                "above usual",
                "April 2025 to May 2026",
                "1 to 3 weeks",
                "5% to \u00D72",
                " to ",
                "above "
            })
    void readsNothingElseAsAnInterval(String text) {
        assertEquals(Optional.empty(), WrittenInterval.read(text));
    }

    private static void assertReadsUnlessUnder(BigDecimal value, Unit unit, String text, String context) {
        if (text.startsWith("under ") || text.startsWith("below ")) {
            assertEquals(Optional.empty(), WrittenNumber.read(text), context);
        } else {
            assertReads(value, unit, text, context);
        }
    }

    private static void assertReads(BigDecimal value, Unit unit, String text, String context) {
        assertEquals(Optional.of(new WrittenNumber(value, unit)), WrittenNumber.read(text), context + ", text " + text);
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
