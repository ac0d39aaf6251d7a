package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.event.SeriesEffects;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.Hmac;
import org.vigil.release.CountsTable;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

class PublicCurvesTest {
    private static final LocalDate ATTACK = LocalDate.of(2021, 6, 3);
    private static final LocalDate MONDAY = LocalDate.of(2021, 5, 31);

    private static final List<SeriesEffects> EFFECTS =
            List.of(PublicEffectsTest.ofAll(List.of(PublicEffectsTest.event("attack", ATTACK, 2))));

    /** Of a community, by grain and offset: first day, recorded / usual and band, status. */
    private static Map<String, String> curve(String community) {
        TableRows rows = PublicEffectsTest.rows(EventCurvesTable.TABLE, EFFECTS);
        Map<String, String> curve = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column(EventEffectsTable.COMMUNITY_CODE).textAt(row).equals(community)) {
                curve.put(
                        rows.column(EventCurvesTable.GRAIN).textAt(row) + " "
                                + rows.column(EventCurvesTable.UNIT_OFFSET).integerAt(row),
                        rows.column(EventCurvesTable.UNIT_START_DATE).display(row) + ": "
                                + rows.column(EventCurvesTable.OBSERVED_COUNT).display(row) + "/"
                                + rows.column(EventCurvesTable.EXPECTED).display(row) + " "
                                + rows.column(EventCurvesTable.EXPECTED_LOWER95).display(row) + " to "
                                + rows.column(EventCurvesTable.EXPECTED_UPPER95).display(row) + " "
                                + rows.column(EventCurvesTable.STATUS).display(row));
            }
        }
        return curve;
    }

    private static Map<LocalDate, String> publishedWeeks() {
        TableRows rows = PublicEffectsTest.rows(CountsTable.TABLE, EFFECTS);
        Map<LocalDate, String> weeks = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column(CountsTable.PERIOD_TYPE).textAt(row).equals("iso_week")
                    && rows.column(CountsTable.COMMUNITY_CODE).textAt(row).equals(Communities.ALL)
                    && rows.column(CountsTable.RECORD_CLASS).textAt(row).equals("crime")
                    && rows.column(CountsTable.AREA_CODE)
                            .textAt(row)
                            .equals(rows.column(CountsTable.AREA_CODE).textAt(0))) {
                weeks.put(
                        LocalDate.ofEpochDay(
                                rows.column(CountsTable.PERIOD_START_DATE).epochDayAt(row)),
                        rows.column(CountsTable.INCIDENT_COUNT).display(row));
            }
        }
        return weeks;
    }

    @Test
    void weeksAroundAnEventAreThosePublishedAndTheirUsualIsAWholeNumber() {
        Map<String, String> curve = curve(Communities.ALL);
        Map<LocalDate, String> weeks = publishedWeeks();

        for (int offset = -8; offset <= 11; offset++) {
            LocalDate monday = MONDAY.plusWeeks(offset);
            String unit = Optional.ofNullable(curve.get("iso_week " + offset)).orElseThrow();
            assertTrue(unit.startsWith(monday + ": " + weeks.get(monday) + "/14.00 "), unit);
        }
        // A Poisson count of 14 whose variance is larger by that of one change, 3.
        assertTrue(curve.getOrDefault("iso_week 0", "").contains("/14.00 7 to 23"), curve.toString());
    }

    /** Six hundred a month, all of them in one borough, so that its first week has as many as the whole area's. */
    @Test
    void theFirstWeekOfTheWholeAreaIsTheSumOfItsDaysAndThatOfABoroughIsOneDraw() {
        int[] months = new int[15];
        Arrays.fill(months, 600);
        MadeUpCity city = MadeUpCity.ofCounts(
                7, YearMonth.of(2021, 1), List.of("jewish"), Map.of("E09000003", Map.of("jewish", months)));
        SeriesKey borough = new SeriesKey("london-synthetic", "occurred", "crime", "E09000003", Communities.ALL);
        List<SeriesEffects> effects = List.of(
                EFFECTS.get(0),
                new SeriesEffects(
                        borough,
                        SeriesLevel.BOROUGH_TOTAL,
                        List.of(PublicEffectsTest.event("attack", ATTACK, 2)),
                        null,
                        List.of()));
        VintageLedger ledger = new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));

        TableRows windows = PublicEffectsTest.rows(EventEffectsTable.TABLE, city, effects, ledger);
        TableRows curves = PublicEffectsTest.rows(EventCurvesTable.TABLE, city, effects, ledger);

        long days = IntStream.range(0, curves.size())
                .filter(row -> curves.column(EventCurvesTable.GRAIN).textAt(row).equals(EventCurvesTable.DAY)
                        && curves.column(EventEffectsTable.COMMUNITY_CODE)
                                .textAt(row)
                                .equals(Communities.ALL))
                .mapToLong(row -> curves.column(EventCurvesTable.OBSERVED_COUNT).integerAt(row))
                .sum();
        Map<String, Long> weeks = new HashMap<>();
        for (int row = 0; row < windows.size(); row++) {
            if (windows.column(EventEffectsTable.COMMUNITY_CODE).textAt(row).equals(Communities.ALL)
                    && windows.column(EventEffectsTable.WINDOW_KIND).textAt(row).equals("disjoint")
                    && windows.column(EventEffectsTable.WINDOW_LAST).integerAt(row) == 6
                    && !windows.column(EventEffectsTable.OBSERVED_COUNT).isEmpty(row)) {
                weeks.put(
                        windows.column(EventEffectsTable.AREA_CODE).textAt(row),
                        windows.column(EventEffectsTable.OBSERVED_COUNT).integerAt(row));
            }
        }
        assertEquals(Set.of(city.london.wholeAreaCode(), "E09000003"), weeks.keySet());
        assertEquals(days, weeks.get(city.london.wholeAreaCode()));
        assertEquals(
                Set.of(city.london.wholeAreaCode()),
                ledger.additions().entries().stream()
                        .map(entry -> entry.cell().series())
                        .filter(series -> series.dimension().equals(SeriesName.DAY))
                        .map(SeriesName::areaCode)
                        .collect(Collectors.toSet()));
    }

    @Test
    void daysOfAWeekOfFewAndAllOfASmallSeriesAreThereAndHidden() {
        assertEquals(27, curve(Communities.ALL).size());
        assertEquals("2021-06-05: /  to  [c]", curve(Communities.ALL).get("day 2"));
        int smallest = PublicEffectsTest.CITY.communities.get(0);
        Map<String, String> curve = curve(CodeLists.communities().get(smallest).code());
        assertEquals(27, curve.size());
        assertTrue(curve.values().stream().allMatch(unit -> unit.endsWith(": /  to  [c]")), curve::toString);
    }
}
