package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.Interval;
import org.vigil.statistics.PoissonInterval;

final class CountsTabulationTest {
    private static final Geography LONDON = Geography.load("london");
    private static final int CAMDEN = LONDON.indexOf("E09000007").orElseThrow();
    private static final int UNKNOWN = LONDON.indexOf("unknown").orElseThrow();
    private static final int JEWISH = CodeLists.communities().indexOf("jewish").orElseThrow();
    private static final int MUSLIM = CodeLists.communities().indexOf("muslim").orElseThrow();
    private static final SourceProfile SYNTHETIC = SourceProfiles.shipped("london-synthetic");

    @Test
    void countsTheTotalOnceAndEachCommunityInItsOwnRight() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2023-01-01",
                "2024-12-31",
                i -> i.area(CAMDEN)
                        .occurred("2024-01-10")
                        .communities(JEWISH, MUSLIM)
                        .add(0)
                        .area(UNKNOWN)
                        .occurred("2024-01-11")
                        .communities(JEWISH)
                        .add(0));
        assertEquals("2", count(rows, "occurred", "crime", LONDON.wholeAreaCode(), "all", "month", "2024-01-01"));
        assertEquals("2", count(rows, "occurred", "crime", LONDON.wholeAreaCode(), "jewish", "month", "2024-01-01"));
        assertEquals("1", count(rows, "occurred", "crime", LONDON.wholeAreaCode(), "muslim", "month", "2024-01-01"));
        assertEquals("1", count(rows, "occurred", "crime", "E09000007", "all", "month", "2024-01-01"));
        assertEquals("1", count(rows, "occurred", "crime", "E09000007", "all", "iso_week", "2024-01-08"));
        assertEquals("2", count(rows, "recorded", "crime", LONDON.wholeAreaCode(), "all", "month", "2024-06-01"));
    }

    @Test
    void writesATrueZeroWhereTheSourceCoversTheCell() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2023-01-01",
                "2024-12-31",
                i -> i.area(CAMDEN).communities(JEWISH).add(0));
        assertEquals("0", count(rows, "occurred", "crime", "E09000003", "jewish", "month", "2023-05-01"));
        assertEquals("0", count(rows, "occurred", "crime", "E09000003", "all", "quarter", "2023-04-01"));
    }

    @Test
    void hasNoFigureForAnAreaThatIsNotCovered() {
        Tabulated rows = tabulated(
                SYNTHETIC, "2023-01-01", "2024-12-31", i -> i.area(CAMDEN).add(0));
        assertEquals(
                " [x] |  [x] | ", cell(rows, "occurred", "crime", "E09000001", "all", "financial_year", "2023-04-01"));
    }

    @Test
    void hasNoTotalWhereTheSourceHasNone() {
        SourceProfile met = SourceProfiles.shipped("met-hate-crime-counts");
        Tabulated rows = tabulated(
                met,
                "2020-01-01",
                "2021-05-31",
                i -> i.area(CAMDEN).communities(JEWISH).recorded("2021-01").add(0));
        assertEquals("[x]", count(rows, "recorded", "crime", LONDON.wholeAreaCode(), "all", "month", "2021-01-01"));
        assertEquals("1", count(rows, "recorded", "crime", LONDON.wholeAreaCode(), "jewish", "month", "2021-01-01"));
        assertEquals("", count(rows, "recorded", "crime", LONDON.wholeAreaCode(), "jewish", "iso_week", "2021-01-04"));
    }

    @Test
    void marksTheLastWeeksAsProvisional() {
        Tabulated rows = tabulated(
                SYNTHETIC, "2023-01-01", "2024-12-31", i -> i.area(CAMDEN).add(0));
        assertEquals("0", count(rows, "occurred", "crime", "E09000007", "all", "month", "2024-10-01"));
        assertEquals("0 [p]", count(rows, "occurred", "crime", "E09000007", "all", "month", "2024-11-01"));
    }

    @Test
    void marksAPeriodThatIsCoveredInPart() {
        Tabulated rows = tabulated(
                SYNTHETIC, "2023-01-02", "2024-12-31", i -> i.area(CAMDEN).add(0));
        assertTrue(value(rows, CountsTable.IS_PARTIAL_PERIOD, "month", "2023-01-01")
                .equals("true"));
        assertTrue(value(rows, CountsTable.IS_PARTIAL_PERIOD, "month", "2023-02-01")
                .equals("false"));
        assertTrue(value(rows, CountsTable.RATE_STATUS, "financial_year", "2022-04-01")
                .equals("[z]"));
    }

    @Test
    void dividesByTheResidentsOfTheYearInTheMiddle() {
        Tabulated rows = tabulated(SYNTHETIC, "2022-01-01", "2024-12-31", i -> {
            for (int n = 0; n < 12; n++) {
                i.area(CAMDEN)
                        .occurred("2023-05-0" + (1 + n % 9))
                        .communities(JEWISH)
                        .add(0);
            }
        });
        long residents =
                LONDON.populations().find("E09000007", 2023).orElseThrow().residents();
        Interval interval = PoissonInterval.of(12, 0.95).scaledBy(100_000.0 / residents);
        assertEquals(
                String.format(
                        java.util.Locale.ROOT,
                        "12 | %.1f (%.1f to %.1f, Byar) | %d of 2023",
                        12 * 100_000.0 / residents,
                        interval.lower(),
                        interval.upper(),
                        residents),
                cell(rows, "occurred", "crime", "E09000007", "all", "financial_year", "2023-04-01"));
    }

    @Test
    void dividesACommunityByItsOwnResidentsAsOfTheCensus() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2022-01-01",
                "2024-12-31",
                i -> i.area(CAMDEN).occurred("2023-05-01").communities(JEWISH).add(0));
        long residents = LONDON.populations()
                .findCommunity("E09000007", "jewish")
                .orElseThrow()
                .residents();
        String cell = cell(rows, "occurred", "crime", "E09000007", "jewish", "financial_year", "2023-04-01");
        assertTrue(cell.startsWith("1 | "), cell);
        assertTrue(
                cell.endsWith("Exact) [e] | " + residents + " of 2021")
                        || cell.endsWith("exact) [e] | " + residents + " of 2021"),
                cell);
    }

    @Test
    void hasNoRateForACommunityOfFewerThanFiveThousand() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2022-01-01",
                "2024-12-31",
                i -> i.area(CAMDEN).occurred("2023-05-01").communities(JEWISH).add(0));
        List<String> small = LONDON.areas().stream()
                .filter(a -> LONDON.populations().hasPopulation(a.code()))
                .map(a -> a.code())
                .filter(code -> !code.equals("E09000001"))
                .filter(code ->
                        LONDON.populations().findCommunity(code, "jewish").isEmpty())
                .toList();
        assertTrue(small.size() > 5, small.toString());
        for (String area : small) {
            assertEquals(
                    "0 |  [z] | ", cell(rows, "occurred", "crime", area, "jewish", "financial_year", "2023-04-01"));
        }
    }

    @Test
    void leavesUnallocatedRecordsOutOfTheRateOfTheWhole() {
        Tabulated rows = tabulated(SYNTHETIC, "2022-01-01", "2024-12-31", i -> {
            for (int n = 0; n < 10; n++) {
                i.area(n < 9 ? UNKNOWN : CAMDEN).occurred("2023-05-01").add(0);
            }
        });
        String cell = cell(rows, "occurred", "crime", LONDON.wholeAreaCode(), "all", "financial_year", "2023-04-01");
        assertTrue(cell.startsWith("10 | 0.0 (0.0 to 0.1, exact)"), cell);
    }

    @Test
    void hasNoRateWithoutResidents() {
        Geography us = Geography.load("us-states");
        SourceProfile fbi = SourceProfiles.shipped("fbi-hate-crime");
        Tabulated rows = tabulated(
                fbi,
                "2001-01-01",
                "2003-12-31",
                i -> i.area(us.indexOf("CA").orElseThrow())
                        .occurred("2002-05-01")
                        .communities(MUSLIM)
                        .add(0));
        assertEquals("1 |  [z] | ", cell(rows, "occurred", "crime", "CA", "muslim", "financial_year", "2002-04-01"));
    }

    @Test
    void keepsSilenceApartFromZeroWhereNobodyMustReport() {
        Geography us = Geography.load("us-states");
        SourceProfile fbi = SourceProfiles.shipped("fbi-hate-crime");
        Tabulated rows = tabulated(
                fbi,
                "2001-01-01",
                "2003-12-31",
                i -> i.area(us.indexOf("CA").orElseThrow())
                        .occurred("2002-05-01")
                        .communities(MUSLIM)
                        .add(0));
        assertEquals("", count(rows, "occurred", "crime", "CA", "muslim", "month", "2002-06-01"));
        assertEquals("[x]", count(rows, "occurred", "crime", us.wholeAreaCode(), "muslim", "month", "2002-06-01"));
        assertEquals("[x]", count(rows, "occurred", "crime", us.wholeAreaCode(), "transgender", "month", "2002-05-01"));
    }

    @Test
    void addsCrimesAndNonCrimeIncidentsButNeverTerrorism() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2023-01-01",
                "2024-12-31",
                i -> i.area(CAMDEN)
                        .occurred("2024-01-10")
                        .add(0)
                        .area(CAMDEN)
                        .occurred("2024-01-10")
                        .recordClass(RecordClass.NON_CRIME_INCIDENT)
                        .add(0)
                        .area(CAMDEN)
                        .occurred("2024-01-10")
                        .recordClass(RecordClass.TERRORISM_RELATED)
                        .add(0));
        String whole = LONDON.wholeAreaCode();
        assertEquals("1", count(rows, "occurred", "crime", whole, "all", "month", "2024-01-01"));
        assertEquals("1", count(rows, "occurred", "non-crime-incident", whole, "all", "month", "2024-01-01"));
        assertEquals("2", count(rows, "occurred", "both", whole, "all", "month", "2024-01-01"));
        assertEquals("1", count(rows, "occurred", "terrorism-related", whole, "all", "month", "2024-01-01"));
        assertEquals("2", count(rows, "occurred", "both", "E09000007", "all", "month", "2024-01-01"));
        assertEquals("", count(rows, "occurred", "terrorism-related", "E09000007", "all", "month", "2024-01-01"));
    }

    @Test
    void carriesResidentsForwardAndSaysSo() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2022-01-01",
                "2026-12-31",
                i -> i.area(CAMDEN).occurred("2026-05-01").add(0));
        String cell = cell(rows, "occurred", "crime", "E09000007", "all", "rolling_12_months", "2025-09-01");
        assertTrue(cell.contains("[e]") && cell.endsWith("of 2024"), cell);
    }

    @Test
    void marksABreakOfThePopulationSeries() {
        Tabulated rows = tabulated(
                SYNTHETIC,
                "2016-01-01",
                "2022-12-31",
                i -> i.area(CAMDEN).occurred("2020-05-01").add(0));
        List<Integer> broken = new ArrayList<>();
        for (int year = 2016; year <= 2022; year++) {
            if (cell(rows, "occurred", "crime", "E09000007", "all", "rolling_12_months", year + "-01-01")
                    .contains("[b]")) {
                broken.add(year);
            }
        }
        List<Integer> changes = new ArrayList<>();
        for (int year = 2016; year <= 2022; year++) {
            if (LONDON.populations().seriesChangesBetween(year - 1, year)) {
                changes.add(year);
            }
        }
        assertEquals(changes, broken);
        assertEquals(1, broken.size());
    }

    private static Tabulated tabulated(SourceProfile profile, String start, String end, Consumer<Incidents> incidents) {
        Incidents made = new Incidents();
        incidents.accept(made);
        Geography geography = Geography.load(profile.geographyCode());
        CountCube cube = new CountCube(
                profile.series().dateBasis().equals("recorded"),
                geography.size(),
                CodeLists.communities().size());
        for (int row = 0; row < made.packed().size(); row++) {
            cube.add(made.packed(), row);
        }
        TableRows rows = new TableRows(CountsTable.TABLE);
        CountsTabulation.addTo(
                rows,
                new SourceFacts(
                        profile.code(),
                        profile,
                        geography,
                        cube,
                        Coverage.of(LocalDate.parse(start), LocalDate.parse(end), 8)));
        return new Tabulated(rows);
    }

    /** {@code count status}; empty where the table has no such row. */
    private static String count(
            Tabulated rows,
            String basis,
            String recordClass,
            String area,
            String community,
            String type,
            String start) {
        String cell = cell(rows, basis, recordClass, area, community, type, start);
        return (cell.isEmpty() ? cell : cell.substring(0, cell.indexOf(" | "))).strip();
    }

    /** {@code count status | rate (lower to upper, method) status | residents of year}. */
    private static String cell(
            Tabulated tabulated,
            String basis,
            String recordClass,
            String area,
            String community,
            String type,
            String start) {
        Integer row = tabulated.index.get(String.join(" ", basis, recordClass, area, community, type, start));
        if (row == null) {
            return "";
        }
        TableRows rows = tabulated.rows;
        String rate = text(rows, CountsTable.RATE_PER_100K, row);
        String residents = text(rows, CountsTable.POPULATION, row);
        return text(rows, CountsTable.INCIDENT_COUNT, row)
                + spaced(text(rows, CountsTable.INCIDENT_COUNT_STATUS, row))
                + " | "
                + rate
                + (rate.isEmpty()
                        ? ""
                        : " (" + text(rows, CountsTable.RATE_LOWER95, row) + " to "
                                + text(rows, CountsTable.RATE_UPPER95, row) + ", "
                                + text(rows, CountsTable.RATE_INTERVAL_METHOD, row) + ")")
                + spaced(text(rows, CountsTable.RATE_STATUS, row))
                + " | "
                + residents
                + (residents.isEmpty() ? "" : " of " + text(rows, CountsTable.POPULATION_YEAR, row));
    }

    private static String value(Tabulated tabulated, Column column, String type, String start) {
        String key = String.join(" ", "occurred", "crime", LONDON.wholeAreaCode(), "all", type, start);
        Integer row = tabulated.index.get(key);
        return row == null ? "" : text(tabulated.rows, column, row);
    }

    /** The rows with their place by key. */
    private static final class Tabulated {
        private final TableRows rows;
        private final Map<String, Integer> index = new HashMap<>();

        Tabulated(TableRows rows) {
            this.rows = rows;
            List<Column> key = List.of(
                    CountsTable.DATE_BASIS,
                    CountsTable.RECORD_CLASS,
                    CountsTable.AREA_CODE,
                    CountsTable.COMMUNITY_CODE,
                    CountsTable.PERIOD_TYPE,
                    CountsTable.PERIOD_START_DATE);
            for (int row = 0; row < rows.size(); row++) {
                StringJoiner words = new StringJoiner(" ");
                for (Column column : key) {
                    words.add(text(rows, column, row));
                }
                assertEquals(null, index.put(words.toString(), row), "two rows for one key: " + words);
            }
        }
    }

    private static String spaced(String status) {
        return status.isEmpty() ? "" : " " + status;
    }

    private static String text(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }
}
