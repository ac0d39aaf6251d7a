package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.incident.KeyRing;
import org.vigil.profile.SourceProfiles;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;

/** What a forecast says, beside what the run then does. */
final class ForecastTest {
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final List<String> AREAS = List.of("Camden", "Barnet", "Lewisham");

    @Test
    void aRenamedColumnIsFoundAndThePatchReadsTheFile(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 4);
        week(folder, 4, 100, csv -> csv.replace("offence_group", "Offence category"));

        Forecast forecast = forecast(folder);

        assertEquals(
                List.of(
                        "Column \"offence_group\" is missing; column 8, \"Offence category\", is probably the same under a new name."),
                sentences(forecast, "column"));
        assertEquals(List.of(refusalOfTheRun(folder)), forecast.refusals());
        applyPatch(folder, forecast);
        assertRunsAsForecast(folder, 100);
    }

    /** Nothing is known of earlier headers, and another column has the likelier name: the words decide. */
    @Test
    void aRenamedColumnIsFoundByItsWords(@TempDir Path folder) throws IOException {
        write(
                folder,
                0,
                csv(0, 0, 100)
                        .replace("offence_group", "offence_note")
                        .lines()
                        .map(line -> line + (line.startsWith("incident_id") ? ",kind" : ",criminal-damage"))
                        .map(line ->
                                line.startsWith("incident_id") ? line : line.replaceFirst(",criminal-damage,", ",x,"))
                        .collect(Collectors.joining("\n", "", "\n")));
        configure(folder, "");

        Forecast forecast = forecast(folder);

        assertEquals(
                List.of(
                        "Column \"offence_group\" is missing; column 14, \"kind\", is probably the same under a new name."),
                sentences(forecast, "column"));
        applyPatch(folder, forecast);
        assertRunsAsForecast(folder, 100);
    }

    @Test
    void aNewLabelIsNamedIfManyRecordsShareIt(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 4);
        week(folder, 4, 100, csv -> {
            String changed = csv;
            for (int i = 0; i < 12; i++) {
                changed = changed.replaceFirst(",criminal-damage,", ",Criminal Damage,");
            }
            for (int i = 0; i < 11; i++) {
                changed = changed.replaceFirst(",criminal-damage,", ",cyber,");
            }
            for (String rare : List.of("Smith", "Smith", "Jones")) {
                changed = changed.replaceFirst(",criminal-damage,", "," + rare + ",");
            }
            return changed;
        });

        Forecast forecast = forecast(folder);

        assertEquals(
                List.of(
                        "Column \"offence_group\" (offence-group): 26.0 % of the records hold labels that the profile gives no meaning:"
                                + " \"Criminal Damage\" (12 records, near to \"criminal-damage\": criminal-damage); \"cyber\" (11 records);"
                                + " 2 further labels, 3 records."),
                sentences(forecast, "label"));
        assertEquals(List.of(refusalOfTheRun(folder)), forecast.refusals());
        assertFalse(forecast.toString().contains("Smith") || forecast.toString().contains("Jones"));
        applyPatch(folder, forecast);
        String profile = Files.readString(folder.resolve("profile.yaml"));
        assertTrue(profile.contains(
                "    labels:\n      Criminal Damage: criminal-damage\n      # cyber: which code? (11 records)\n"));
        assertTrue(profile.contains("\nversion: 2\n"));
        assertEquals(
                14,
                forecast(folder)
                        .extracts()
                        .get(4)
                        .outcome()
                        .orElseThrow()
                        .rows()
                        .quarantined());
    }

    @Test
    void aLabelThatLooksLikeAnAddressIsNeverNamed(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 4);
        week(folder, 4, 100, csv -> csv.replace(",criminal-damage,", ",ann@example.org,"));

        Forecast forecast = forecast(folder);

        assertEquals(
                List.of(refusalOfTheRun(folder)), List.of(forecast.refusals().get(0)));
        assertEquals(
                List.of(
                        "Column \"offence_group\" (offence-group): 100.0 % of the records hold labels that the profile gives no meaning:"
                                + " 1 label, 100 records."),
                sentences(forecast, "label"));
        assertFalse(forecast.toString().contains("example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, false",
        "MM/dd/yyyy, false",
        "dd-MMM-yy, false",
        "yyyy/MM/dd, false",
        "yyyy-MM-dd HH:mm, false",
        "yyyy-MM-dd'T'HH:mm:ss, false",
        "dd/MM/yyyy, true"
    })
    void aChangedDateFormatIsFoundUnlessDayAndMonthCannotBeToldApart(
            String pattern, boolean isAmbiguous, @TempDir Path folder) throws IOException {
        loadWeeks(folder, 4);
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.US);
        week(
                folder,
                4,
                100,
                csv -> csv.lines()
                        .map(line -> {
                            String[] cells = line.split(",", -1);
                            if (!cells[0].equals("incident_id")) {
                                for (int c = 2; c <= 3; c++) {
                                    LocalDate day = LocalDate.parse(cells[c]);
                                    cells[c] = (isAmbiguous ? day.withDayOfMonth(1 + day.getDayOfMonth() % 3) : day)
                                            .atTime(9, 30)
                                            .format(format);
                                }
                            }
                            return String.join(",", cells);
                        })
                        .collect(Collectors.joining("\n", "", "\n")));

        Forecast forecast = forecast(folder);

        assertEquals(refusalOfTheRun(folder), forecast.refusals().get(0));
        String found =
                "Column \"occurred_date\" (occurred-date): 100 of 100 dates are in no format that the profile declares; ";
        if (isAmbiguous) {
            assertEquals(
                    found
                            + "they fit dd/MM/yyyy or MM/dd/yyyy alike, so that day and month cannot be told apart. Ask the publisher"
                            + " which it is.",
                    sentences(forecast, "date-format").get(0));
            assertEquals(List.of(), forecast.proposals());
        } else {
            assertEquals(
                    found + pattern + " fits nearly all of them.",
                    sentences(forecast, "date-format").get(0));
            applyPatch(folder, forecast);
            assertRunsAsForecast(folder, 100);
        }
    }

    @Test
    void aFullExtractCutShortIsRefusedInTheWordsOfTheRun(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), profile().replace("extracts: delta", "extracts: full"));
        loadWeeks(folder, 1);
        write(folder, 1, csv(0, 0, 60));
        configure(folder, "");

        Forecast forecast = forecast(folder);

        assertEquals(List.of(refusalOfTheRun(folder)), forecast.refusals());
        assertTrue(
                forecast.refusals().get(0).contains("lacks 40 of 100 incidents"),
                forecast.refusals().get(0));
    }

    @Test
    void aTenthOfTheUsualIsRemarkedOnInEveryRunAndRefusedWhereThatIsDeclared(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 4);
        week(folder, 4, 10, csv -> csv);
        String size = "10 records; usually 100 (4 extracts before, 100 to 100): 90 % fewer";

        Forecast forecast = forecast(folder);

        assertTrue(forecast.wouldRun());
        assertEquals(size, forecast.extracts().get(4).size().orElseThrow());
        assertEquals(
                List.of("Look at week-4.csv: it holds " + size + ". Ask the publisher whether it is whole."),
                sentences(forecast, "size"));

        configure(folder, "tolerance: {size-change: 0.5}\n");
        forecast = forecast(folder);
        assertEquals(List.of(refusalOfTheRun(folder)), forecast.refusals());
        assertEquals(
                "Nothing was published: week-4.csv holds " + size
                        + ", a change of more than the tolerated 50 %. Ask the publisher"
                        + " whether it is whole, or raise tolerance.size-change.",
                forecast.refusals().get(0));

        configure(folder, "");
        List<String> said = new ArrayList<>();
        try (StoredRun run = StoredRun.open(configuration(folder), KeyRing.demonstration(), said::add)) {
            run.read(SharedWorkers.get());
        }
        assertTrue(said.contains(sentences(forecast, "size").get(0)), said::toString);
    }

    @Test
    void aQuietWeekAndAFirstBulkLoadAreNoMatter(@TempDir Path folder) throws IOException {
        write(folder, 0, csv(0, 0, 2000));
        configure(folder, "");
        run(folder);
        week(folder, 1, 100, csv -> csv);
        assertEquals(List.of(), sentences(forecast(folder), "size"));
        assertEquals(
                "100 records (1 extract before: too few to say what is usual)",
                forecast(folder).extracts().get(1).size().orElseThrow());
        run(folder);
        week(folder, 2, 100, csv -> csv);
        run(folder);
        week(folder, 3, 60, csv -> csv);
        assertEquals(List.of(), sentences(forecast(folder), "size"));
    }

    @Test
    void aFirstRunNeedsNoStoreAndMakesNone(@TempDir Path folder) throws IOException {
        write(folder, 0, csv(0, 0, 100));
        configure(folder, "");
        Map<String, String> before = tree(folder);

        Forecast forecast = forecast(folder);

        assertEquals(before, tree(folder));
        assertTrue(forecast.wouldRun());
        assertEquals(0, forecast.storeVersion());
        assertRunsAsForecast(folder, 100);
    }

    @Test
    void whatIsHeldIsNotReadAgain(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 3);
        Map<String, String> before = tree(folder);

        Forecast forecast = forecast(folder);

        assertEquals(before, tree(folder));
        assertTrue(forecast.wouldRun());
        assertEquals(
                List.of("held", "held", "held"),
                forecast.extracts().stream()
                        .map(Forecast.ExtractForecast::standing)
                        .toList());
        assertEquals(List.of(), forecast.proposals());
    }

    /** New, changed, repeated, withdrawn, late and twice the same file: the ledger of the run says what the forecast said. */
    @ParameterizedTest
    @CsvSource({"1,delta", "2,full", "3,none"})
    void theLedgerOfTheRunIsThatOfTheForecast(long seed, String kind, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        String profile = profile();
        if (kind.equals("full")) {
            profile = profile.replace("extracts: delta", "extracts: full");
        } else if (kind.equals("none")) {
            profile = profile.replace("extracts: delta\n", "")
                    .replace("identity:\n  kind: source-id\n  columns: incident_id\n", "identity:\n  kind: none\n");
        }
        Files.writeString(folder.resolve("profile.yaml"), profile);
        List<Integer> weeks = List.of(0, 2, 1, 3, 4);
        for (int step = 0; step < weeks.size(); step++) {
            int week = weeks.get(step);
            write(folder, week, csv(random.nextInt(5), random.nextInt(20), 60 + random.nextInt(40)));
            if (step % 2 == 0 && step > 0) {
                write(folder, week + 10, Files.readString(folder.resolve("week-" + week + ".csv")));
                write(folder, week + 20, csv(step, random.nextInt(20), 50));
            }
            configure(folder, "tolerance: {rejected-share: 1, vanished-share: 1}\n");
            Forecast forecast = forecast(folder);
            assertTrue(forecast.wouldRun(), () -> "seed " + seed + ": " + forecast.refusals());
            run(folder);
            for (Forecast.ExtractForecast extract : forecast.extracts()) {
                if (extract.standing().equals("new")) {
                    LoadedExtract entry = entry(folder, extract.extractId());
                    Forecast.Outcome outcome = extract.outcome().orElseThrow();
                    assertEquals(entry.rows(), outcome.rows(), "seed " + seed);
                    assertEquals(withoutRestored(entry.effect()), withoutRestored(outcome.effect()), "seed " + seed);
                }
            }
        }
    }

    @Test
    void theSamplesAreForecastAsTheyAreRun(@TempDir Path folder) throws IOException {
        Path samples = Path.of("../data-samples");
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(_2025-1[12]-0[1238].csv|yaml)"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        String yaml = Files.readString(folder.resolve("vigil.yaml"));
        Files.writeString(
                folder.resolve("vigil.yaml"),
                yaml.replaceAll("      - path: london-synthetic_2025-(11-[12].|12-[12]5?[259]|12-15).csv\n.*\n", ""));

        Forecast forecast = forecast(folder);
        run(folder);

        assertEquals(3, forecast.extracts().size());
        for (Forecast.ExtractForecast extract : forecast.extracts()) {
            LoadedExtract entry = entry(folder, extract.extractId());
            assertEquals(entry.rows(), extract.outcome().orElseThrow().rows());
            assertEquals(entry.effect(), extract.outcome().orElseThrow().effect());
        }
        // Eight labels of the samples are wrong on purpose; none of them is shared by ten records, so that none is
        // named.
        assertEquals(
                List.of(
                        "Column \"area\" (area): less than 0.1 % of the records hold labels that the profile gives no meaning: 2 labels,"
                                + " 4 records.",
                        "Column \"target_communities\" (target-communities): less than 0.1 % of the records hold labels that the"
                                + " profile gives no meaning: 1 label, 4 records."),
                forecast.extracts().stream()
                        .flatMap(e -> e.findings().stream())
                        .map(Forecast.Finding::sentence)
                        .toList());
    }

    @Test
    void aColumnThatTheTablesNeedAndThatIsEmptyThroughoutIsAFinding(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 1);
        week(folder, 1, 30, csv -> csv.replaceAll(",(Camden|Barnet|Lewisham),", ",,"));

        assertEquals(List.of("Column \"area\" is empty in every record."), sentences(forecast(folder), "column"));
    }

    @Test
    void aNewColumnIsNamedOnlyIfItsNameIsHarmless(@TempDir Path folder) throws IOException {
        loadWeeks(folder, 3);
        week(
                folder,
                3,
                30,
                csv -> csv.lines()
                        .map(line -> line + (line.startsWith("incident_id") ? ",ward,victim_surname" : ",x,y"))
                        .collect(Collectors.joining("\n", "", "\n")));

        Forecast forecast = forecast(folder);

        assertEquals(
                List.of(
                        "Columns are new and the profile does not read them: column 14, \"ward\", column 15, headed like a person's name."),
                sentences(forecast, "column"));
        assertEquals(List.of(refusalOfTheRun(folder)), forecast.refusals());
        assertFalse(forecast.toString().contains("victim_surname"));
    }

    @Test
    void aLateExtractIsSaidToBeLate(@TempDir Path folder) throws IOException {
        write(folder, 1, csv(0, 0, 50));
        configure(folder, "");
        run(folder);
        write(folder, 0, csv(1, 10, 50));
        configure(folder, "");

        assertEquals(
                FIRST.plusWeeks(1).plusDays(40),
                forecast(folder).extracts().get(0).newerHeld().orElseThrow());
    }

    // ---- Situations ----

    private static void loadWeeks(Path folder, int weeks) throws IOException {
        for (int week = 0; week < weeks; week++) {
            write(folder, week, csv(0, week * 100, 100));
        }
        configure(folder, "");
        run(folder);
    }

    private static void week(Path folder, int week, int rows, UnaryOperator<String> change) throws IOException {
        write(folder, week, change.apply(csv(0, 5000 + week * 100, rows)));
        configure(folder, "");
    }

    /** So many rows from an id on; another variant says other things of the same ids. */
    private static String csv(int variant, int from, int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int id = from; id < from + rows; id++) {
            LocalDate day = FIRST.plusDays(id % 28);
            csv.append("SECRET-")
                    .append(id)
                    .append(",crime,")
                    .append(day)
                    .append(',')
                    .append(day.plusDays(1));
            csv.append(',').append(AREAS.get((id + variant) % 3)).append(",jewish,,criminal-damage,street,,police,,");
            csv.append((id + variant) % 17 == 0 && variant > 0 ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    private static void write(Path folder, int week, String csv) throws IOException {
        Files.writeString(folder.resolve("week-" + week + ".csv"), csv);
    }

    private static String profile() {
        return SourceProfiles.shippedText("london-synthetic");
    }

    private static void configure(Path folder, String more) throws IOException {
        if (Files.notExists(folder.resolve("profile.yaml"))) {
            Files.writeString(folder.resolve("profile.yaml"), profile());
        }
        StringBuilder yaml = new StringBuilder("title: Test\nsources:\n  - profile: profile.yaml\n    extracts:\n");
        for (int week = 0; week < 30; week++) {
            if (Files.exists(folder.resolve("week-" + week + ".csv"))) {
                yaml.append("      - {path: week-").append(week).append(".csv, extract-date: ");
                yaml.append(FIRST.plusWeeks(week).plusDays(40)).append("}\n");
            }
        }
        Files.writeString(folder.resolve("vigil.yaml"), yaml + "key: demonstration\nevents: uk\n" + more);
    }

    private static Configuration configuration(Path folder) {
        return ConfigurationReader.read(folder.resolve("vigil.yaml"));
    }

    private static Forecast forecast(Path folder) {
        return ForecastRun.of(configuration(folder), KeyRing.demonstration(), Progress.SILENT);
    }

    private static void run(Path folder) {
        try (StoredRun run = StoredRun.open(configuration(folder), KeyRing.demonstration(), Progress.SILENT)) {
            run.read(SharedWorkers.get());
        }
    }

    /** The sentence with which the run itself stops. */
    private static String refusalOfTheRun(Path folder) {
        return String.valueOf(
                assertThrows(RuntimeException.class, () -> run(folder)).getMessage());
    }

    private static void assertRunsAsForecast(Path folder, long accepted) {
        Forecast forecast = forecast(folder);
        assertTrue(forecast.wouldRun(), () -> forecast.refusals().toString());
        Forecast.ExtractForecast newest =
                forecast.extracts().get(forecast.extracts().size() - 1);
        assertEquals(accepted, newest.outcome().orElseThrow().accepted());
        run(folder);
        assertEquals(accepted, entry(folder, newest.extractId()).effect().incidents());
    }

    private static LoadedExtract entry(Path folder, String extractId) {
        return Store.at(StorageFolder.at(configuration(folder).store())).newest().extracts().stream()
                .filter(e -> e.extractId().equals(extractId))
                .findFirst()
                .orElseThrow();
    }

    private static LoadedExtract.Effect withoutRestored(LoadedExtract.Effect e) {
        return new LoadedExtract.Effect(
                e.incidents(),
                e.added(),
                e.late(),
                e.changed(),
                e.unchanged(),
                e.withdrawn(),
                e.vanished(),
                0,
                e.lastDayShown(),
                e.changedColumns());
    }

    private static List<String> sentences(Forecast forecast, String kind) {
        return forecast.extracts().stream()
                .flatMap(extract -> extract.findings().stream())
                .filter(finding -> finding.kind().equals(kind))
                .map(Forecast.Finding::sentence)
                .toList();
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                tree.put(
                        folder.relativize(path).toString(),
                        Files.getLastModifiedTime(path)
                                + (Files.isRegularFile(path)
                                        ? " " + java.util.Arrays.hashCode(Files.readAllBytes(path))
                                        : ""));
            }
        }
        return tree;
    }

    /** Applies a unified diff by its own rules: every line of context and every removed line has to stand where the diff says. */
    private static void applyPatch(Path folder, Forecast forecast) throws IOException {
        assertEquals(1, forecast.proposals().size());
        Forecast.ProfileProposal proposal = forecast.proposals().get(0);
        assertEquals("profile.yaml", proposal.fileName());
        List<String> old = Files.readAllLines(folder.resolve("profile.yaml"));
        List<String> result = new ArrayList<>();
        int at = 0;
        for (String line : proposal.diff().lines().skip(2).toList()) {
            if (line.startsWith("@@")) {
                int start = Integer.parseInt(line.substring(4, line.indexOf(','))) - 1;
                result.addAll(old.subList(at, start));
                at = start;
            } else if (line.startsWith("+")) {
                result.add(line.substring(1));
            } else {
                assertEquals(line.substring(1), old.get(at++));
                if (line.startsWith(" ")) {
                    result.add(line.substring(1));
                }
            }
        }
        result.addAll(old.subList(at, old.size()));
        Files.writeString(folder.resolve("profile.yaml"), String.join("\n", result) + "\n");
    }
}
