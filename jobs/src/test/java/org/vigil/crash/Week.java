package org.vigil.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The files of a small made-up publisher: one source that sends what is new and changed, one that sends everything. Some records are changed, some
 * withdrawn, some missing from later files, some repeated, and some break a rule.
 */
public final class Week {
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 4);
    private static final List<String> AREAS = List.of("E09000002", "E09000003", "E09000030");
    private static final List<String> COMMUNITIES = List.of("jewish", "muslim", "black");
    private static final int INCIDENTS = 150;
    private static final int ROWS = 120;
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";

    /** Weeks 1 to 3 are in the store that every case begins with; 4 and 5 are new. */
    static final int HELD = 3;

    public static final int NEXT = 4;
    public static final int OTHER = 5;

    /** With those of the weeks held just few enough layers for the store to be left as it is: one more, and it is compacted. */
    private static final int SMALL = 30;

    private static final int SMALL_ROWS = 3;

    private Week() {}

    /** The day of a week's files. */
    public static LocalDate date(int week) {
        return FIRST.plusWeeks(week);
    }

    /** Writes the files of every week, the same each time. */
    public static void write(Path folder) throws IOException {
        Random random = new Random(7);
        for (int week = 1; week <= OTHER; week++) {
            Files.writeString(folder.resolve(changes(week)), csv(random, week, ROWS));
            Files.writeString(folder.resolve(everything(week)), csv(random, week, ROWS + week));
        }
        Files.writeString(folder.resolve("late.csv"), csv(random, 2, ROWS));
    }

    /** Writes small files of the first source, a day each, from before the first week. */
    static void writeSmall(Path folder) throws IOException {
        Random random = new Random(8);
        for (int number = 1; number <= SMALL; number++) {
            Files.writeString(folder.resolve(small(number)), csv(random, 0, SMALL_ROWS));
        }
    }

    /** A configuration on the store beside it: all weeks held, and those that are new. */
    public static String configuration(List<Integer> newWeeks) {
        return configuration(newWeeks, 0);
    }

    /** The same with the small files, which are held as well. */
    static String configurationWithSmall(List<Integer> newWeeks) {
        return configuration(newWeeks, SMALL);
    }

    private static String configuration(List<Integer> newWeeks, int small) {
        List<Integer> weeks = new ArrayList<>();
        for (int week = 1; week <= HELD; week++) {
            weeks.add(week);
        }
        weeks.addAll(newWeeks);
        StringBuilder yaml = new StringBuilder("""
                title: Crash
                store: store
                releases: releases
                runs: runs
                key: demonstration
                events: uk
                tolerance:
                  rejected-share: 1
                  vanished-share: 1
                reports:
                  formats: [html]
                  packs: [whole-area]
                spark:
                  partitions: 2
                sources:
                  - profile: london-synthetic
                    source: changes
                    extracts:
                """);
        for (int number = 1; number <= small; number++) {
            append(yaml, small(number), FIRST.minusDays(number));
        }
        weeks.forEach(week -> append(yaml, changes(week), date(week)));
        yaml.append("  - profile: everything.yaml\n    source: everything\n    extracts:\n");
        weeks.forEach(week -> append(yaml, everything(week), date(week)));
        if (!newWeeks.isEmpty()) {
            // Older than what is held: what later files said by their silence has to be stated again.
            append(yaml, "late.csv", date(2).plusDays(1));
        }
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, String file, LocalDate date) {
        yaml.append("      - path: ")
                .append(file)
                .append("\n        extract-date: ")
                .append(date)
                .append('\n');
    }

    private static String changes(int week) {
        return "changes-" + week + ".csv";
    }

    private static String everything(int week) {
        return "everything-" + week + ".csv";
    }

    private static String small(int number) {
        return "small-" + number + ".csv";
    }

    private static String csv(Random random, int week, int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        String row = "";
        for (int i = 0; i < rows; i++) {
            LocalDate day = date(week).minusDays(1 + random.nextInt(60));
            boolean isUnsound = random.nextInt(25) == 0;
            row = String.join(
                    ",",
                    "made-up-" + random.nextInt(INCIDENTS),
                    "crime",
                    isUnsound ? "2024-02-31" : day.toString(),
                    day.toString(),
                    AREAS.get(random.nextInt(AREAS.size())),
                    COMMUNITIES.get(random.nextInt(COMMUNITIES.size())),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    random.nextInt(12) == 0 ? "yes" : "no");
            csv.append(row).append('\n');
        }
        return csv.append(row).append('\n').toString();
    }
}
