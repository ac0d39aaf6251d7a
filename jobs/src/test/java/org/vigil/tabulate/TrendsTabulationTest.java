package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.cube.CountCube;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesBreaks;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.trend.Comparability;
import org.vigil.trend.SeriesTrend;

final class TrendsTabulationTest {
    private static final Geography LONDON = Geography.load("london");
    private static final int CAMDEN = LONDON.indexOf("E09000007").orElseThrow();
    private static final int HACKNEY = LONDON.indexOf("E09000012").orElseThrow();
    private static final int JEWISH = CodeLists.communities().indexOf("jewish").orElseThrow();
    private static final int MUSLIM = CodeLists.communities().indexOf("muslim").orElseThrow();
    private static final int BOTH = -1;
    private static final SourceProfile MONTHLY = SourceProfiles.shipped("met-hate-crime-counts");
    private static final SourceProfile DAILY = SourceProfiles.shipped("canonical");
    private static final List<SeriesBreak> BREAKS = SeriesBreaks.load("uk").breaks();

    /** 60 in every month; the recording system changes on 28 February 2024; the last eight weeks are provisional. */
    @Test
    void comparesMonthsAndYearsOnEitherSideOfTheBreak() {
        List<Entry> entries = IntStream.range(0, 48)
                .mapToObj(m -> new Entry(CAMDEN, JEWISH, "", month(m), 60))
                .toList();
        TableRows rows = rows(MONTHLY, entries, "2022-01-01", "2025-12-31");
        assertEquals(
                """
                2022-01-01 | 60 . . . . [x] | . [x] . . . . [x] | seasonal-trend month 60.25 7.7701 0.0000
                2022-12-01 | 60 . . . . [x] | 720 . . . . [x] | seasonal-trend month 60.25 7.7701 0.0000
                2023-01-01 | 60 60 0.0 -31.3 45.5 | 720 . . . . [x] | seasonal-trend month 60.25 7.7701 0.0000
                2023-12-01 | 60 60 0.0 -31.3 45.5 | 720 720 0.0 -9.9 11.0 | seasonal-trend month 60.25 7.7701 0.0000
                2024-02-01 | 60 [b] 60 . . . [b] | 720 [b] 720 . . . [b] | . . . . . [b]
                2024-03-01 | 60 60 . . . [b] | 720 [b] 720 . . . [b] | . . . . . [x]
                2025-02-01 | 60 60 . . . [b] | 720 720 . . . [b] | centred-mean month 60.00 . .
                2025-03-01 | 60 60 0.0 -31.3 45.5 | 720 720 . . . [b] | centred-mean month 60.00 . .
                2025-10-01 | 60 60 0.0 -31.3 45.5 | 720 720 . . . [b] | . . . . . [x]
                2025-11-01 | 60 [p] 60 . . . [p] | 720 [p] 720 . . . [b] [p] | . . . . . [p]
                """,
                table(
                        rows,
                        "E09000007",
                        "jewish",
                        "2022-01-01",
                        "2022-12-01",
                        "2023-01-01",
                        "2023-12-01",
                        "2024-02-01",
                        "2024-03-01",
                        "2025-02-01",
                        "2025-03-01",
                        "2025-10-01",
                        "2025-11-01"));
    }

    /** Some name both communities: parts and total are each counted in their own right, and so are areas and the whole. */
    @Test
    void everySeriesIsComparedInItsOwnRight() {
        List<Entry> entries = new ArrayList<>();
        for (int m = 0; m < 30; m++) {
            int count = m < 12 ? 10 : 15;
            entries.add(new Entry(CAMDEN, JEWISH, month(m) + "-03", "", count));
            entries.add(new Entry(HACKNEY, MUSLIM, month(m) + "-04", "", 2));
            entries.add(new Entry(HACKNEY, BOTH, month(m) + "-05", "", 1));
        }
        TableRows rows = rows(DAILY, entries, "2022-01-01", "2024-12-31");
        assertEquals("216 156 38.5", rolling(rows, "london", "all", "2023-12-01"));
        assertEquals("192 132 45.5", rolling(rows, "london", "jewish", "2023-12-01"));
        assertEquals("180 120 50.0", rolling(rows, "E09000007", "jewish", "2023-12-01"));
        assertEquals("36 36 0.0", rolling(rows, "E09000012", "muslim", "2023-12-01"));
        assertEquals("12 12 .", rolling(rows, "E09000012", "jewish", "2023-12-01"));
    }

    @Test
    void monthsAndRollingYearsAreThoseOfTheCounts() {
        Random random = new Random(3);
        List<Entry> entries = randomEntries(random);
        SourceFacts facts = facts(DAILY, entries, "2022-01-10", "2024-11-20");
        TableRows counts = new TableRows(CountsTable.TABLE);
        CountsTabulation.addTo(counts, facts);
        TableRows trends = new TableRows(TrendsTable.TABLE);
        addTo(trends, facts, List.of());
        Set<String> published = Arrays.stream(counts.sortedByKey())
                .filter(row -> !text(counts, CountsTable.PERIOD_TYPE, row).equals("iso_week"))
                .filter(row -> text(counts, CountsTable.DATE_BASIS, row).equals("occurred"))
                .mapToObj(row -> String.join(
                        " ",
                        text(counts, CountsTable.AREA_CODE, row),
                        text(counts, CountsTable.COMMUNITY_CODE, row),
                        text(counts, CountsTable.PERIOD_TYPE, row),
                        text(counts, CountsTable.PERIOD_START_DATE, row),
                        text(counts, CountsTable.INCIDENT_COUNT, row),
                        text(counts, CountsTable.INCIDENT_COUNT_STATUS, row)))
                .collect(Collectors.toSet());
        int compared = 0;
        for (int row = 0; row < trends.size(); row++) {
            String cell = text(trends, TrendsTable.AREA_CODE, row) + " " + text(trends, TrendsTable.COMMUNITY_CODE, row)
                    + " ";
            LocalDate month = LocalDate.parse(text(trends, TrendsTable.MONTH_START_DATE, row));
            assertEquals(
                    true,
                    published.contains(cell + "month " + month + " " + text(trends, TrendsTable.INCIDENT_COUNT, row)
                            + " " + text(trends, TrendsTable.INCIDENT_COUNT_STATUS, row)),
                    cell + month);
            if (!trends.column(TrendsTable.ROLLING_COUNT).isEmpty(row)) {
                assertEquals(
                        true,
                        published.contains(cell + "rolling_12_months " + month.minusMonths(11) + " "
                                + text(trends, TrendsTable.ROLLING_COUNT, row) + " "
                                + text(trends, TrendsTable.ROLLING_COUNT_STATUS, row)),
                        cell + month);
                compared++;
            }
        }
        assertEquals(true, compared > 100, compared + " rolling years");
    }

    @Test
    void theOrderOfRecordsChangesNothing() {
        List<Entry> entries = randomEntries(new Random(4));
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(
                all(rows(DAILY, entries, "2022-01-01", "2024-12-31")),
                all(rows(DAILY, shuffled, "2022-01-01", "2024-12-31")));
    }

    @Test
    void aSeriesWithoutIncidentsHasNoRows() {
        TableRows rows =
                rows(DAILY, List.of(new Entry(CAMDEN, JEWISH, "2023-05-05", "", 1)), "2022-01-01", "2024-12-31");
        assertEquals(
                List.of("E09000007 all", "E09000007 jewish", "london all", "london jewish"),
                Arrays.stream(rows.sortedByKey())
                        .mapToObj(row -> text(rows, TrendsTable.AREA_CODE, row) + " "
                                + text(rows, TrendsTable.COMMUNITY_CODE, row))
                        .distinct()
                        .toList());
        assertEquals(4 * 36, rows.size());
    }

    /** So many incidents of one kind; a blank date is not known. */
    private record Entry(int area, int community, String occurred, String recorded, int count) {}

    private static List<Entry> randomEntries(Random random) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            entries.add(new Entry(
                    random.nextBoolean() ? CAMDEN : HACKNEY,
                    random.nextInt(4) == 0 ? BOTH : random.nextBoolean() ? JEWISH : MUSLIM,
                    LocalDate.of(2022, 1, 10).plusDays(random.nextInt(1040)).toString(),
                    "",
                    1));
        }
        return entries;
    }

    private static String month(int number) {
        return LocalDate.of(2022, 1, 1).plusMonths(number).toString().substring(0, 7);
    }

    private static SourceFacts facts(SourceProfile profile, List<Entry> entries, String start, String end) {
        Incidents made = new Incidents();
        for (Entry entry : entries) {
            Incidents next = made.area(entry.area()).occurred(entry.occurred()).recorded(entry.recorded());
            (entry.community() == BOTH ? next.communities(JEWISH, MUSLIM) : next.communities(entry.community()))
                    .count(entry.count())
                    .add(0);
        }
        CountCube cube = new CountCube(
                profile.series().dateBasis().equals("recorded"),
                LONDON.size(),
                CodeLists.communities().size());
        for (int row = 0; row < made.packed().size(); row++) {
            cube.add(made.packed(), row);
        }
        return new SourceFacts(
                "police",
                profile,
                LONDON,
                cube,
                Coverage.of(
                        LocalDate.parse(start),
                        LocalDate.parse(end),
                        profile.series().provisionalWeeks()));
    }

    private static void addTo(TableRows rows, SourceFacts facts, List<SeriesBreak> breaks) {
        Comparability comparability = Comparability.of(facts.breaksAmong(breaks));
        TrendsTabulation.addTo(
                rows,
                SeriesAssembly.of(facts).stream()
                        .map(series -> SeriesTrend.of(
                                series, comparability, facts.coverage().provisionalFrom()))
                        .toList());
    }

    private static TableRows rows(SourceProfile profile, List<Entry> entries, String start, String end) {
        TableRows rows = new TableRows(TrendsTable.TABLE);
        addTo(rows, facts(profile, entries, start, end), BREAKS);
        return rows;
    }

    private static String table(TableRows rows, String area, String community, String... months) {
        StringBuilder table = new StringBuilder();
        for (String month : months) {
            int row = row(rows, area, community, month);
            table.append(month)
                    .append(" | ")
                    .append(line(
                            rows,
                            row,
                            TrendsTable.INCIDENT_COUNT,
                            TrendsTable.INCIDENT_COUNT_STATUS,
                            TrendsTable.YEAR_BEFORE_COUNT,
                            TrendsTable.CHANGE_PERCENT,
                            TrendsTable.CHANGE_LOWER95,
                            TrendsTable.CHANGE_UPPER95,
                            TrendsTable.CHANGE_STATUS))
                    .append(" | ")
                    .append(line(
                            rows,
                            row,
                            TrendsTable.ROLLING_COUNT,
                            TrendsTable.ROLLING_COUNT_STATUS,
                            TrendsTable.ROLLING_YEAR_BEFORE_COUNT,
                            TrendsTable.ROLLING_CHANGE_PERCENT,
                            TrendsTable.ROLLING_CHANGE_LOWER95,
                            TrendsTable.ROLLING_CHANGE_UPPER95,
                            TrendsTable.ROLLING_CHANGE_STATUS))
                    .append(" | ")
                    .append(line(
                            rows,
                            row,
                            TrendsTable.TREND_METHOD,
                            TrendsTable.TREND_UNIT,
                            TrendsTable.TREND_LEVEL,
                            TrendsTable.TREND_COMPONENT,
                            TrendsTable.SEASONAL_COMPONENT,
                            TrendsTable.TREND_STATUS))
                    .append('\n');
        }
        return table.toString();
    }

    /** A point stands for a measure that is empty; a status without a remark is left out. */
    private static String line(TableRows rows, int row, Column... columns) {
        return Arrays.stream(columns)
                .map(column -> {
                    String text = text(rows, column, row);
                    return text.isEmpty() && !column.name().endsWith("_status") ? "." : text;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String rolling(TableRows rows, String area, String community, String month) {
        int row = row(rows, area, community, month);
        return line(
                rows,
                row,
                TrendsTable.ROLLING_COUNT,
                TrendsTable.ROLLING_YEAR_BEFORE_COUNT,
                TrendsTable.ROLLING_CHANGE_PERCENT);
    }

    private static int row(TableRows rows, String area, String community, String month) {
        return IntStream.range(0, rows.size())
                .filter(row -> text(rows, TrendsTable.AREA_CODE, row).equals(area)
                        && text(rows, TrendsTable.COMMUNITY_CODE, row).equals(community)
                        && text(rows, TrendsTable.MONTH_START_DATE, row).equals(month))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> all(TableRows rows) {
        return Arrays.stream(rows.sortedByKey())
                .mapToObj(row -> TrendsTable.TABLE.columns().stream()
                        .map(column -> text(rows, column, row))
                        .collect(Collectors.joining(",")))
                .toList();
    }

    private static String text(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }
}
