package org.vigil.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.IncidentDate;
import org.vigil.profile.FieldReading;

final class DateWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dd-MMM-yy               | 31-AUG-91              | 1991-08-31
            dd-MMM-yy               | 31-Aug-91              | 1991-08-31
            dd-MMM-yy               | 01-SEP-01              | 2001-09-01
            dd-MMM-yy               | 30-sep-20              | 2020-09-30
            dd-MMM-yy               | 01-JAN-90              | 1990-01-01
            dd-MMM-yy               | 31-DEC-89              | 2089-12-31
            M/d/yyyy                | 05/01/2021             | 2021-05-01
            M/d/yyyy                | 5/1/2021               | 2021-05-01
            MM/dd/yyyy              | 12/31/2019             | 2019-12-31
            yyyy-MM-dd              | 2024-02-29             | 2024-02-29
            yyyy/MM/dd              | 2024/06/30             | 2024-06-30
            MM/dd/yyyy hh:mm:ss a   | 01/03/2024 12:00:00 AM | 2024-01-03
            MM/dd/yyyy hh:mm:ss a   | 01/03/2024 11:59:59 pm | 2024-01-03
            MM/dd/yyyy HH:mm        | 01/03/2024 00:00       | 2024-01-03
            yyyyMM                  | 201304                 | 2013-04
            yyyy-MM                 | 2024-06                | 2024-06
            yyyyMMdd                | 20240630               | 2024-06-30
            d MMMM yyyy             | 7 October 2023         | 2023-10-07
            """)
    void readsADateAsItsPublisherWritesIt(String pattern, String label, String date) {
        assertEquals(date, read(label, pattern));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd | 2023-02-29
            yyyy-MM-dd | 2023-02-30
            yyyy-MM-dd | 2023-13-01
            yyyy-MM-dd | 2023-6-1
            yyyy-MM-dd | 2023-06-01 and more
            yyyy-MM-dd | 1899-12-31
            yyyy-MM-dd | 2100-01-01
            yyyy-MM-dd | unknown
            dd-MMM-yy  | 31-SEPT-91
            dd-MMM-yy  | 31-SEP-91
            M/d/yyyy   | 31/12/2021
            M/d/yyyy   | 1/1/21
            yyyyMM     | 201313
            yyyyMM     | 201300
            """)
    void callsWhatIsNoDateInvalid(String pattern, String label) {
        assertEquals("invalid", read(label, pattern));
    }

    @Test
    void keepsAnEmptyCellApartFromAnInvalidOne() {
        assertEquals("missing", read("", "yyyy-MM-dd"));
    }

    @Test
    void triesThePatternsInOrder() {
        assertEquals("2024-06-30", read("2024-06-30", "yyyy-MM-dd", "yyyy-MM"));
        assertEquals("2024-06", read("2024-06", "yyyy-MM-dd", "yyyy-MM"));
        assertEquals("2024-04-03", read("03/04/2024", "dd/MM/yyyy", "MM/dd/yyyy"));
        assertEquals("2024-12-31", read("12/31/2024", "dd/MM/yyyy", "MM/dd/yyyy"));
    }

    @ParameterizedTest
    @CsvSource({
        "1990, 90, 1990",
        "1990, 89, 2089",
        "1950, 49, 2049",
        "1950, 50, 1950",
        "2000, 99, 2099",
        "1970, 24, 2024"
    })
    void readsATwoDigitYearFromThePivotOn(int pivot, String year, int expected) {
        DateWords words = new DateWords(new FieldReading.Date("date", List.of("dd/MM/yy"), Locale.UK, pivot));
        assertEquals(LocalDate.of(expected, 6, 1), dayOf(words.applyAsInt("01/06/" + year)));
    }

    @Test
    void readsTheNamesOfTheDeclaredLanguage() {
        DateWords french = new DateWords(new FieldReading.Date("date", List.of("d MMMM yyyy"), Locale.FRENCH, 1990));
        assertEquals(LocalDate.of(2015, 11, 13), dayOf(french.applyAsInt("13 novembre 2015")));
        assertEquals(IncidentDate.INVALID, french.applyAsInt("13 July 2015"));
    }

    private static String read(String label, String... patterns) {
        int date = new DateWords(new FieldReading.Date("date", List.of(patterns), Locale.US, 1990)).applyAsInt(label);
        if (date == IncidentDate.MISSING) {
            return "missing";
        }
        if (date == IncidentDate.INVALID) {
            return "invalid";
        }
        String day = dayOf(date).toString();
        return IncidentDate.isMonth(date) ? day.substring(0, 7) : day;
    }

    private static LocalDate dayOf(int date) {
        return LocalDate.ofEpochDay(IncidentDate.epochDay(date));
    }
}
