package org.vigil.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigil.incident.RecordClass;

/**
 * The generator's own books: what it wrote, and so what a reader must find. Knows nothing of how a reader works.
 *
 * <p>Newest wins: of the valid records of one incident the last one of the newest extract is accepted. A record equal to an earlier one of the same
 * extract is a duplicate; every other one is superseded.
 */
final class Expectation {
    /** Communities whose monthly counts are written out. None is part of another that these extracts use. */
    static final List<String> COUNTED_COMMUNITIES = List.of("jewish", "muslim", "transgender");

    private final List<OpenExtract> extracts = new ArrayList<>();
    private final Map<String, List<Entry>> entriesById = new LinkedHashMap<>();

    private record Entry(int extract, String text, SyntheticIncident incident, RecordState state) {}

    /** An accepted record that is not withdrawn. */
    record Counted(SyntheticIncident incident, RecordState state) {
        boolean isHateIncident() {
            return state.recordClass() != RecordClass.TERRORISM_RELATED;
        }

        boolean names(String community) {
            return state.communities().contains(community);
        }

        boolean isCrimeAgainst(String community) {
            return state.recordClass() == RecordClass.CRIME && names(community);
        }
    }

    private static final class OpenExtract {
        private final String file;
        private final LocalDate date;
        private int read;
        private int outOfScope;
        private int blankLines;
        private int accepted;
        private int withdrawn;
        private int superseded;
        private int duplicate;
        private final Map<String, Integer> quarantined = new TreeMap<>();
        private final Map<String, Integer> untidy = new TreeMap<>();

        private OpenExtract(String file, LocalDate date) {
            this.file = file;
            this.date = date;
        }

        private ExtractFates fates() {
            return new ExtractFates(
                    read, accepted, withdrawn, superseded, duplicate, outOfScope, quarantined, blankLines, untidy);
        }
    }

    /** What one extract must give. */
    record ExpectedExtract(String file, LocalDate date, ExtractFates fates) {}

    /** Begins the books of the next extract. */
    void begin(String file, LocalDate date) {
        extracts.add(new OpenExtract(file, date));
    }

    /** Books a record that must be read as {@code state}; equal texts are equal records. */
    void valid(SyntheticIncident incident, RecordState state, String text) {
        OpenExtract extract = current();
        extract.read++;
        entriesById
                .computeIfAbsent(incident.id(), id -> new ArrayList<>())
                .add(new Entry(extracts.size() - 1, text, incident, state));
    }

    /** Books a line with a defect that makes it no record of an incident. */
    void defective(Defect defect) {
        OpenExtract extract = current();
        switch (defect.fate()) {
            case QUARANTINED -> {
                extract.read++;
                extract.quarantined.merge(defect.code(), 1, Integer::sum);
            }
            case OUT_OF_SCOPE -> {
                extract.read++;
                extract.outOfScope++;
            }
            case NOT_A_RECORD -> extract.blankLines++;
            case READ -> throw new IllegalArgumentException(defect + " leaves a record readable: book it as valid too");
        }
    }

    /** Books a readable record's untidiness, beside the record itself. */
    void untidy(Defect defect) {
        current().untidy.merge(defect.code(), 1, Integer::sum);
    }

    /** Closes the books: settles every incident. To be called once. */
    Settled settle() {
        List<Counted> counted = new ArrayList<>();
        for (List<Entry> entries : entriesById.values()) {
            Set<String> texts = new LinkedHashSet<>();
            List<Entry> distinct = new ArrayList<>();
            for (Entry entry : entries) {
                if (texts.add(entry.extract() + "/" + entry.text())) {
                    distinct.add(entry);
                } else {
                    extracts.get(entry.extract()).duplicate++;
                }
            }
            Entry newest = distinct.remove(distinct.size() - 1);
            distinct.forEach(entry -> extracts.get(entry.extract()).superseded++);
            OpenExtract extract = extracts.get(newest.extract());
            extract.accepted++;
            if (newest.state().isWithdrawn()) {
                extract.withdrawn++;
            } else {
                counted.add(new Counted(newest.incident(), newest.state()));
            }
        }
        return new Settled(
                extracts.stream()
                        .map(extract -> new ExpectedExtract(extract.file, extract.date, extract.fates()))
                        .toList(),
                counted);
    }

    private OpenExtract current() {
        return extracts.get(extracts.size() - 1);
    }

    /**
     * The closed books.
     *
     * @param extracts oldest first
     * @param counted all incidents that count
     */
    record Settled(List<ExpectedExtract> extracts, List<Counted> counted) {
        Settled {
            extracts = List.copyOf(extracts);
            counted = List.copyOf(counted);
        }

        /** Incidents of a response that are in the extracts, not withdrawn, not terrorism-related and still of its community. */
        long countedExcess(EventResponse response) {
            return counted.stream()
                    .filter(Counted::isHateIncident)
                    .filter(c -> c.incident().response().equals(Optional.of(response)))
                    .filter(c -> c.names(response.community()))
                    .count();
        }

        /**
         * Crimes of a community that would not have happened without events, of whatever response, by the day they are said to have occurred: the true
         * excess of a window as a reader of the extracts could count it.
         *
         * @param first first day of the window
         * @param after day after its last
         */
        long crimeExcess(String community, LocalDate first, LocalDate after) {
            return counted.stream()
                    .filter(c -> c.incident().response().isPresent() && c.isCrimeAgainst(community))
                    .map(c -> c.state().occurred())
                    .filter(day -> !day.isBefore(first) && day.isBefore(after))
                    .count();
        }

        /** The books as a YAML document. */
        String toYaml(SampleParameters parameters) {
            StringBuilder yaml = new StringBuilder();
            yaml.append(
                    "# What the extracts of this folder must give, from the generator's own books; no part of the pipeline was asked.\n");
            yaml.append(
                    "# Conservation: read = accepted + superseded + duplicate + out-of-scope + quarantined. Withdrawn records are\n");
            yaml.append(
                    "# among the accepted and are not counted. Blank lines are no records; untidy records are read like others.\n");
            yaml.append("seed: ").append(parameters.seed()).append('\n');
            yaml.append("extracts:\n");
            extracts.forEach(extract -> append(yaml, extract));
            yaml.append("counted-incidents:\n");
            for (RecordClass recordClass : RecordClass.values()) {
                long number = counted.stream()
                        .filter(c -> c.state().recordClass() == recordClass)
                        .count();
                yaml.append("  ")
                        .append(recordClass.code())
                        .append(": ")
                        .append(number)
                        .append('\n');
            }
            yaml.append(
                    "# Whole area, all areas included. both: crimes and non-crime incidents; communities are counted in the same classes.\n");
            appendMonths(yaml, "months-by-occurred-date", RecordState::occurred);
            appendMonths(yaml, "months-by-recorded-date", RecordState::recorded);
            yaml.append("# Crimes and non-crime incidents of the whole period by area code.\nareas:\n");
            Map<String, Integer> areas = new TreeMap<>();
            counted.stream()
                    .filter(Counted::isHateIncident)
                    .forEach(c -> areas.merge(c.state().areaCode(), 1, Integer::sum));
            areas.forEach((area, number) ->
                    yaml.append("  ").append(area).append(": ").append(number).append('\n'));
            return yaml.toString();
        }

        private static void append(StringBuilder yaml, ExpectedExtract extract) {
            ExtractFates fates = extract.fates();
            yaml.append("  - file: ").append(extract.file()).append('\n');
            yaml.append("    extract-date: ").append(extract.date()).append('\n');
            yaml.append("    read: ").append(fates.read()).append('\n');
            yaml.append("    accepted: ").append(fates.accepted()).append('\n');
            yaml.append("    withdrawn: ").append(fates.withdrawn()).append('\n');
            yaml.append("    superseded: ").append(fates.superseded()).append('\n');
            yaml.append("    duplicate: ").append(fates.duplicate()).append('\n');
            yaml.append("    out-of-scope: ").append(fates.outOfScope()).append('\n');
            yaml.append("    quarantined: ").append(fates.quarantinedTotal()).append('\n');
            yaml.append("    quarantined-by-rule: ")
                    .append(flow(fates.quarantined()))
                    .append('\n');
            yaml.append("    blank-lines: ").append(fates.blankLines()).append('\n');
            yaml.append("    untidy: ").append(flow(fates.untidy())).append('\n');
        }

        private void appendMonths(StringBuilder yaml, String name, Function<RecordState, LocalDate> date) {
            Map<YearMonth, Map<String, Integer>> months = new TreeMap<>();
            for (Counted record : counted) {
                Map<String, Integer> month =
                        months.computeIfAbsent(YearMonth.from(date.apply(record.state())), key -> emptyMonth());
                month.merge(record.state().recordClass().code(), 1, Integer::sum);
                if (record.isHateIncident()) {
                    month.merge("both", 1, Integer::sum);
                    COUNTED_COMMUNITIES.stream()
                            .filter(record::names)
                            .forEach(community -> month.merge(community, 1, Integer::sum));
                }
            }
            yaml.append(name).append(":\n");
            months.forEach((month, numbers) -> yaml.append("  ")
                    .append(month)
                    .append(": ")
                    .append(flow(numbers))
                    .append('\n'));
        }

        private static Map<String, Integer> emptyMonth() {
            Map<String, Integer> month = new LinkedHashMap<>();
            month.put("both", 0);
            for (RecordClass recordClass : RecordClass.values()) {
                month.put(recordClass.code(), 0);
            }
            COUNTED_COMMUNITIES.forEach(community -> month.put(community, 0));
            return month;
        }

        private static String flow(Map<String, Integer> numbers) {
            List<String> items = new ArrayList<>();
            numbers.forEach((name, number) -> items.add(name + ": " + number));
            return "{" + String.join(", ", items) + "}";
        }
    }
}
