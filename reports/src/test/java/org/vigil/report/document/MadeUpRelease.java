package org.vigil.report.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vigil.release.AlarmsTable;
import org.vigil.release.AreasTable;
import org.vigil.release.Audience;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CodesTable;
import org.vigil.release.Column;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.CountsTable;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.Explanation;
import org.vigil.release.ExtractsTable;
import org.vigil.release.Manifest;
import org.vigil.release.ParquetTables;
import org.vigil.release.Protection;
import org.vigil.release.PublishedTables;
import org.vigil.release.PublisherLabelsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.SeriesBreaksTable;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/** A release with made-up figures, built in memory; the same call gives the same figures. */
final class MadeUpRelease implements ReportInput {
    private static final long SEED = 20261122L;
    private static final List<String> CODES = List.of("all", "jewish", "muslim", "black", "gay", "disability");
    private static final List<String> EVERY_CODE = List.of(
            "all", "racist-and-religious", "faith", "jewish", "muslim", "black", "gay", "transgender", "disability");

    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Map<Table, TableRows> tables = new HashMap<>();
    private final Random random = new Random(SEED);
    private final LocalDate asOf;

    private MadeUpRelease(LocalDate asOf) {
        this.asOf = asOf;
        communities();
        codes();
    }

    /** Weekly London with populations, provisional weeks, events and a break: not public, synthetic. */
    static MadeUpRelease weeklyLondon() {
        return weeklyLondon(true, CODES);
    }

    /** As {@link #weeklyLondon}, of a source whose flags overlap and have no total. */
    static MadeUpRelease withoutTotal() {
        return weeklyLondon(false, CODES);
    }

    /** As {@link #weeklyLondon}, with figures of every community that is listed. */
    static MadeUpRelease withEveryCommunity() {
        return weeklyLondon(true, EVERY_CODE);
    }

    private static MadeUpRelease weeklyLondon(boolean hasTotal, List<String> codes) {
        MadeUpRelease release = new MadeUpRelease(LocalDate.of(2026, 6, 2));
        release.source(
                "london-weekly", "offence", "recorded", "day", hasTotal, false, true, "london", "London (made up)");
        release.londonAreas();
        release.counts(
                "london-weekly", "recorded", "london", codes, LocalDate.of(2022, 1, 1), LocalDate.of(2026, 6, 2), true);
        release.events();
        release.labels("london-weekly");
        release.quality("london-weekly");
        release.revisions("london-weekly");
        release.seriesBreak("london-weekly");
        release.breakdowns("london-weekly", "recorded");
        return release;
    }

    /** As {@link #weeklyLondon}, with everything that models say of it. */
    static MadeUpRelease withStudies() {
        MadeUpRelease release = withAlarms();
        new MadeUpStudies(release).addAll();
        return release;
    }

    /** As {@link #weeklyLondon}, with the newest two whole weeks judged: in the last one two series are above usual, one of them part of the other. */
    static MadeUpRelease withAlarms() {
        MadeUpRelease release = weeklyLondon();
        LocalDate monday = LocalDate.of(2026, 5, 25);
        release.judged("ALL", "all", monday.minusWeeks(1), 300, 290.0, 330, "", "", "");
        release.judged("ALL", "jewish", monday.minusWeeks(1), 61, 40.25, 52, 1, "", "");
        release.judged("ALL", "all", monday, 310, 290.0, 330, "", "", "");
        release.judged("ALL", "jewish", monday, 70, 41.0, 53, 1, "", "");
        release.judged("E00000003", "jewish", monday, 9, 1.25, 4, 2, "ALL", "jewish");
        return release;
    }

    /** As {@link #weeklyLondon}, with a week in which nothing is above usual. */
    static MadeUpRelease withoutAlarms() {
        MadeUpRelease release = weeklyLondon();
        release.judged("ALL", "all", LocalDate.of(2026, 5, 25), 310, 290.0, 330, "", "", "");
        return release;
    }

    /** As {@link #weeklyLondon}, with a burst in a week that is not complete and nothing above usual in the complete week before. */
    static MadeUpRelease withOneEarlySignal() {
        MadeUpRelease release = weeklyLondon();
        LocalDate monday = LocalDate.of(2026, 5, 25);
        release.judged("ALL", "jewish", monday.minusWeeks(1), 40, 40.25, 52, "", "", "", 0.002, "");
        release.judged("ALL", "jewish", monday, 70, 41.0, 53, "", "", "");
        return release;
    }

    /**
     * As {@link #weeklyLondon}, with eight judged weeks of which only the older are complete. The newest, unranked, holds a burst of Jewish offences, one in
     * Barnet where next to nothing is expected, and an alarm whose q is too large; the third complete week holds a ranked alarm.
     */
    static MadeUpRelease withEarlySignals() {
        MadeUpRelease release = weeklyLondon();
        LocalDate monday = LocalDate.of(2026, 5, 25);
        for (int week = 0; week < 8; week++) {
            release.judged("ALL", "all", monday.minusWeeks(week), 300, 290.0, 330, "", "", "", 0.002, status(week));
        }
        release.judged("ALL", "muslim", monday, 61, 40.0, 52, "", "", "", 0.2, status(0));
        release.judged("E00000003", "jewish", monday, 5, 0.04, 2, "", "", "", 0.1, status(0));
        release.judged("ALL", "jewish", monday, 70, 41.0, 53, "", "", "", 0.002, status(0));
        release.judged("ALL", "jewish", monday.minusWeeks(4), 61, 40.25, 52, 1, "", "", 0.002, status(4));
        release.judged("ALL", "jewish", monday.minusWeeks(6), 90, 40.25, 52, 1, "", "", 0.002, status(6));
        return release;
    }

    /** Weeks that are all provisional by the calendar, with alarms that are listed two, five and six weeks before the newest. */
    static MadeUpRelease withAlarmsOfProvisionalWeeks() {
        MadeUpRelease release = weeklyLondon();
        LocalDate monday = LocalDate.of(2026, 5, 25);
        for (int week = 0; week < 8; week++) {
            boolean isListed = week == 2 || week == 5 || week == 6;
            release.judged(
                    "ALL",
                    "all",
                    monday.minusWeeks(week),
                    isListed ? 400 : 300,
                    290.0,
                    330,
                    isListed ? 1 : "",
                    "",
                    "",
                    0.002,
                    "[p]");
        }
        return release;
    }

    /** Of {@link #withEarlySignals}: the newest two are not complete. */
    private static String status(int week) {
        return week < 2 ? "[p]" : "";
    }

    private void judged(
            String area,
            String community,
            LocalDate monday,
            int count,
            double expected,
            int bound,
            Object rank,
            String underArea,
            String underCommunity) {
        judged(area, community, monday, count, expected, bound, rank, underArea, underCommunity, 0.002, "[p]");
    }

    private void judged(
            String area,
            String community,
            LocalDate monday,
            int count,
            double expected,
            int bound,
            Object rank,
            String underArea,
            String underCommunity,
            double q,
            String status) {
        boolean isAlarm = count > bound;
        add(
                AlarmsTable.TABLE,
                "london-weekly",
                "recorded",
                "crime",
                area,
                community,
                monday,
                count,
                expected,
                bound - 1,
                bound,
                Math.max(0, count - bound + 1),
                (count - expected) / (bound - expected),
                isAlarm ? 0.001 : 0.4,
                isAlarm ? q : 0.4,
                isAlarm && q < 0.1 ? "below_0.10" : "0.10_and_more",
                3,
                1.5,
                "ok",
                230,
                isAlarm,
                isAlarm ? 1 : 0,
                isAlarm ? "new" : "",
                rank,
                isAlarm && q <= 0.1 && rank.equals(""),
                underArea,
                underCommunity,
                status);
    }

    /** Weekly London, and a charity with figures for the same cells. */
    static MadeUpRelease withCharity() {
        MadeUpRelease release = weeklyLondon();
        release.source("charity", "incident", "recorded", "day", true, false, true, "london", "London (made up)");
        release.counts(
                "charity", "recorded", "london", CODES, LocalDate.of(2022, 1, 1), LocalDate.of(2026, 6, 2), true);
        release.quality("charity");
        release.breakdowns("charity", "recorded");
        for (int month = 0; month < 14; month++) {
            release.add(
                    SourceOverlapsTable.TABLE,
                    "charity",
                    "london-weekly",
                    "non-crime-incident",
                    "crime",
                    "ALL",
                    "all",
                    LocalDate.of(2025, 4, 1).plusMonths(month),
                    "occurred",
                    "day",
                    10 + month,
                    1200,
                    4,
                    2,
                    1208 + month,
                    month == 13 ? "[p]" : "");
        }
        return release;
    }

    /** Monthly flags without a total, nested, already public. */
    static MadeUpRelease monthlyFlags() {
        MadeUpRelease release = new MadeUpRelease(LocalDate.of(2021, 6, 10));
        release.source(
                "monthly-flags",
                "offence",
                "recorded",
                "month",
                false,
                true,
                false,
                "london",
                "Police area (32 boroughs)");
        release.londonAreas();
        release.counts(
                "monthly-flags",
                "recorded",
                "london",
                List.of("racist-and-religious", "faith", "jewish", "muslim", "gay", "disability", "transgender"),
                LocalDate.of(2010, 4, 1),
                LocalDate.of(2021, 5, 31),
                false);
        release.events();
        release.labels("monthly-flags");
        release.quality("monthly-flags");
        return release;
    }

    /** States without populations or tiles, by date of occurrence. */
    static MadeUpRelease states() {
        MadeUpRelease release = new MadeUpRelease(LocalDate.of(2021, 3, 1));
        release.source("states", "incident", "occurred", "day", true, true, false, "states", "Some states");
        release.area("states", "ALL", "Some states", "whole-area", null, null, false);
        for (int i = 0; i < 48; i++) {
            release.area("states", String.format("S%02d", i), "State number " + (i + 1), "state", null, null, false);
        }
        release.counts(
                "states", "occurred", "states", CODES, LocalDate.of(2015, 1, 1), LocalDate.of(2020, 12, 31), false);
        release.labels("states");
        return release;
    }

    /** Writes the tables and a manifest as a published release. */
    Path publish(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        List<Manifest.TableEntry> entries = new ArrayList<>();
        for (Table table : PublishedTables.ALL) {
            if (tables.containsKey(table)) {
                ParquetTables.write(rows(table), folder.resolve("tables/" + table.name() + ".parquet"));
                entries.add(new Manifest.TableEntry(
                        table.name(),
                        rows(table).size(),
                        HASH,
                        Files.size(folder.resolve("tables/" + table.name() + ".parquet"))));
            }
        }
        Manifest manifest = new Manifest(
                releaseName(),
                Audience.RESTRICTED,
                Protection.NONE,
                marking(),
                asOf,
                "0.1.0",
                HASH,
                HASH,
                List.of(),
                entries,
                List.of(),
                new TreeMap<>());
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest.json());
        return folder;
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public String releaseName() {
        return asOf + "_0123456789abcdef";
    }

    @Override
    public String marking() {
        return "Counts are exact. Share this document only with people cleared to see it.";
    }

    @Override
    public Protection policy() {
        return Protection.NONE;
    }

    @Override
    public Optional<Explanation> explanation(String fileName) {
        return Optional.empty();
    }

    @Override
    public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        TableRows rows = rows(table);
        List<tech.tablesaw.columns.Column<?>> made = new ArrayList<>();
        for (Column column : table.columns()) {
            made.add(tablesaw(rows, column));
        }
        tech.tablesaw.api.Table all = tech.tablesaw.api.Table.create(table.name(), made);
        Selection kept = Selection.withRange(0, all.rowCount());
        for (Map.Entry<Column, Set<String>> wanted : filter.entrySet()) {
            kept = kept.and(all.stringColumn(wanted.getKey().name()).isIn(wanted.getValue()));
        }
        return all.where(kept).selectColumns(columns.stream().map(Column::name).toArray(String[]::new));
    }

    private static tech.tablesaw.columns.Column<?> tablesaw(TableRows rows, Column column) {
        TableRows.Cells cells = rows.column(column);
        int[] order = rows.sortedByKey();
        return switch (column.type()) {
            case TEXT -> filled(StringColumn.create(column.name()), cells, order, cells::textAt);
            case INTEGER -> filled(LongColumn.create(column.name()), cells, order, cells::integerAt);
            case DECIMAL -> filled(DoubleColumn.create(column.name()), cells, order, cells::decimalAt);
            case DATE ->
                filled(
                        DateColumn.create(column.name()),
                        cells,
                        order,
                        row -> LocalDate.ofEpochDay(cells.epochDayAt(row)));
            case BOOLEAN -> filled(BooleanColumn.create(column.name()), cells, order, cells::booleanAt);
        };
    }

    private static <T> tech.tablesaw.columns.Column<T> filled(
            tech.tablesaw.columns.Column<T> made, TableRows.Cells cells, int[] order, IntFunction<T> value) {
        for (int row : order) {
            if (cells.isEmpty(row)) {
                made.appendMissing();
            } else {
                made.append(value.apply(row));
            }
        }
        return made;
    }

    private TableRows rows(Table table) {
        return tables.computeIfAbsent(table, TableRows::new);
    }

    /** Appends a row from texts in the order of the columns; the empty text is an empty cell. */
    void add(Table table, Object... values) {
        TableRows rows = rows(table);
        for (int i = 0; i < values.length; i++) {
            TableRows.Cells cells = rows.column(table.columns().get(i));
            Object value = values[i];
            if (value instanceof String text) {
                if (text.isEmpty()) {
                    cells.addEmpty();
                } else {
                    cells.addText(text);
                }
            } else if (value instanceof Integer number) {
                cells.addInteger(number);
            } else if (value instanceof Long number) {
                cells.addInteger(number);
            } else if (value instanceof Double number) {
                cells.addDecimal(number);
            } else if (value instanceof LocalDate date) {
                cells.addDate(date);
            } else if (value instanceof Boolean yes) {
                cells.addBoolean(yes);
            } else {
                throw new IllegalArgumentException("No cell for " + value);
            }
        }
    }

    private void source(
            String code,
            String unit,
            String basis,
            String precision,
            boolean hasTotal,
            boolean isPublic,
            boolean isSynthetic,
            String geography,
            String whole) {
        LocalDate start = code.equals("london-weekly")
                ? LocalDate.of(2022, 1, 1)
                : code.equals("states") ? LocalDate.of(2015, 1, 1) : LocalDate.of(2010, 4, 1);
        LocalDate end = code.equals("london-weekly")
                ? LocalDate.of(2026, 6, 2)
                : code.equals("states") ? LocalDate.of(2020, 12, 31) : LocalDate.of(2021, 5, 31);
        add(
                SourcesTable.TABLE,
                code,
                "Made-up source " + code,
                "Made-up Police Service",
                isPublic ? "Open Government Licence v3.0" : "",
                isPublic ? "https://example.org/open/" + code : "",
                isPublic,
                isSynthetic,
                unit,
                "flag",
                basis,
                precision,
                hasTotal,
                geography,
                whole,
                "City of London and rail and Tube not included",
                "Usually the investigating borough",
                start,
                end,
                code.equals("london-weekly") ? LocalDate.of(2026, 4, 8) : "");
    }

    private void communities() {
        community("all", "All communities", "total", "", 0);
        community("racist-and-religious", "Any race or faith", "umbrella", "", 1);
        community("faith", "Any faith", "umbrella", "racist-and-religious", 2);
        community("jewish", "Jewish", "community", "faith", 3);
        community("muslim", "Muslim", "community", "faith", 4);
        community("black", "Black", "community", "racist-and-religious", 5);
        community("gay", "Lesbian, gay and bisexual", "umbrella", "", 6);
        community("transgender", "Transgender", "community", "", 7);
        community("disability", "Any disability", "umbrella", "", 8);
    }

    private void community(String code, String label, String kind, String partOf, int order) {
        add(CommunitiesTable.TABLE, code, label, "People so named", kind, "", partOf, order);
    }

    private void codes() {
        add(CodesTable.TABLE, "counting_unit", "offence", "Offence", "A notifiable crime recorded by the police");
        add(CodesTable.TABLE, "counting_unit", "incident", "Incident", "An event reported to the police");
        add(CodesTable.TABLE, "target_basis", "flag", "Flag", "The mark that the recorder put on the record");
        add(CodesTable.TABLE, "record_class", "crime", "Crime", "Records that are crimes");
        add(CodesTable.TABLE, "location_type", "home", "Home", "Home and its surroundings");
        add(CodesTable.TABLE, "rule", "area-known", "Area is not in the geography", "The area must be known");
    }

    private void area(
            String geography,
            String code,
            String label,
            String kind,
            @Nullable Integer column,
            @Nullable Integer row,
            boolean hasRate) {
        String shortLabel = label.replace("Kensington and Chelsea", "Kens. & Chelsea")
                .replace("Hammersmith and", "Ham. &")
                .replace("Barking and Dagenham", "Barking & Dag.")
                .replace(" upon Thames", "")
                .replace("Westminster", "Westmin.")
                .replace("Wandsworth", "Wands.");
        add(
                AreasTable.TABLE,
                geography,
                code,
                label,
                shortLabel,
                kind,
                kind.equals("whole-area") ? "" : "ALL",
                column == null ? "" : column,
                row == null ? "" : row,
                hasRate,
                "");
    }

    static final String TILES = """
            Enfield 3 0;Harrow 1 1;Barnet 2 1;Haringey 3 1;Waltham Forest 4 1;Hillingdon 0 2;Ealing 1 2;Brent 2 2;Camden 3 2
            Hackney 4 2;Redbridge 5 2;Havering 6 2;Hounslow 0 3;Hammersmith and Fulham 1 3;Kensington and Chelsea 2 3
            Westminster 3 3;City of London 4 3;Tower Hamlets 5 3;Newham 6 3;Barking and Dagenham 7 3;Richmond upon Thames 0 4
            Wandsworth 1 4;Lambeth 2 4;Southwark 3 4;Greenwich 4 4;Bexley 5 4;Kingston upon Thames 1 5;Merton 2 5
            Islington 4 1.5;Lewisham 3 5;Bromley 4 5;Sutton 2 6;Croydon 3 6""";

    private void londonAreas() {
        area("london", "ALL", "London", "whole-area", null, null, true);
        int number = 1;
        for (String tile : TILES.split("[;\n]")) {
            String[] parts = tile.strip().split(" (?=[0-9])");
            String name = parts[0];
            boolean isIslington = name.equals("Islington");
            int column = isIslington ? 5 : Integer.parseInt(parts[1]);
            int row = isIslington ? 1 : Integer.parseInt(parts[2]);
            area(
                    "london",
                    String.format("E%08d", number++),
                    name,
                    "borough",
                    column,
                    row,
                    !name.equals("City of London"));
        }
        area("london", "NOT-1", "Heathrow airport", "not-a-borough", null, null, false);
        area("london", "NOT-2", "Unknown", "not-a-borough", null, null, false);
    }

    private void counts(
            String source,
            String basis,
            String geography,
            List<String> communities,
            LocalDate start,
            LocalDate end,
            boolean isProvisional) {
        Map<String, List<Integer>> months = new LinkedHashMap<>();
        LocalDate provisionalFrom = LocalDate.of(2026, 4, 8);
        int position = 0;
        for (String community : communities) {
            double level = position == 0 ? 1200 : 620.0 / Math.pow(2, position);
            position++;
            List<Integer> values = new ArrayList<>();
            for (LocalDate month = start.withDayOfMonth(1); !month.isAfter(end); month = month.plusMonths(1)) {
                double rise = month.getYear() == 2023 && month.getMonthValue() == 10 ? 2.4 : 1;
                double season = 1 + 0.18 * Math.sin(2 * Math.PI * (month.getMonthValue() - 4) / 12);
                double growth = 1 + 0.04 * (month.getYear() - start.getYear());
                values.add((int) Math.round(level * rise * season * growth * (0.93 + 0.14 * random.nextDouble())));
            }
            months.put(community, values);
            monthsAndYears(
                    source, basis, "ALL", community, start, end, values, isProvisional ? provisionalFrom : null, 0);
            if (geography.equals("london") || geography.equals("states")) {
                weeks(source, basis, community, start, end, level * 12 / 52, isProvisional ? provisionalFrom : null);
            }
        }
        String first = communities.get(0);
        TableRows areas = rows(AreasTable.TABLE);
        int count = areas.size();
        for (int i = 0; i < count; i++) {
            String kind = areas.column(AreasTable.AREA_KIND).textAt(i);
            String label = areas.column(AreasTable.AREA_LABEL).textAt(i);
            boolean isLeftOut = kind.equals("whole-area") || label.equals("City of London");
            if (!isLeftOut) {
                double share =
                        kind.equals("not-a-borough") ? 0.002 : 0.008 + 0.05 * random.nextDouble() * random.nextDouble();
                List<Integer> values = new ArrayList<>();
                for (int value : java.util.Objects.requireNonNull(months.get(first))) {
                    values.add((int) Math.round(value * share * (0.8 + 0.4 * random.nextDouble())));
                }
                long people = kind.equals("borough") ? 150_000 + random.nextInt(250_000) : 0;
                monthsAndYears(
                        source,
                        basis,
                        areas.column(AreasTable.AREA_CODE).textAt(i),
                        first,
                        start,
                        end,
                        values,
                        isProvisional ? provisionalFrom : null,
                        people);
            }
        }
    }

    private void weeks(
            String source,
            String basis,
            String community,
            LocalDate start,
            LocalDate end,
            double level,
            @Nullable LocalDate provisionalFrom) {
        LocalDate monday = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(end); monday = monday.plusWeeks(1)) {
            LocalDate sunday = monday.plusDays(6);
            boolean isPartial = sunday.isAfter(end);
            double season = 1 + 0.15 * Math.sin(2 * Math.PI * (monday.getDayOfYear() - 100) / 365);
            long sinceEvent = monday.toEpochDay() - LocalDate.of(2025, 7, 21).toEpochDay();
            double rise = sinceEvent >= 0 && sinceEvent < 60 ? 1 + 0.9 * Math.exp(-sinceEvent / 20.0) : 1;
            int value = (int)
                    Math.round(level * season * rise * (0.9 + 0.2 * random.nextDouble()) * (isPartial ? 0.25 : 1));
            boolean open = provisionalFrom != null && !sunday.isBefore(provisionalFrom);
            count(source, basis, "ALL", community, "iso_week", monday, sunday, isPartial, value, open, 0);
        }
    }

    private void monthsAndYears(
            String source,
            String basis,
            String area,
            String community,
            LocalDate start,
            LocalDate end,
            List<Integer> values,
            @Nullable LocalDate provisionalFrom,
            long people) {
        for (int i = 0; i < values.size(); i++) {
            LocalDate month = start.withDayOfMonth(1).plusMonths(i);
            LocalDate last = month.plusMonths(1).minusDays(1);
            boolean isPartial = last.isAfter(end);
            boolean open = provisionalFrom != null && !last.isBefore(provisionalFrom);
            count(source, basis, area, community, "month", month, last, isPartial, values.get(i), open, 0);
            if (i >= 11) {
                int sum = 0;
                for (int k = i - 11; k <= i; k++) {
                    sum += values.get(k);
                }
                count(
                        source,
                        basis,
                        area,
                        community,
                        "rolling_12_months",
                        month.minusMonths(11),
                        last,
                        isPartial,
                        sum,
                        open,
                        people);
            }
        }
    }

    /** The twelve months to the end of a month of one community in one area of the weekly source. */
    void year(String area, String community, LocalDate start, int value) {
        count(
                "london-weekly",
                "recorded",
                area,
                community,
                "rolling_12_months",
                start,
                start.plusYears(1).minusDays(1),
                false,
                value,
                false,
                0);
    }

    private void count(
            String source,
            String basis,
            String area,
            String community,
            String type,
            LocalDate from,
            LocalDate to,
            boolean isPartial,
            int value,
            boolean isProvisional,
            long people) {
        boolean hasRate = people > 0;
        double rate = hasRate ? 100_000.0 * value / people : 0;
        double margin = hasRate ? 196_000.0 * Math.sqrt(value) / people : 0;
        add(
                CountsTable.TABLE,
                source,
                basis,
                "crime",
                area,
                community,
                type,
                from,
                to,
                isPartial,
                value,
                isProvisional ? "[p]" : "",
                hasRate ? (Object) rate : "",
                hasRate ? (Object) Math.max(0, rate - margin) : "",
                hasRate ? (Object) (rate + margin) : "",
                hasRate ? "Byar" : "",
                "",
                hasRate ? (Object) people : "",
                hasRate ? (Object) (to.getYear() - 1) : "",
                hasRate ? "mid-year estimates" : "");
    }

    private void events() {
        event("e1", "Event at a place of worship", LocalDate.of(2024, 9, 14), "jewish", "directly-attacked");
        event("e2", "Summer disorder", LocalDate.of(2025, 7, 22), "muslim", "rise-reported");
        event("e3", "Referendum abroad", LocalDate.of(2025, 8, 9), "black", "exploratory");
        event("e4", "Attack in another country", LocalDate.of(2025, 8, 20), "jewish", "directly-attacked");
        event("e5", "March and counter-protest", LocalDate.of(2026, 4, 24), "muslim", "rise-reported");
        event("e6", "Murder trial begins", LocalDate.of(2013, 5, 22), "muslim", "directly-attacked");
        event("e7", "Referendum", LocalDate.of(2016, 6, 23), "muslim", "rise-reported");
        event("e8", "Attack on a bridge", LocalDate.of(2017, 6, 3), "muslim", "directly-attacked");
        event("e9", "Newspaper column", LocalDate.of(2018, 8, 5), "muslim", "exploratory");
        event("e10", "Attack on two mosques", LocalDate.of(2019, 3, 15), "muslim", "directly-attacked");
        event("e11", "Health crisis", LocalDate.of(2020, 1, 31), "all", "exploratory");
        event("e12", "Conflict abroad", LocalDate.of(2014, 7, 8), "jewish", "rise-reported");
        event("e13", "Attack in a shop", LocalDate.of(2015, 1, 7), "jewish", "directly-attacked");
    }

    private void event(String id, String name, LocalDate date, String community, String basis) {
        event(id, name, date, "international");
        add(EventCommunitiesTable.TABLE, id, community, basis, "not checked");
    }

    /** An event that is listed for no community. */
    void event(String id, String name, LocalDate date, String scope) {
        add(ReferenceEventsTable.TABLE, id, name, date, date, date, "event", scope, "", "not checked", "");
    }

    private void labels(String source) {
        add(PublisherLabelsTable.TABLE, source, "jewish", "Anti-Semitic");
        add(PublisherLabelsTable.TABLE, source, "muslim", "Islamophobic");
        add(PublisherLabelsTable.TABLE, source, "faith", "Faith Hate Crime");
        add(PublisherLabelsTable.TABLE, source, "racist-and-religious", "Racist and Religious Hate Crime");
        add(PublisherLabelsTable.TABLE, source, "gay", "Homophobic Hate Crime");
    }

    private void revisions(String source) {
        LocalDate before = asOf.minusWeeks(1);
        add(VintagesTable.TABLE, source, before, "", LocalDate.of(2022, 1, 1), before, "", "", "", "");
        add(VintagesTable.TABLE, source, asOf, before, LocalDate.of(2022, 1, 1), asOf, 81_204, 1_317, 2, 0);
        for (String community : CODES) {
            for (String type : List.of("iso_week", "month")) {
                revisions(source, community, type, 1, type.equals("month") ? 11 : 52);
                revisions(source, community, type, 52, 0);
            }
        }
    }

    private void revisions(String source, String community, String type, int age, int periods) {
        boolean isObserved = periods > 0;
        add(
                RevisionSummaryTable.TABLE,
                source,
                "recorded",
                "crime",
                "ALL",
                community,
                type,
                age,
                asOf.minusWeeks(60),
                periods,
                isObserved ? (Object) 26.5 : "",
                isObserved && type.equals("iso_week") ? (Object) 4.2 : "",
                isObserved && type.equals("iso_week") ? (Object) 12.9 : "",
                isObserved ? (Object) 7.0 : "",
                isObserved ? (Object) 18.4 : "");
    }

    private void quality(String source) {
        for (int i = 1; i <= 3; i++) {
            String extract = "extract-" + i;
            add(
                    ExtractsTable.TABLE,
                    source,
                    extract,
                    "extract-week-" + i + ".csv",
                    asOf.minusWeeks(3 - i),
                    "0123456789abcdef".repeat(4),
                    120_000L + i,
                    1_000L * i);
            int read = 1_000 * i;
            quality(source, extract, "read", "all", read);
            quality(source, extract, "accepted", "all", read - 40);
            quality(source, extract, "duplicate", "all", 10);
            quality(source, extract, "superseded", "all", 25);
            quality(source, extract, "quarantined", "all", 5);
            quality(source, extract, "quarantined", "area-known", 5);
            quality(source, extract, "physical_rows", "all", read);
        }
    }

    private void quality(String source, String extract, String outcome, String rule, int count) {
        add(QualityTable.TABLE, source, extract, outcome, rule, count, "");
    }

    /** Places and offences by quarter; 2026 Q2 is partial, 2026 Q1 is whole. */
    private void breakdowns(String source, String basis) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("location_type/street", 40);
        counts.put("location_type/home", 70);
        counts.put("location_type/online", 0);
        counts.put("location_type/not-stated", 90);
        counts.put("offence_group/public-order", 120);
        counts.put("offence_group/arson", 80);
        for (int quarter = 0; quarter < 6; quarter++) {
            LocalDate start = LocalDate.of(2025, 1, 1).plusMonths(3L * quarter);
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                String[] codes = entry.getKey().split("/", -1);
                add(
                        BreakdownsTable.TABLE,
                        source,
                        basis,
                        "crime",
                        "all",
                        "quarter",
                        start,
                        codes[0],
                        codes[1],
                        quarter == 5,
                        entry.getValue() == 0 ? 0 : entry.getValue() + quarter,
                        "");
            }
        }
    }

    private void seriesBreak(String source) {
        add(
                SeriesBreaksTable.TABLE,
                "b1",
                source,
                LocalDate.of(2024, 11, 11),
                "",
                "New recording system",
                "figures before and after are not comparable",
                true,
                "not checked");
    }
}
