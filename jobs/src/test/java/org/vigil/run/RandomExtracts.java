package org.vigil.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.profile.SourceProfiles;

/**
 * One random case: sources with profiles of their own, and extracts in which incidents are revised, repeated, withdrawn, merged, spoilt and badly
 * written. The same seed makes the same case.
 */
final class RandomExtracts {
    static final List<String> COLUMNS = List.of(
            "incident_id",
            "record_class",
            "occurred_date",
            "recorded_date",
            "area",
            "target_communities",
            "strands",
            "offence_group",
            "location_type",
            "context",
            "reporting_source",
            "outcome",
            "withdrawn",
            "queue",
            "incident_count");

    private static final LocalDate FIRST_EXTRACT = LocalDate.of(2024, 3, 4);

    /** One source of a case, as the oracle needs to know it. */
    record Source(
            String code,
            String identity,
            String basis,
            String delimiter,
            String separator,
            boolean hasCount,
            List<Path> files,
            List<LocalDate> days) {}

    private final Random random;
    private final Path folder;
    private final List<Source> sources = new ArrayList<>();

    /** Writes the files of a case. */
    RandomExtracts(long seed, Path folder) throws IOException {
        this.random = new Random(seed);
        this.folder = folder;
        // By the seed itself: the first numbers that small seeds draw are all alike.
        int count = seed % 4 == 0 ? 2 : 1;
        for (int s = 0; s < count; s++) {
            sources.add(source("source-" + (char) ('a' + s)));
        }
    }

    List<Source> sources() {
        return sources;
    }

    /** Bytes of a split: from a few rows to the whole file. */
    long splitBytes() {
        return List.of(700L, 5_000L, 1L << 20).get(random.nextInt(3));
    }

    Configuration configuration(int partitions) {
        List<Configuration.Source> configured = new ArrayList<>();
        for (Source source : sources) {
            String profile = profile(source);
            List<Configuration.Extract> extracts = new ArrayList<>();
            for (int e = 0; e < source.files().size(); e++) {
                extracts.add(new Configuration.Extract(
                        source.files().get(e), source.days().get(e)));
            }
            configured.add(new Configuration.Source(
                    source.code(), SourceProfiles.parse(source.code(), profile), profile, extracts, 1.0, 1.0));
        }
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "Random case",
                configured,
                Optional.empty(),
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                "uk",
                new KeySource.Demonstration(),
                Configuration.Reports.NONE,
                new Configuration.Spark(OptionalInt.of(partitions), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }

    private Source source(String code) throws IOException {
        String identity = pick("source-id", "source-id", "source-id-merged", "natural-key", "none");
        boolean isSemicolon = random.nextInt(3) == 0;
        Source source = new Source(
                code,
                identity,
                pick("occurred", "recorded"),
                isSemicolon ? "semicolon" : "comma",
                isSemicolon ? "|" : ";",
                !identity.startsWith("source-id") && random.nextBoolean(),
                new ArrayList<>(),
                new ArrayList<>());
        int extracts = 1 + random.nextInt(4);
        int incidents = 20 + random.nextInt(150);
        List<List<String>> known = new ArrayList<>();
        for (int e = 0; e < extracts; e++) {
            LocalDate day = FIRST_EXTRACT.plusWeeks(e);
            List<List<String>> rows = new ArrayList<>();
            int size = 40 + random.nextInt(200);
            for (int r = 0; r < size; r++) {
                List<String> row = known.isEmpty() || random.nextInt(3) > 0
                        ? row(source, day, incidents)
                        : again(known, source, day);
                rows.add(row);
                known.add(row);
            }
            source.files().add(write(source, e, rows));
            source.days().add(day);
        }
        return source;
    }

    /** A row seen before: word for word, or with one field or two changed. */
    private List<String> again(List<List<String>> known, Source source, LocalDate day) {
        List<String> old = known.get(random.nextInt(known.size()));
        List<String> row = new ArrayList<>(old);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int field = 1 + random.nextInt(COLUMNS.size() - 1);
            row.set(field, row(source, day, 1).get(field));
        }
        return row;
    }

    private List<String> row(Source source, LocalDate extractDay, int incidents) {
        LocalDate recorded = extractDay.minusDays(random.nextInt(100) - (rarely() ? 3 : 0));
        LocalDate occurred = recorded.minusDays(random.nextInt(20) - (rarely() ? 5 : 0));
        return List.of(
                id(incidents),
                rarely()
                        ? pick("felony", "", "Crime")
                        : pick("crime", "crime", "crime", "non-crime-incident", "terrorism-related"),
                date(occurred, extractDay),
                date(recorded, extractDay),
                area(),
                list(source, rarely() ? pick("martian", "", "Jewish") : community(), this::community),
                random.nextInt(3) == 0 ? "" : list(source, rarely() ? "gender" : strand(), this::strand),
                rarely() ? "tax" : pick("public-order", "theft", "arson", "unknown", ""),
                rarely() ? "moon" : pick("school", "street", "online", ""),
                random.nextInt(2) == 0 ? "" : list(source, rarely() ? "weather" : context(), this::context),
                rarely() ? "pigeon" : pick("police", "online-form", ""),
                rarely() ? "pending" : pick("under-investigation", "charged-or-summonsed", ""),
                random.nextInt(12) == 0 ? pick("yes", "true", "1") : pick("no", "false", "0", ""),
                pick(
                        "",
                        "",
                        "desk \"A\"",
                        "first line\nsecond line",
                        "here, or there; or |",
                        rarely() ? "Test record" : ""),
                rarely() ? pick("-1", "two", "") : pick("1", "1", "1", "0", "3"));
    }

    private String id(int incidents) {
        int number = random.nextInt(incidents);
        return switch (number % 20) {
            case 0 -> rarely() ? "" : "A,\"" + number + "\"";
            case 1 -> "Zoë; " + number;
            default -> "ID-" + number;
        };
    }

    private String date(LocalDate day, LocalDate extractDay) {
        return switch (random.nextInt(40)) {
            case 0, 1, 2 -> day.toString().substring(0, 7);
            case 3 -> "";
            case 4 ->
                pick(
                        "2024-02-30",
                        "2023-13-01",
                        "2023-00",
                        "24-01-2024",
                        "1899-12-31",
                        "2100-01-01",
                        "soon",
                        "2024-1-5");
            case 5 -> extractDay.plusDays(random.nextInt(3)).toString();
            default -> day.toString();
        };
    }

    private String area() {
        return rarely()
                ? pick("Atlantis", "E99999999")
                : pick(
                        "Hackney",
                        "HACKNEY",
                        "E09000012",
                        "London Borough of Hackney",
                        "Camden",
                        "Tower Hamlets",
                        "Barnet",
                        "Kingston",
                        "Kingston upon Thames",
                        "City of London",
                        "Heathrow",
                        "Borough unknown",
                        "");
    }

    private String community() {
        return pick(
                "jewish",
                "muslim",
                "sikh",
                "hindu",
                "black",
                "south-asian",
                "transgender",
                "lesbian-gay-bisexual",
                "physical-disability");
    }

    private String strand() {
        return pick("race", "religion", "disability", "transgender", "sexual-orientation");
    }

    private String context() {
        return pick("protest-related", "sport-related", "organised");
    }

    /** A word, and now and then more behind it, doubled ones included. */
    private String list(Source source, String first, java.util.function.Supplier<String> more) {
        StringBuilder text = new StringBuilder(first);
        while (!first.isEmpty() && random.nextInt(5) == 0) {
            text.append(random.nextBoolean() ? " " : "")
                    .append(source.separator())
                    .append(random.nextBoolean() ? " " : "");
            text.append(more.get());
        }
        return text.toString();
    }

    private Path write(Source source, int number, List<List<String>> rows) throws IOException {
        String delimiter = source.delimiter().equals("semicolon") ? ";" : ",";
        String lineEnd = pick("\n", "\r\n");
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < COLUMNS.size(); c++) {
            order.add(c);
        }
        Collections.shuffle(order, random);
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        boolean isUpper = random.nextBoolean();
        text.append(order.stream()
                .map(c -> isUpper ? COLUMNS.get(c).toUpperCase(java.util.Locale.ROOT) : COLUMNS.get(c))
                .collect(Collectors.joining(delimiter, "", lineEnd)));
        for (List<String> row : rows) {
            text.append(order.stream()
                    .map(c -> written(row.get(c), delimiter))
                    .collect(Collectors.joining(delimiter, "", lineEnd)));
        }
        boolean isGzip = random.nextInt(5) == 0;
        Path file = folder.resolve(source.code() + "_" + number + (isGzip ? ".csv.gz" : ".csv"));
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = isGzip ? new GZIPOutputStream(raw) : raw) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Quoted where it must be and now and then where it need not; outer spaces now and then. */
    private String written(String value, String delimiter) {
        String padded = rarely() ? " " + value + " " : value;
        boolean mustQuote = padded.contains(delimiter) || padded.contains("\"") || padded.contains("\n");
        if (mustQuote && padded.startsWith(" ")) {
            padded = value;
        }
        return mustQuote || random.nextInt(8) == 0 ? "\"" + padded.replace("\"", "\"\"") + "\"" : padded;
    }

    private boolean rarely() {
        return random.nextInt(50) == 0;
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String profile(Source source) {
        return """
                profile: %s
                version: 1
                title: Random incidents
                publisher: A seeded generator
                synthetic: true
                counting-unit: incident
                target-basis: flag
                whole-area: London
                area-basis: borough where the incident took place
                has-total: true
                geography: london
                format:
                  encoding: UTF-8
                  delimiter: %s
                  layout: long
                identity:
                  kind: %s
                %s
                series:
                  date: %s
                  precision: day
                  provisional-weeks: 2
                missing:
                  "": not-stated
                fields:
                  record-class: { column: record_class, vocabulary: codes }
                  occurred-date: { column: occurred_date, patterns: [yyyy-MM-dd, yyyy-MM] }
                  recorded-date: { column: recorded_date, patterns: [yyyy-MM-dd, yyyy-MM] }
                  area: { column: area, missing: { "": unknown } }
                  target-communities: { column: target_communities, separator: "%s", vocabulary: codes }
                  strands: { column: strands, separator: "%s", vocabulary: codes }
                  offence-group: { column: offence_group, vocabulary: codes }
                  location-type: { column: location_type, vocabulary: codes }
                  context: { column: context, separator: "%s", vocabulary: codes }
                  reporting-source: { column: reporting_source, vocabulary: codes }
                  outcome: { column: outcome, vocabulary: codes }
                  withdrawn: { column: withdrawn, yes: ["true", "yes", "1"], no: ["false", "no", "0", ""] }
                %s
                out-of-scope:
                  - column: queue
                    labels: [Test record]
                    reason: a record made to try the publisher's system
                """.formatted(
                        source.code(),
                        source.delimiter(),
                        source.identity(),
                        switch (source.identity()) {
                            case "none" -> "";
                            case "natural-key" -> "  columns: [incident_id, record_class]";
                            default -> "  columns: incident_id";
                        },
                        source.basis(),
                        source.separator(),
                        source.separator(),
                        source.separator(),
                        source.hasCount() ? "  incident-count: { column: incident_count }" : "");
    }
}
