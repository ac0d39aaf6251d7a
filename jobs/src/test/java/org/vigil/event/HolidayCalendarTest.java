package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.util.EasterHoliday;
import com.ibm.icu.util.HebrewCalendar;
import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.incident.ReferenceFileException;
import org.vigil.incident.ReferenceTable;

/** Bank holidays against the Python library holidays and ICU4J's Easter; religious dates against Java's Islamic and ICU4J's Hebrew calendar. */
final class HolidayCalendarTest {
    private static final HolidayCalendar UK = HolidayCalendar.load("uk");
    private static final String HEADER = "# version: 1\nobservance,community_code,first,last,margin\n";

    @Test
    void bankHolidaysAreThoseOfTheReference() {
        Set<LocalDate> expected = lines("bank_holidays_england.csv")
                .map(cells -> LocalDate.parse(cells[0]))
                .collect(set());
        Set<Integer> years = expected.stream().map(LocalDate::getYear).collect(Collectors.toSet());
        assertEquals(
                expected,
                firstDays("Bank holidays").stream()
                        .filter(day -> years.contains(day.getYear()))
                        .collect(set()));
    }

    /** Eight workdays a year, and one more in the years of jubilees, weddings, funerals and coronations. */
    @Test
    void everyYearHasItsEightWorkdaysOff() {
        Map<Integer, Long> more = Map.of(2002, 9L, 2011, 9L, 2012, 9L, 2022, 10L, 2023, 9L);
        Map<Integer, Long> workdays = firstDays("Bank holidays").stream()
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
        assertEquals(
                IntStream.rangeClosed(2000, 2028)
                        .boxed()
                        .collect(Collectors.toMap(y -> y, y -> more.getOrDefault(y, 8L))),
                workdays);
    }

    @Test
    void easterIsThatOfAnotherCalendar() {
        Set<LocalDate> days = firstDays("Bank holidays");
        for (int year = 2000; year <= 2028; year++) {
            Date start = Date.from(LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
            LocalDate easter = day(EasterHoliday.EASTER_SUNDAY.firstAfter(start).toInstant());
            assertTrue(days.contains(easter.minusDays(2)) && days.contains(easter.plusDays(1)), "Easter " + year);
            assertTrue(days.contains(LocalDate.of(year, 12, 25)), "Christmas " + year);
        }
    }

    @Test
    void religiousDatesAreThoseOfTheReference() {
        long compared = lines("religious_dates.csv")
                .peek(cells -> assertTrue(
                        firstDays(cells[2].equals("1 Ramadan") ? "Ramadan" : cells[2])
                                .contains(LocalDate.parse(cells[3])),
                        cells[2] + " on " + cells[3]))
                .count();
        assertEquals(51, compared);
    }

    @ParameterizedTest
    @CsvSource({"Islamic new year, 1, 1", "Ramadan, 9, 1", "Eid al-Fitr, 10, 1", "Eid al-Adha, 12, 10"})
    void islamicDatesAreThoseOfTheCalendarOfUmmAlQura(String name, int month, int day) {
        assertEquals(
                within(IntStream.rangeClosed(1405, 1470).mapToObj(y -> LocalDate.from(HijrahDate.of(y, month, day)))),
                firstDays(name));
        assertEquals(1, find(name).occurrences().get(0).marginDays());
    }

    @Test
    void ramadanEndsOnTheDayBeforeEid() {
        Set<LocalDate> eids = firstDays("Eid al-Fitr");
        for (Observance.Occurrence one : find("Ramadan").occurrences()) {
            assertTrue(eids.contains(one.last().plusDays(1)), "Ramadan of " + one.first());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Rosh Hashanah, 0, 1, 2",
        "Yom Kippur, 0, 10, 1",
        "Sukkot, 0, 15, 7",
        "Hanukkah, 2, 25, 8",
        "Pesach, 7, 15, 8"
    })
    void jewishDatesAreThoseOfAnotherCalendar(String name, int month, int day, int length) {
        assertEquals(
                within(IntStream.rangeClosed(5745, 5805).mapToObj(year -> hebrew(year, month, day))), firstDays(name));
        for (Observance.Occurrence one : find(name).occurrences()) {
            assertEquals(one.first().plusDays(length - 1), one.last());
            assertEquals(0, one.marginDays());
        }
    }

    @Test
    void observancesAreForTheirCommunityAndBankHolidaysForAll() {
        LocalDate from = LocalDate.of(2015, 1, 1);
        LocalDate to = LocalDate.of(2019, 12, 31);
        assertEquals(
                List.of("Bank holidays", "Ramadan", "Eid al-Fitr", "Eid al-Adha", "Islamic new year"),
                names(forModel(UK, "muslim", from, to)));
        assertEquals(
                List.of("Bank holidays", "Pesach", "Rosh Hashanah", "Yom Kippur", "Sukkot", "Hanukkah"),
                names(forModel(UK, "jewish", from, to)));
        assertEquals(List.of("Bank holidays"), names(forModel(UK, "all", from, to)));
        assertEquals(List.of(), names(forModel(HolidayCalendar.load("us"), "all", from, to)));
    }

    /** Rosh Hashanah of 2021, 2022 and 2023: 7–8 September, 26–27 September, 16–17 September. */
    @Test
    void takesUpWhatTheWindowHoldsThreeTimesWhole() {
        assertTrue(names(forModel(UK, "jewish", LocalDate.of(2021, 9, 7), LocalDate.of(2023, 9, 17)))
                .contains("Rosh Hashanah"));
        assertTrue(!names(forModel(UK, "jewish", LocalDate.of(2021, 9, 8), LocalDate.of(2023, 9, 17)))
                .contains("Rosh Hashanah"));
        assertTrue(!names(forModel(UK, "jewish", LocalDate.of(2021, 9, 7), LocalDate.of(2023, 9, 16)))
                .contains("Rosh Hashanah"));
    }

    /** Eid al-Fitr was on 21 April 2023 and may have been kept a day earlier or later; 23 April is out. */
    @Test
    void aRegressorIsOneOnTheDayAndItsMargins() {
        int[] days = IntStream.rangeClosed(19, 23)
                .map(day -> Math.toIntExact(LocalDate.of(2023, 4, day).toEpochDay()))
                .toArray();
        assertArrayEquals(new double[] {0, 1, 1, 1, 0}, find("Eid al-Fitr").column(days));
        assertArrayEquals(new double[] {1, 1, 1, 0, 0}, find("Ramadan").column(days), "20 April was the last day");
        assertArrayEquals(new double[5], find("Yom Kippur").column(days));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eid,nobody,2023-04-21,2023-04-21,1",
                "Eid,muslim,21 April,2023-04-21,1",
                "Eid,muslim,2023-04-21,2023-04-20,1",
                "Eid,muslim,2023-04-21,2023-04-21,-1",
                ",muslim,2023-04-21,2023-04-21,1",
                "Eid,muslim,2023-04-21,2023-04-21,1\nEid,jewish,2024-04-10,2024-04-10,1"
            })
    void refusesAFaultyFile(String rows) {
        ReferenceTable table = ReferenceTable.parse("test.csv", HEADER + rows, HolidayCalendar.OBSERVANCES_COLUMNS);
        assertThrows(ReferenceFileException.class, () -> HolidayCalendar.of(Optional.empty(), table));
    }

    @Test
    void saysWhichCatalogueItDoesNotKnow() {
        assertEquals(
                "Cannot load the holidays of fr: found no such catalogue; expected uk or us.",
                assertThrows(IllegalArgumentException.class, () -> HolidayCalendar.load("fr"))
                        .getMessage());
    }

    private static List<Observance> forModel(HolidayCalendar calendar, String community, LocalDate from, LocalDate to) {
        return calendar.observances().stream()
                .filter(one -> one.concerns(community) && one.isOftenEnough(from, to))
                .toList();
    }

    private static Observance find(String name) {
        return UK.observances().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<LocalDate> firstDays(String name) {
        return find(name).occurrences().stream()
                .map(Observance.Occurrence::first)
                .collect(set());
    }

    private static List<String> names(List<Observance> observances) {
        return observances.stream().map(Observance::name).toList();
    }

    /** The years that the file is for. */
    private static Set<LocalDate> within(Stream<LocalDate> days) {
        return days.filter(day -> day.getYear() >= 1990 && day.getYear() <= 2040)
                .collect(set());
    }

    private static LocalDate hebrew(int year, int month, int day) {
        HebrewCalendar calendar = new HebrewCalendar(TimeZone.getTimeZone("UTC"));
        calendar.clear();
        calendar.set(year, month, day);
        return day(Instant.ofEpochMilli(calendar.getTimeInMillis()));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Stream<String[]> lines(String file) {
        try (var in = Objects.requireNonNull(HolidayCalendarTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).toList().stream().map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collector<LocalDate, ?, ? extends Set<LocalDate>> set() {
        return Collectors.toCollection(TreeSet::new);
    }
}
