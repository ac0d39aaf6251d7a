package org.vigil.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.Row;

/** A chain of releases of random counts beside maps that remember everything: each release reads its predecessor only, and yet knows all. */
final class RevisionChainTest {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2023, 1, 2);
    private static final int RELEASES = 24;
    private static final String TOO_FEW = "too few";
    private static final List<String> COMMUNITIES = List.of("all", "jewish", "muslim");

    /** What a release published: series, period and number, or that there is none. */
    private record Remembered(MadeUpVintage vintage, Map<String, Map<LocalDate, Long>> numbers) {
        @Nullable
        Long number(String series, LocalDate start) {
            return numbers.getOrDefault(series, Map.of()).get(start);
        }

        boolean has(String series) {
            return !numbers.getOrDefault(series, Map.of()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void listsWhatMapsOfEveryReleaseRemember(long seed, @TempDir Path folder) {
        List<Remembered> chain = new ArrayList<>();
        Random random = new Random(seed);
        Path releases = folder.resolve("releases");
        PublishedRelease last = null;
        for (int i = 0; i < RELEASES; i++) {
            chain.add(next(i, chain, random));
            last = chain.get(i).vintage().publish(releases);
        }

        ReleaseReader newest = ReleaseReader.open(Objects.requireNonNull(last).folder());
        Moves expected = moves(chain);
        assertTrue(expected.lines.size() > 300, "seed " + seed + " gives hardly a move");
        assertEquals(expected.lines, lines(newest, RevisionsTable.TABLE.columns()), "seed " + seed);
        assertEquals(expected.revisedInLast, revised(newest), "seed " + seed);
        assertEquals(expected.tallies, tallies(newest), "seed " + seed);
        SortedSet<String> summary = summary(chain);
        assertTrue(summary.stream().anyMatch(line -> !line.endsWith(TOO_FEW)), "seed " + seed + " observes nothing");
        assertAlike(summary, summary(newest), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void givesTheSameBytesOnceMore(long seed, @TempDir Path folder) {
        for (String place : List.of("here", "there")) {
            List<Remembered> chain = new ArrayList<>();
            Random random = new Random(seed);
            for (int i = 0; i < 4; i++) {
                chain.add(next(i, chain, random));
                chain.get(i).vintage().publish(folder.resolve(place));
            }
            for (int i : new int[] {3, 1, 0, 2}) {
                assertTrue(chain.get(i).vintage().publish(folder.resolve(place)).alreadyPublished(), "release " + i);
            }
        }
        assertEquals(
                ReleaseReader.openLatest(folder.resolve("here/restricted"))
                        .manifest()
                        .tables(),
                ReleaseReader.openLatest(folder.resolve("there/restricted"))
                        .manifest()
                        .tables());
    }

    /** Numbers that stay, move, appear and vanish; series that come and go; a coverage that now and then ends earlier than the week before. */
    private static Remembered next(int index, List<Remembered> chain, Random random) {
        LocalDate asOf = FIRST_MONDAY.plusWeeks(20 + index).plusDays(random.nextInt(3));
        LocalDate coveredTo = asOf.minusDays(random.nextInt(6) == 0 ? 9 : 1);
        MadeUpVintage vintage = new MadeUpVintage(asOf, FIRST_MONDAY.plusDays(10), coveredTo);
        Map<String, Map<LocalDate, Long>> numbers = new HashMap<>();
        for (String area : List.of("two", "ALL", "one")) {
            for (String community : COMMUNITIES) {
                boolean isLeftOut = community.equals("muslim") && random.nextInt(8) == 0;
                for (String type : List.of("month", "iso_week", "quarter")) {
                    if (isLeftOut) {
                        continue;
                    }
                    String series = area + " " + community + " " + type;
                    for (LocalDate start = first(type); !start.isAfter(coveredTo); start = after(type, start)) {
                        int draw = random.nextInt(20);
                        Long before =
                                chain.isEmpty() ? null : chain.get(index - 1).number(series, start);
                        Long number = before == null || draw < 4 ? Long.valueOf(random.nextInt(30)) : before;
                        if (draw == 19) {
                            number = null;
                        }
                        if (draw != 18) {
                            vintage.cell(
                                    area,
                                    community,
                                    type,
                                    start,
                                    number,
                                    number == null ? "[x]" : draw % 2 == 0 ? "[p]" : "");
                            if (number != null) {
                                numbers.computeIfAbsent(series, s -> new HashMap<>())
                                        .put(start, number);
                            }
                        }
                    }
                }
            }
        }
        return new Remembered(vintage, numbers);
    }

    private static LocalDate first(String type) {
        return type.equals("iso_week") ? FIRST_MONDAY : FIRST_MONDAY.withDayOfMonth(1);
    }

    private static LocalDate after(String type, LocalDate start) {
        return MadeUpVintage.end(type, start).plusDays(1);
    }

    /** What the definition says, read off the maps. */
    private static final class Moves {
        final SortedSet<String> lines = new TreeSet<>();
        final SortedSet<String> revisedInLast = new TreeSet<>();
        final SortedSet<String> tallies = new TreeSet<>();
    }

    private static Moves moves(List<Remembered> chain) {
        Moves moves = new Moves();
        moves.tallies.add(chain.get(0).vintage().asOf() + " | | | | |");
        for (int i = 1; i < chain.size(); i++) {
            Remembered before = chain.get(i - 1);
            Remembered now = chain.get(i);
            int[] tally = new int[4];
            Set<String> allSeries = new TreeSet<>(before.numbers().keySet());
            allSeries.addAll(now.numbers().keySet());
            for (String series : allSeries) {
                String type = series.split(" ")[2];
                for (LocalDate start = first(type); start.isBefore(now.vintage().asOf()); start = after(type, start)) {
                    Long was = before.number(series, start);
                    Long is = now.number(series, start);
                    String days = now.vintage().covered(type, start);
                    boolean isComparable =
                            !days.isEmpty() && days.equals(before.vintage().covered(type, start));
                    if (!isComparable || (was == null && is == null)) {
                        continue;
                    }
                    boolean isMove = was != null && is != null && !was.equals(is);
                    if (isMove && i == chain.size() - 1) {
                        moves.revisedInLast.add(series + " " + start);
                    }
                    if (type.equals("quarter")) {
                        continue;
                    }
                    boolean isComing = was == null && before.has(series);
                    boolean isGoing = is == null && now.has(series);
                    tally[0] += was != null && is != null ? 1 : 0;
                    tally[1] += isMove ? 1 : 0;
                    tally[2] += isComing ? 1 : 0;
                    tally[3] += isGoing ? 1 : 0;
                    if (isMove || isComing || isGoing) {
                        long age = Math.floorDiv(
                                now.vintage().asOf().toEpochDay()
                                        - MadeUpVintage.end(type, start).toEpochDay(),
                                7L);
                        String[] words = series.split(" ");
                        moves.lines.add(String.join(
                                "|",
                                MadeUpVintage.SOURCE,
                                "occurred",
                                "crime",
                                words[0],
                                words[1],
                                type,
                                start.toString(),
                                now.vintage().asOf().toString(),
                                before.vintage().asOf().toString(),
                                was == null ? "" : was.toString(),
                                is == null ? "" : is.toString(),
                                was != null && is != null ? Long.toString(is - was) : "",
                                Long.toString(age)));
                    }
                }
            }
            moves.tallies.add(now.vintage().asOf() + " | " + before.vintage().asOf() + " | "
                    + Arrays.stream(tally).mapToObj(String::valueOf).collect(Collectors.joining(" | ")));
        }
        return moves;
    }

    /** Observed periods and the largest and smallest order statistics that matter, from what was remembered at the time. */
    private static SortedSet<String> summary(List<Remembered> chain) {
        SortedSet<String> lines = new TreeSet<>();
        Remembered newest = chain.get(chain.size() - 1);
        for (String series : newest.numbers().keySet()) {
            String type = series.split(" ")[2];
            if (!series.startsWith("ALL ") || type.equals("quarter")) {
                continue;
            }
            int firstIndex = chain.size() - 1;
            while (firstIndex > 0 && chain.get(firstIndex - 1).has(series)) {
                firstIndex--;
            }
            for (int age : new int[] {1, 4, 13, 52}) {
                List<Double> percent = new ArrayList<>();
                List<Double> absolute = new ArrayList<>();
                List<Double> followed = new ArrayList<>();
                for (Map.Entry<LocalDate, Long> period :
                        newest.numbers().get(series).entrySet()) {
                    LocalDate from = MadeUpVintage.end(type, period.getKey()).plusWeeks(age);
                    int seen = 0;
                    while (seen < chain.size()
                            && chain.get(seen).vintage().asOf().isBefore(from)) {
                        seen++;
                    }
                    boolean isSeen = seen < chain.size() - 1
                            && seen >= firstIndex
                            && chain.get(seen).vintage().asOf().isBefore(from.plusWeeks(age < 13 ? 1 : 4))
                            && chain.subList(seen, chain.size()).stream()
                                    .allMatch(r -> r.vintage().coversWhole(type, period.getKey()));
                    Long then = isSeen ? chain.get(seen).number(series, period.getKey()) : null;
                    if (then != null) {
                        followed.add((newest.vintage().asOf().toEpochDay()
                                        - chain.get(seen).vintage().asOf().toEpochDay())
                                / 7.0);
                        absolute.add((double) Math.abs(period.getValue() - then));
                        if (then > 0) {
                            percent.add(100.0 * (period.getValue() - then) / then);
                        }
                    }
                }
                lines.add(series + " | " + age + " | "
                        + chain.get(firstIndex).vintage().asOf() + " | "
                        + absolute.size() + " | " + quantile(followed, 5) + " | " + quantile(percent, 5) + " | "
                        + quantile(percent, 9) + " | " + quantile(absolute, 5) + " | " + quantile(absolute, 9));
            }
        }
        return lines;
    }

    /** Type 7 as written in the help of R: weights of two neighbours. */
    private static String quantile(List<Double> sample, int tenths) {
        if (sample.size() < 8) {
            return TOO_FEW;
        }
        List<Double> ordered = sample.stream().sorted().toList();
        int j = (ordered.size() - 1) * tenths / 10;
        double gamma = (ordered.size() - 1) * tenths % 10 / 10.0;
        double value = (1 - gamma) * ordered.get(j) + gamma * ordered.get(Math.min(j + 1, ordered.size() - 1));
        return Double.toString(value);
    }

    /** Published numbers have one decimal; a number halfway between two may have gone to either. */
    private static void assertAlike(SortedSet<String> expected, SortedSet<String> published, long seed) {
        assertEquals(expected.size(), published.size(), "seed " + seed);
        Iterator<String> lines = published.iterator();
        for (String line : expected) {
            String[] wanted = line.split(" \\| ");
            String[] found = lines.next().split(" \\| ");
            for (int i = 0; i < wanted.length; i++) {
                boolean isDecimal = i > 3 && !wanted[i].equals(TOO_FEW) && !found[i].equals(TOO_FEW);
                if (isDecimal) {
                    assertEquals(Double.parseDouble(wanted[i]), Double.parseDouble(found[i]), 0.0501, line);
                } else {
                    assertEquals(wanted[i], found[i], line);
                }
            }
        }
    }

    private static SortedSet<String> summary(ReleaseReader release) {
        SortedSet<String> lines = new TreeSet<>();
        for (Row row : release.table(RevisionSummaryTable.TABLE)) {
            lines.add(row.getString(CountsTable.AREA_CODE.name()) + " "
                    + row.getString(CountsTable.COMMUNITY_CODE.name()) + " "
                    + row.getString(CountsTable.PERIOD_TYPE.name()) + " | "
                    + row.getLong(RevisionSummaryTable.AGE_WEEKS.name()) + " | "
                    + row.getDate(RevisionSummaryTable.FIRST_VINTAGE_DATE.name()) + " | "
                    + row.getLong(RevisionSummaryTable.OBSERVED_PERIOD_COUNT.name()) + " | "
                    + decimal(row, RevisionSummaryTable.FOLLOWED_WEEKS_MEDIAN) + " | "
                    + decimal(row, RevisionSummaryTable.CHANGE_PERCENT_MEDIAN) + " | "
                    + decimal(row, RevisionSummaryTable.CHANGE_PERCENT_P90) + " | "
                    + decimal(row, RevisionSummaryTable.ABSOLUTE_CHANGE_MEDIAN) + " | "
                    + decimal(row, RevisionSummaryTable.ABSOLUTE_CHANGE_P90));
        }
        return lines;
    }

    private static String decimal(Row row, Column column) {
        return row.isMissing(column.name()) ? TOO_FEW : Double.toString(row.getDouble(column.name()));
    }

    private static SortedSet<String> lines(ReleaseReader release, List<Column> columns) {
        SortedSet<String> lines = new TreeSet<>();
        for (Row row : release.table(RevisionsTable.TABLE, columns)) {
            lines.add(columns.stream()
                    .map(column -> row.isMissing(column.name()) ? "" : String.valueOf(row.getObject(column.name())))
                    .collect(Collectors.joining("|")));
        }
        return lines;
    }

    private static SortedSet<String> tallies(ReleaseReader release) {
        SortedSet<String> lines = new TreeSet<>();
        for (Row row : release.table(VintagesTable.TABLE)) {
            boolean isFirst = row.isMissing(VintagesTable.PREVIOUS_VINTAGE_DATE.name());
            lines.add(row.getDate(VintagesTable.VINTAGE_DATE.name())
                    + (isFirst
                            ? " | | | | |"
                            : " | " + row.getDate(VintagesTable.PREVIOUS_VINTAGE_DATE.name()) + " | "
                                    + row.getLong(VintagesTable.COMPARED_CELL_COUNT.name()) + " | "
                                    + row.getLong(VintagesTable.MOVED_CELL_COUNT.name()) + " | "
                                    + row.getLong(VintagesTable.APPEARED_CELL_COUNT.name()) + " | "
                                    + row.getLong(VintagesTable.VANISHED_CELL_COUNT.name())));
        }
        return lines;
    }

    private static SortedSet<String> revised(ReleaseReader release) {
        SortedSet<String> cells = new TreeSet<>();
        for (Row row : release.table(CountsTable.TABLE)) {
            String status = CountsTable.INCIDENT_COUNT_STATUS.name();
            if (!row.isMissing(status) && row.getString(status).contains("[r]")) {
                cells.add(row.getString(CountsTable.AREA_CODE.name()) + " "
                        + row.getString(CountsTable.COMMUNITY_CODE.name()) + " "
                        + row.getString(CountsTable.PERIOD_TYPE.name()) + " "
                        + row.getDate(CountsTable.PERIOD_START_DATE.name()));
            }
        }
        return cells;
    }
}
