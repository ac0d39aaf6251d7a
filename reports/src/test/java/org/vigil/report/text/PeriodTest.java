package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate APRIL = LocalDate.of(2023, 4, 1);

    @Test
    void namesEachKindAsReadersDo() {
        LocalDate march = LocalDate.of(2024, 3, 31);

        assertEquals("year ending March 2024", new Period(PeriodType.FINANCIAL_YEAR, APRIL, march).text());
        assertEquals("12 months to March 2024", new Period(PeriodType.ROLLING_12_MONTHS, APRIL, march).text());
        assertEquals("April 2023", new Period(PeriodType.MONTH, APRIL, LocalDate.of(2023, 4, 30)).textInSentence());
        assertEquals(
                "the week ending 9 April 2023",
                new Period(PeriodType.ISO_WEEK, LocalDate.of(2023, 4, 3), LocalDate.of(2023, 4, 9)).textInSentence());
    }

    @Test
    void findsTheSameWeekAYearBeforeOnAMonday() {
        Period week = new Period(PeriodType.ISO_WEEK, LocalDate.of(2026, 5, 25), LocalDate.of(2026, 5, 31));

        assertEquals(LocalDate.of(2025, 5, 26), week.startOneYearBefore());
    }

    @Test
    void refusesAPeriodThatEndsBeforeItStarts() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Period(PeriodType.MONTH, APRIL, LocalDate.of(2023, 3, 31)));

        assertEquals("Period ends on 2023-03-31 before it starts on 2023-04-01", e.getMessage());
    }
}
