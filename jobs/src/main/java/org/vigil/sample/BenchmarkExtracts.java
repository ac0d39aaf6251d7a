package org.vigil.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes many plain rows of the canonical layout quickly, for measurements.
 *
 * <p>Twelve extracts over ten years of daily dates. One row in ten revises an incident of an older extract; within one extract no id stands twice. A
 * few hundred rows are invalid, under ids of their own and in two ways that a line of SQL finds as well. No quotes, no line ends within fields, areas
 * by one name only: what is measured is the work, not the untidiness, which {@link SampleWriter} is for.
 */
public final class BenchmarkExtracts {
    /** Smallest number of rows that has rows of all kinds in it, and largest whose ids fit. */
    static final long FEWEST_ROWS = 1_000;

    static final long MOST_ROWS = 80_000_000;

    static final int EXTRACTS = 12;

    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final long DAYS = LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay() + 1;

    /** One row in so many revises an older one. */
    private static final long ROWS_PER_REVISION = 10;

    /** What counts as recent in a weekly extract. */
    private static final long RECENT_DAYS = 91;

    private static final long ROWS_PER_INVALID_ROW = 10_000;
    private static final long MOST_INVALID_ROWS = 400;

    private final long seed;
    private final long incidents;
    private final long revisions;
    private final long invalidRows;
    private final BenchmarkRow row;
    private long writtenInvalid;

    private BenchmarkExtracts(long rows, long seed) {
        this.seed = seed;
        this.revisions = rows / ROWS_PER_REVISION;
        this.invalidRows = Math.max(2, Math.min(MOST_INVALID_ROWS, rows / ROWS_PER_INVALID_ROW));
        this.incidents = rows - revisions - invalidRows;
        this.row = new BenchmarkRow(SyntheticLondon.read(), seed, FIRST_DAY, DAYS, incidents);
    }

    /**
     * Writes the extracts.
     *
     * @param rows rows in all extracts together, headers not counted
     * @param seed another seed gives other rows
     * @param folder where to; made if absent; files of the same names are replaced
     * @throws IOException if a file cannot be written
     */
    public static BenchmarkResult write(long rows, long seed, Path folder) throws IOException {
        if (rows < FEWEST_ROWS || rows > MOST_ROWS) {
            throw new IllegalArgumentException("Cannot make benchmark extracts of " + rows + " rows; expected "
                    + FEWEST_ROWS + " to " + MOST_ROWS + ". Ask for a number between these.");
        }
        Files.createDirectories(folder);
        BenchmarkExtracts extracts = new BenchmarkExtracts(rows, seed);
        List<BenchmarkResult.Extract> written = new ArrayList<>();
        for (int index = 0; index < EXTRACTS; index++) {
            written.add(extracts.writeExtract(index, folder));
        }
        return new BenchmarkResult(
                written,
                extracts.incidents,
                extracts.revisions,
                (extracts.invalidRows + 1) / 2,
                extracts.invalidRows / 2);
    }

    /**
     * Writes one more extract, as the week after the last would bring it: half of its rows are new incidents of the last week, half revise others.
     *
     * @param rows rows of the extracts before it, as given to {@link #write}
     * @param seed likewise
     * @param weeklyRows rows of this extract
     * @param isSpread whether the revised incidents lie all over history; otherwise in the last three months
     * @param folder where to
     */
    public static BenchmarkResult.Extract writeWeekly(
            long rows, long seed, long weeklyRows, boolean isSpread, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new BenchmarkExtracts(rows, seed).writeWeekly(weeklyRows, isSpread, folder);
    }

    private BenchmarkResult.Extract writeWeekly(long weeklyRows, boolean isSpread, Path folder) throws IOException {
        LocalDate date = row.recordedDate(incidents - 1)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(1);
        Path file = folder.resolve(SampleWriter.fileName(date));
        long recent = incidents * RECENT_DAYS / DAYS;
        long from = isSpread ? 0 : incidents - recent;
        long places = incidents - from;
        long stride = strideThrough(places);
        long revised = Math.floorMod(Draws.mix(seed - 1), places);
        long lastWeek = Math.max(1, incidents * 7 / DAYS);
        try (RowOutput output = new RowOutput(file)) {
            output.line(CanonicalColumn.header());
            for (long place = 0; place < weeklyRows; place++) {
                if (place % 2 == 0) {
                    row.writeNew(output, incidents - 1 - place % lastWeek, place);
                } else {
                    row.write(output, from + revised, EXTRACTS + 1);
                    revised = (revised + stride) % places;
                }
            }
        }
        return new BenchmarkResult.Extract(file, date, weeklyRows, Files.size(file));
    }

    private BenchmarkResult.Extract writeExtract(int index, Path folder) throws IOException {
        long firstIncident = part(incidents, index, EXTRACTS);
        long nextIncident = part(incidents, index + 1, EXTRACTS);
        long revisionRows =
                index == 0 ? 0 : part(revisions, index, EXTRACTS - 1) - part(revisions, index - 1, EXTRACTS - 1);
        long invalid = part(invalidRows, index + 1, EXTRACTS) - part(invalidRows, index, EXTRACTS);
        long others = revisionRows + invalid;
        long rows = nextIncident - firstIncident + others;
        LocalDate date = row.recordedDate(nextIncident - 1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Path file = folder.resolve(SampleWriter.fileName(date));
        long stride = strideThrough(firstIncident);
        long revised = index == 0 ? 0 : Math.floorMod(Draws.mix(seed + index), firstIncident);
        long incident = firstIncident;
        long other = 0;
        try (RowOutput output = new RowOutput(file)) {
            output.line(CanonicalColumn.header());
            for (long place = 0; place < rows; place++) {
                if (part(others, place + 1, rows) == part(others, place, rows)) {
                    row.write(output, incident++, 0);
                } else if (part(invalid, other + 1, others) == part(invalid, other++, others)) {
                    row.write(output, revised, index);
                    revised = (revised + stride) % firstIncident;
                } else {
                    row.writeInvalid(output, incident - 1, writtenInvalid++);
                }
            }
        }
        return new BenchmarkResult.Extract(file, date, rows, Files.size(file));
    }

    /** Steps of this length visit each of so many places once before any twice. */
    private static long strideThrough(long places) {
        long stride = Math.max(1, (long) (places * 0.618));
        while (places > 1 && greatestCommonDivisor(stride, places) != 1) {
            stride++;
        }
        return stride;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** How many of {@code total} evenly spread things lie in the first {@code done} of {@code whole} places. */
    private static long part(long total, long done, long whole) {
        return total * done / whole;
    }
}
