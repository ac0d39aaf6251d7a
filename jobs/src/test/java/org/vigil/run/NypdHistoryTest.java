package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.cli.Vigil;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.geography.Geography;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.KeyRing;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import tech.tablesaw.api.Row;

/**
 * The complaints of New York as published in September 2024, then as published in 2026: what the publisher changed, worked out here from the two files as
 * they lie, shows in the ledger, in the listing of the history and in the revisions. Skipped where the files are not beside the project.
 */
final class NypdHistoryTest {
    private static final String FIRST = "NYPD_Hate_Crimes_20240929.csv";
    private static final String SECOND = "NYPD_Hate_Crimes_2019_2025.csv";
    private static final String DAMAGED = "NYPD_Hate_Crimes_excel_resaved.csv";
    private static final Path DATA = Path.of("../../shared/real-data/nyc-nypd-hate-crimes");
    private static final LocalDate FIRST_DATE = LocalDate.of(2024, 9, 29);
    private static final LocalDate SECOND_DATE = LocalDate.of(2026, 2, 9);
    private static final LocalDate LAST_RECORDED = LocalDate.of(2024, 6, 25);

    private static Path folder;
    private static ReleaseReader second;
    private static Map<String, Complaint> before;
    private static Map<String, Complaint> now;

    /** A complaint as the file says it, whatever the number of its rows. */
    private record Complaint(LocalDate recorded, String motive, String offence, String category) {}

    @BeforeAll
    static void publishBoth(@TempDir Path folderOfTest) throws IOException {
        RealExtracts.requireThere("nyc-nypd-hate-crimes/" + FIRST);
        folder = folderOfTest;
        before = complaints(FIRST);
        now = complaints(SECOND);
        publish(configured(FIRST, FIRST_DATE));
        second = publish(configured(SECOND, SECOND_DATE));
    }

    @Test
    void theLedgerTellsWhatTheSecondFileAddedChangedAndDropped() {
        List<LoadedExtract> ledger = ledger();
        LoadedExtract.Effect first = ledger.get(0).effect();
        LoadedExtract.Effect effect = ledger.get(1).effect();

        assertEquals(before.size(), first.added());
        assertEquals(0, first.late());
        assertEquals(LAST_RECORDED.toEpochDay(), first.lastDayShown());
        assertEquals(now.size(), effect.incidents());
        assertEquals(16, effect.vanished());
        assertEquals(33, effect.late());
        assertEquals(
                Map.of(CanonicalIncident.OFFENCE_GROUP.name(), 4L, CanonicalIncident.STRANDS.name(), 8L),
                effect.changedColumns(),
                "no motive changed");
        assertEquals(before.size() - 16, effect.changed() + effect.unchanged());
    }

    /** So that the figures above are those of the files, not of the program. */
    @Test
    void theFilesThemselvesSayTheSame() {
        assertEquals(
                16, before.keySet().stream().filter(id -> !now.containsKey(id)).count());
        assertEquals(
                LAST_RECORDED,
                before.values().stream()
                        .map(Complaint::recorded)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        assertEquals(
                33,
                now.entrySet().stream()
                        .filter(e -> !before.containsKey(e.getKey()))
                        .filter(e -> !e.getValue().recorded().isAfter(LAST_RECORDED))
                        .count());
        assertEquals(0, changed(Complaint::motive));
        assertEquals(4, changed(Complaint::offence));
        assertEquals(8, changed(Complaint::category));
    }

    @Test
    void theHistoryPrintsTheSameFigures() throws IOException {
        Path configuration = configured(SECOND, SECOND_DATE);
        List<String> lines = vigil("store", "history", "--config", configuration.toString())
                .lines()
                .toList();
        int figures = lines.indexOf(
                " No.  Rows read  Incidents     Added      Late   Changed  Unchanged Withdrawn  Vanished  Restored Quarantined"
                        + "   Outside");

        assertEquals(
                List.of(
                        "   1       3078       2823      2823         0         0          0         0         0         0           0"
                                + "         0",
                        "   2       4029       3711       904        33        12       2795         0        16         0           0"
                                + "         0"),
                lines.subList(figures + 1, figures + 3));
        int changed = lines.indexOf("Changed incidents by what they say otherwise; what is not named, none changed:");
        assertEquals(List.of("   2  offence_group 4, strands 8"), lines.subList(changed + 1, changed + 2));
        String json = vigil("store", "history", "--json", "--config", configuration.toString());
        assertTrue(json.contains("\"late\" : 33"), json);
    }

    /** Every month that both releases cover whole, for the whole area: the rows of the table are the moves of the files, no more and no fewer. */
    @Test
    void revisionsHoldTheMovesOfEveryMonth() {
        SortedMap<LocalDate, Long> moves = new TreeMap<>();
        count(now, YearMonth::from).forEach((month, count) -> {
            long earlier = count(before, YearMonth::from).getOrDefault(month, 0L);
            if (month.isBefore(YearMonth.from(LAST_RECORDED)) && count != earlier) {
                moves.put(month.atDay(1), count - earlier);
            }
        });
        assertEquals(9, moves.size(), moves.toString());

        SortedMap<LocalDate, Long> published = new TreeMap<>();
        for (Row row : second.table(
                RevisionsTable.TABLE,
                List.of(
                        CountsTable.PERIOD_START_DATE,
                        RevisionsTable.VINTAGE_DATE,
                        RevisionsTable.PREVIOUS_VINTAGE_DATE,
                        RevisionsTable.INCIDENT_COUNT_CHANGE),
                wholeAreaByMonth())) {
            assertEquals(SECOND_DATE, row.getDate(RevisionsTable.VINTAGE_DATE.name()));
            assertEquals(FIRST_DATE, row.getDate(RevisionsTable.PREVIOUS_VINTAGE_DATE.name()));
            published.put(
                    row.getDate(CountsTable.PERIOD_START_DATE.name()),
                    row.getLong(RevisionsTable.INCIDENT_COUNT_CHANGE.name()));
        }
        assertEquals(moves, published);
    }

    /** One month, September 2023, was 52 to 56 weeks old in the first release; its move is the summary. */
    @Test
    void theSummaryOfRevisionsObservesTheMonthAYearBefore() {
        Map<Column, Set<String>> rows = wholeAreaByMonth();
        SortedMap<Integer, Long> observed = new TreeMap<>();
        for (Row row : second.table(
                RevisionSummaryTable.TABLE,
                List.of(RevisionSummaryTable.AGE_WEEKS, RevisionSummaryTable.OBSERVED_PERIOD_COUNT),
                rows)) {
            observed.put(
                    (int) number(row, RevisionSummaryTable.AGE_WEEKS),
                    number(row, RevisionSummaryTable.OBSERVED_PERIOD_COUNT));
        }
        assertEquals(Map.of(1, 0L, 4, 0L, 13, 0L, 52, 1L), observed);
    }

    @Test
    void refusesTheFileThatASpreadsheetDamaged() throws IOException {
        int version = version();
        Path configuration = configured(DAMAGED, LocalDate.of(2024, 12, 20));
        Forecast forecast =
                ForecastRun.of(ConfigurationReader.read(configuration), KeyRing.demonstration(), Progress.SILENT);
        FindingsException refused = assertThrows(FindingsException.class, () -> publish(configuration));

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(DAMAGED + " has "), said);
        assertTrue(
                said.contains(
                        " records that break the rule damaged-identity; expected identifiers as the publisher wrote"
                                + " them, not rounded by a spreadsheet"),
                said);
        assertEquals(version, version());
        assertEquals(List.of(said), forecast.refusals(), "what follows from the damage is no finding of its own");
        assertTrue(forecast.extracts().get(0).outcome().isEmpty());
    }

    // ---- The files ----

    private static Map<String, Complaint> complaints(String file) throws IOException {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);
        List<String> lines = Files.readAllLines(DATA.resolve(file));
        List<String> header = cells(lines.get(0));
        Map<String, Complaint> complaints = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Function<String, String> cell = name -> cells.get(header.indexOf(name));
            Complaint complaint = new Complaint(
                    LocalDate.parse(cell.apply("Record Create Date"), day),
                    cell.apply("Bias Motive Description"),
                    cell.apply("Offense Description"),
                    cell.apply("Offense Category"));
            complaints.merge(cell.apply("Full Complaint ID"), complaint, NypdHistoryTest::both);
        }
        return complaints;
    }

    /** Rows of one complaint differ in their offences at most. */
    private static Complaint both(Complaint a, Complaint b) {
        return a.equals(b)
                ? a
                : new Complaint(
                        a.recorded(), a.motive() + "|" + b.motive(), a.offence() + "|" + b.offence(), a.category());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static long changed(Function<Complaint, String> said) {
        Predicate<String> isChanged = id -> !said.apply(before.get(id)).equals(said.apply(now.get(id)));
        return before.keySet().stream()
                .filter(now::containsKey)
                .filter(isChanged)
                .count();
    }

    private static SortedMap<YearMonth, Long> count(
            Map<String, Complaint> complaints, Function<LocalDate, YearMonth> month) {
        SortedMap<YearMonth, Long> counts = new TreeMap<>();
        complaints.values().forEach(c -> counts.merge(month.apply(c.recorded()), 1L, Long::sum));
        return counts;
    }

    // ---- What was published ----

    private static Map<Column, Set<String>> wholeAreaByMonth() {
        return Map.of(
                CountsTable.DATE_BASIS, Set.of("recorded"),
                CountsTable.RECORD_CLASS, Set.of("crime"),
                CountsTable.AREA_CODE, Set.of(Geography.load("nyc").wholeAreaCode()),
                CountsTable.COMMUNITY_CODE, Set.of("all"),
                CountsTable.PERIOD_TYPE, Set.of("month"));
    }

    private static long number(Row row, Column column) {
        return ((Number) row.getObject(column.name())).longValue();
    }

    private static List<LoadedExtract> ledger() {
        return Store.at(StorageFolder.at(folder.resolve("store").toString()))
                .newest()
                .extracts();
    }

    private static int version() {
        return Store.at(StorageFolder.at(folder.resolve("store").toString()))
                .newest()
                .version();
    }

    private static String vigil(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        assertEquals(0, Vigil.run(printer, printer, arguments), said.toString());
        return said.toString();
    }

    private static Path configured(String file, LocalDate date) throws IOException {
        return Files.writeString(
                folder.resolve("vigil.yaml"),
                Files.readString(Path.of("configurations/nypd-hate-crimes.yaml"))
                        .replaceAll("path: .*", "path: " + DATA.resolve(file).toAbsolutePath())
                        .replaceAll("extract-date: .*", "extract-date: " + date)
                        .replaceAll("store: .*", "store: store")
                        .replaceAll("releases: .*", "releases: releases")
                        .replaceAll("  file: .*", "  file: test.key"));
    }

    private static ReleaseReader publish(Path configuration) {
        Configuration read = ConfigurationReader.read(configuration);
        try (StoredRun stored = StoredRun.open(read, KeyRing.demonstration(), Progress.SILENT)) {
            return ReleaseReader.open(Publication.publish(read, stored.run(SharedWorkers.get()), release -> {})
                    .folder());
        }
    }
}
