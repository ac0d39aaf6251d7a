package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodTest {
    @Test
    void weeksBeginOnMondayAndBelongToNoYear() {
        assertEquals("""
                2020-12-21 to 2020-12-27
                2020-12-28 to 2021-01-03
                2021-01-04 to 2021-01-10
                """, within(Period.Type.ISO_WEEK, "2020-12-27", "2021-01-04"));
    }

    @Test
    void monthsAreWholeEvenWhereTheCoverageIsNot() {
        assertEquals("""
                2024-01-01 to 2024-01-31
                2024-02-01 to 2024-02-29
                2024-03-01 to 2024-03-31
                """, within(Period.Type.MONTH, "2024-01-31", "2024-03-01"));
    }

    @Test
    void quartersAreThoseOfTheCalendar() {
        assertEquals("""
                2023-10-01 to 2023-12-31
                2024-01-01 to 2024-03-31
                2024-04-01 to 2024-06-30
                """, within(Period.Type.QUARTER, "2023-12-31", "2024-04-01"));
    }

    @Test
    void financialYearsBeginInApril() {
        assertEquals("""
                2022-04-01 to 2023-03-31
                2023-04-01 to 2024-03-31
                2024-04-01 to 2025-03-31
                """, within(Period.Type.FINANCIAL_YEAR, "2023-03-31", "2024-04-01"));
    }

    @Test
    void rollingYearsAreWholeOnesOnly() {
        assertEquals("""
                2022-02-01 to 2023-01-31
                2022-03-01 to 2023-02-28
                """, within(Period.Type.ROLLING_12_MONTHS, "2022-01-02", "2023-03-30"));
        assertEquals("", within(Period.Type.ROLLING_12_MONTHS, "2022-01-02", "2022-12-31"));
        assertEquals("2022-01-01 to 2022-12-31\n", within(Period.Type.ROLLING_12_MONTHS, "2022-01-01", "2022-12-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-01, 2024-03-31, FINANCIAL_YEAR, 2023",
        "2023-01-01, 2023-12-31, ROLLING_12_MONTHS, 2023",
        "2023-07-01, 2024-06-30, ROLLING_12_MONTHS, 2023",
        "2023-08-01, 2024-07-31, ROLLING_12_MONTHS, 2024",
        "2023-12-01, 2024-11-30, ROLLING_12_MONTHS, 2024"
    })
    void dividesByTheResidentsOfTheMiddle(LocalDate start, LocalDate end, Period.Type type, int year) {
        assertEquals(year, new Period(type, start, end).middleYear());
    }

    @Test
    void onlyWholeYearsHaveARate() {
        assertEquals(
                "ROLLING_12_MONTHS 12, FINANCIAL_YEAR 12",
                java.util.Arrays.stream(Period.Type.values())
                        .filter(Period.Type::hasRate)
                        .map(t -> t + " " + new Period(t, LocalDate.EPOCH, LocalDate.EPOCH).months())
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void theLastWeeksAreProvisional() {
        Coverage coverage = Coverage.of(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), 8);
        assertEquals(LocalDate.of(2023, 11, 6), coverage.provisionalFrom());
        assertEquals(
                "false true",
                coverage.isProvisional(period("2023-10-30", "2023-11-05")) + " "
                        + coverage.isProvisional(period("2023-10-31", "2023-11-06")));
    }

    @Test
    void aPeriodIsWholeInsideTheCoverageOnly() {
        Coverage coverage = Coverage.of(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 12, 30), 0);
        assertEquals(
                "true false false",
                coverage.coversWhole(period("2023-01-02", "2023-12-30")) + " "
                        + coverage.coversWhole(period("2023-01-01", "2023-01-31")) + " "
                        + coverage.coversWhole(period("2023-12-01", "2023-12-31")));
    }

    @Test
    void refusesACoverageThatEndsBeforeItStarts() {
        LocalDate day = LocalDate.of(2023, 1, 2);
        assertThrows(IllegalArgumentException.class, () -> Coverage.of(day, day.minusDays(1), 8));
    }

    private static Period period(String start, String end) {
        return new Period(Period.Type.ISO_WEEK, LocalDate.parse(start), LocalDate.parse(end));
    }

    private static String within(Period.Type type, String start, String end) {
        return Period.within(type, Coverage.of(LocalDate.parse(start), LocalDate.parse(end), 8)).stream()
                .map(p -> p.start() + " to " + p.end() + "\n")
                .collect(Collectors.joining());
    }
}
