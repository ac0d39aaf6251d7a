package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.incident.Hmac;

class SeriesProtectionTest {
    private static final SeriesName SERIES = SeriesName.of("met", "occurred", "crime", "E09000003", "jewish");

    private final VintageLedger ledger =
            new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));

    /** The series as published on a day, with ten incidents on each day from a first one on. */
    private PublicSeries published(String firstDay, String asOf) {
        LocalDate start = LocalDate.parse(firstDay);
        return new SeriesProtection(
                        ledger,
                        new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                        LocalDate.parse(asOf),
                        start,
                        LocalDate.parse(asOf))
                .protect(SERIES, GrainGate.MARGIN, PublicGrain.WEEK, SeriesProtection.Kind.COUNT, leaf -> {
                    long days = leaf.to().toEpochDay() - Math.max(leaf.from().toEpochDay(), start.toEpochDay()) + 1;
                    return new ExactCell(Math.max(0, 10 * days), 7 * leaf.from().toEpochDay());
                });
    }

    /** What is shown of the years of a borough's series that has so many incidents in each, drawn when all of them are final. */
    private String years(int... incidents) {
        LocalDate start = LocalDate.of(2015, 4, 1);
        PublicSeries series = new SeriesProtection(
                        ledger,
                        new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                        start.plusYears(incidents.length + 2L),
                        start,
                        start.plusYears(incidents.length).minusDays(1))
                .protect(
                        SERIES,
                        GrainGate.AREA_AND_COMMUNITY,
                        PublicGrain.MONTH,
                        SeriesProtection.Kind.COUNT,
                        leaf -> new ExactCell(
                                leaf.to().toEpochDay() - leaf.from().toEpochDay() > 300
                                        ? incidents[Leaf.yearOf(leaf.from()) - 2015]
                                        : 0,
                                leaf.from().getYear()));
        return IntStream.range(0, incidents.length)
                .mapToObj(year -> series.leaves().stream()
                        .filter(leaf -> Leaf.yearOf(leaf.leaf().from()) == 2015 + year)
                        .findFirst()
                        .map(leaf -> leaf.leaf().grain() + " " + leaf.state())
                        .orElse("-"))
                .collect(Collectors.joining(", "));
    }

    /** States of a year by a characteristic, in a release on a day; before that, one community in one area is drawn if it is due. */
    private String characteristic(String asOf, boolean withAreaAndCommunity) {
        LocalDate start = LocalDate.of(2019, 4, 1);
        LocalDate day = LocalDate.parse(asOf);
        SeriesProtection protection = new SeriesProtection(
                ledger,
                new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                day,
                start,
                start.plusYears(1).minusDays(1));
        if (withAreaAndCommunity) {
            protection.protect(
                    SERIES,
                    GrainGate.AREA_AND_COMMUNITY,
                    PublicGrain.MONTH,
                    SeriesProtection.Kind.COUNT,
                    leaf -> new ExactCell(100, 5));
        }
        return protection
                .protect(
                        SERIES.by("location_type", "home"),
                        GrainGate.CHARACTERISTIC,
                        PublicGrain.QUARTER,
                        SeriesProtection.Kind.CHARACTERISTIC,
                        leaf -> new ExactCell(100, 6))
                .leaves()
                .stream()
                .map(leaf -> leaf.state()
                        + leaf.count()
                                .map(count -> count.isFinal() ? " final" : "")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatARunDrewThatDiedIsNotShownBesideOneCommunityInOneArea() {
        assertEquals("PUBLISHED", characteristic("2020-05-12", false));
        long published = ledger.figures();
        ledger.continueFrom(published);
        assertEquals("PUBLISHED final", characteristic("2021-03-30", false));
        // The release of that day never appeared.
        ledger.continueFrom(published);

        assertEquals("PUBLISHED", characteristic("2021-03-31", true));
        ledger.continueFrom(ledger.figures());
        assertEquals("PUBLISHED final", characteristic("2021-04-07", true));
    }

    /** The first week after an event with so many incidents on each of its days, as known on a day: what is shown of it, and of its days. */
    private String firstWeek(int aDay, String asOf) {
        LocalDate event = LocalDate.of(2023, 10, 7);
        LocalDate last = event.plusDays(6);
        SeriesProtection protection = new SeriesProtection(
                ledger,
                new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                LocalDate.parse(asOf),
                event.minusYears(3),
                LocalDate.parse(asOf));
        Optional<SeriesProtection.PublicWindow> window =
                protection.window(SERIES, "attack", event, last, () -> new ExactCell(7L * aDay, 77));
        List<ProtectedCount> days =
                protection.days(SERIES, "attack", event, last, day -> new ExactCell(aDay, day.toEpochDay()));
        return (window.flatMap(SeriesProtection.PublicWindow::count).isPresent() ? "shown, " : "hidden, ")
                + days.size() + " days, "
                + days.stream().allMatch(day -> day.draws() == 1 && day.isFinal() && Math.abs(day.value() - aDay) <= 5);
    }

    @Test
    void daysOfAFirstWeekAreDrawnOnceWithItsLastVintageWhereItHoldsSeventy() {
        assertEquals("shown, 0 days, true", firstWeek(12, "2023-11-06"));
        assertEquals("shown, 0 days, true", firstWeek(12, "2024-04-11"));
        assertEquals("shown, 7 days, true", firstWeek(12, "2024-04-12"));
        long figures = ledger.figures();
        assertEquals(9, figures);
        assertEquals("shown, 7 days, true", firstWeek(12, "2025-04-13"));
        assertEquals(figures, ledger.figures());
    }

    @Test
    void daysOfAWeekOfFewerAreNotDrawn() {
        assertEquals("shown, 0 days, true", firstWeek(9, "2024-06-01"));
        assertEquals(1, ledger.figures());
    }

    @Test
    void aSeriesOfManyBeginsWithItsFirstYear() {
        assertEquals("NONE PUBLISHED, MONTH PUBLISHED", years(100, 100));
    }

    @Test
    void aSeriesOfNoneIsNeverShown() {
        assertEquals("NONE HIDDEN, NONE HIDDEN, NONE HIDDEN", years(0, 0, 0));
    }

    /** A year of one or two is hidden: its figure is at most 7. */
    @Test
    void noFirstYearOfOneOrTwoIsEverShown() {
        for (int incidents = 1; incidents <= 2; incidents++) {
            for (int key = 0; key < 300; key++) {
                VintageLedger fresh =
                        new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
                long count = incidents;
                long keys = key;
                PublicSeries series = new SeriesProtection(
                                fresh,
                                new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                                LocalDate.of(2017, 4, 3),
                                LocalDate.of(2015, 4, 1),
                                LocalDate.of(2016, 3, 31))
                        .protect(
                                SERIES,
                                GrainGate.MARGIN,
                                PublicGrain.WEEK,
                                SeriesProtection.Kind.COUNT,
                                leaf -> new ExactCell(count, keys));
                assertEquals(PublicSeries.State.HIDDEN, series.leaves().get(0).state());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AREA_AND_COMMUNITY, 7, NONE",
        "AREA_AND_COMMUNITY, 8, YEAR",
        "CHARACTERISTIC, 79, NONE",
        "CHARACTERISTIC, 80, YEAR"
    })
    void twoYearsThatAreNotShownCanBeginASeries(GrainGate gate, long together, PublicGrain grain) {
        assertEquals(grain, gate.afterTrials(together));
    }

    private long cells() {
        return ledger.additions().entries().stream()
                .map(VintageLedger.Entry::cell)
                .distinct()
                .count();
    }

    private boolean isEachDayInOneCell() {
        List<DrawnCell> cells = new ArrayList<>(ledger.additions().entries().stream()
                .map(VintageLedger.Entry::cell)
                .distinct()
                .toList());
        return cells.stream()
                .allMatch(one -> cells.stream()
                        .noneMatch(other -> !one.equals(other)
                                && !one.from().isAfter(other.to())
                                && !other.from().isAfter(one.to())));
    }

    @Test
    void theFirstYearStaysAsItWasDrawnWhenMoreHistoryIsTakenIn() {
        var before = published("2021-07-01", "2022-09-05").months(YearMonth.of(2021, 4), YearMonth.of(2022, 3));
        long drawn = cells();

        var after = published("2019-04-01", "2022-09-12").months(YearMonth.of(2021, 4), YearMonth.of(2022, 3));

        assertEquals(
                before.count().orElseThrow().value(),
                after.count().orElseThrow().value());
        assertTrue(cells() > drawn, "nothing was drawn of the years before");
        assertTrue(isEachDayInOneCell());
    }

    @Test
    void theFirstYearStaysAsItWasDrawnWhenTheSeriesBeginsLater() {
        published("2021-04-01", "2022-09-05");
        long drawn = cells();

        published("2021-11-01", "2022-09-05");

        assertEquals(drawn, cells());
        assertTrue(isEachDayInOneCell());
    }
}
