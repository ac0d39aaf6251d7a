package org.vigil.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a set of synthetic extracts into a folder, with a configuration that reads them, what they must give, and the truth about events.
 *
 * <p>Each extract holds what is new or changed since the one before, whole rows under the same id; the first holds everything known by then. Equal
 * parameters give equal bytes on every machine and Java version.
 */
public final class SampleWriter {
    /** Begin of the names of all extracts; the extract's date follows. */
    static final String FILE_PREFIX = "london-synthetic_";

    static final String CONFIGURATION_FILE = "vigil.yaml";
    static final String EXPECTATION_FILE = "expected.yaml";
    static final String TRUTH_FILE = "truth.csv";

    private static final int TRUTH_DECIMALS = 2;

    /** Last days of the windows after an event for which the true excess of crimes is written, the day of the event being 0. */
    private static final List<Integer> LAST_DAYS = List.of(6, 13, 27, 55);

    private SampleWriter() {}

    /**
     * Writes the set. Files of the same names are replaced; others in the folder are left.
     *
     * @param parameters what to make
     * @param folder where to; made if absent
     * @throws IOException if a file cannot be written
     */
    public static SampleResult write(SampleParameters parameters, Path folder) throws IOException {
        Files.createDirectories(folder);
        Simulation.Outcome outcome = Simulation.run(SyntheticLondon.read(), parameters);
        Expectation expectation = new Expectation();
        ExtractComposer composer = new ExtractComposer(parameters, outcome.incidents(), expectation);
        List<LocalDate> dates = parameters.extractDates();
        for (int index = 0; index < dates.size(); index++) {
            LocalDate since = index == 0 ? LocalDate.MIN : dates.get(index - 1);
            String file = fileName(dates.get(index));
            Files.write(folder.resolve(file), composer.compose(index, file, since, dates.get(index)));
        }
        Expectation.Settled settled = expectation.settle();
        return new SampleResult(
                settled.extracts().stream()
                        .map(e -> new SampleResult.Extract(folder.resolve(e.file()), e.date(), e.fates()))
                        .toList(),
                writeText(folder, CONFIGURATION_FILE, configuration(dates)),
                writeText(folder, EXPECTATION_FILE, settled.toYaml(parameters)),
                writeText(folder, TRUTH_FILE, truth(outcome.truths(), settled, parameters)));
    }

    /** Name of the extract of a date. */
    static String fileName(LocalDate date) {
        return FILE_PREFIX + date + ".csv";
    }

    private static String configuration(List<LocalDate> dates) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# Synthetic extracts: no row describes anybody, so the published demonstration key will do.\n");
        yaml.append("title: Synthetic London\n");
        yaml.append("sources:\n");
        yaml.append("  - profile: london-synthetic\n");
        yaml.append("    extracts:\n");
        for (LocalDate date : dates) {
            yaml.append("      - path: ").append(fileName(date)).append('\n');
            yaml.append("        extract-date: ").append(date).append('\n');
        }
        yaml.append("key: demonstration\n");
        yaml.append("events: uk\n");
        return yaml.toString();
    }

    private static String truth(List<ResponseTruth> truths, Expectation.Settled settled, SampleParameters parameters) {
        StringBuilder header =
                new StringBuilder("event_id,target_community,response_from,last_day,multiplier,half_life_days,"
                        + "expected_without_event,expected_excess,drawn_excess,counted_excess");
        LAST_DAYS.forEach(day -> header.append(",crime_excess_days_0_").append(day));
        List<String> lines = new ArrayList<>(List.of(header.toString()));
        for (ResponseTruth truth : truths) {
            EventResponse response = truth.response();
            List<String> cells = new ArrayList<>(List.of(
                    response.eventId(),
                    response.community(),
                    response.from().toString(),
                    response.lastDay().toString(),
                    decimal(response.multiplier()),
                    decimal(response.halfLifeDays()),
                    decimal(truth.expectedWithout()),
                    decimal(truth.expectedExcess()),
                    Integer.toString(truth.drawnExcess()),
                    Long.toString(settled.countedExcess(response))));
            for (int day : LAST_DAYS) {
                LocalDate after = response.from().plusDays(day + 1L);
                boolean isOver = !after.isAfter(parameters.to());
                cells.add(
                        isOver ? Long.toString(settled.crimeExcess(response.community(), response.from(), after)) : "");
            }
            lines.add(String.join(",", cells));
        }
        return String.join("\n", lines) + '\n';
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value)
                .setScale(TRUTH_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Path writeText(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
