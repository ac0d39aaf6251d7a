package org.vigil.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * What moved between two successive vintages.
 *
 * <p>A cell moved if both vintages cover the same days of its period and published different numbers, or if only one of them published a number
 * though both published others of its series. A count without number is unknown, never 0.
 */
final class VintageComparison {
    private final PublishedCounts earlier;
    private final PublishedCounts later;
    private final Map<String, CoveredDays> earlierCovered;
    private final Map<String, CoveredDays> laterCovered;
    private final int earlierDay;
    private final int laterDay;
    private final CellPairs pairs;
    private final Set<Long> seriesBefore;
    private final Set<Long> seriesNow;
    private final BitSet movedCounts = new BitSet();
    private final BitSet movedRates = new BitSet();
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, long[]> tallies = new HashMap<>();

    private VintageComparison(EarlierRelease before, PublishedCounts now, Map<String, CoveredDays> covered, int day) {
        this.earlier = before.counts();
        this.later = now;
        this.earlierCovered = before.covered();
        this.laterCovered = covered;
        this.earlierDay = before.day();
        this.laterDay = day;
        this.pairs = CellPairs.of(earlier, later);
        this.seriesBefore = seriesWithNumber(earlier, pairs::seriesOfEarlier);
        this.seriesNow = seriesWithNumber(later, pairs::seriesOfLater);
    }

    /**
     * Compares a run with the release before.
     *
     * @param before the release before
     * @param now counts of the run
     * @param covered the days that each source of the run covers
     * @param day as-of date of the run, in days since 1970-01-01
     */
    static VintageComparison of(EarlierRelease before, PublishedCounts now, Map<String, CoveredDays> covered, int day) {
        VintageComparison comparison = new VintageComparison(before, now, covered, day);
        comparison.compareAll();
        return comparison;
    }

    /** Rows of the run whose count the release before published as another number. */
    BitSet movedCounts() {
        return movedCounts;
    }

    /** Rows of the run whose rate the release before published as another number. */
    BitSet movedRates() {
        return movedRates;
    }

    /** The moves of weeks and months. */
    List<Move> moves() {
        return moves;
    }

    /** How a source differs from the release before. */
    Vintage.Step step(String sourceCode) {
        long[] tally = tallies.getOrDefault(sourceCode, new long[Outcome.values().length]);
        return new Vintage.Step(
                earlierDay,
                tally[Outcome.STAYED.ordinal()] + tally[Outcome.MOVED.ordinal()],
                tally[Outcome.MOVED.ordinal()],
                tally[Outcome.APPEARED.ordinal()],
                tally[Outcome.VANISHED.ordinal()]);
    }

    /** Whether the release before published any number of the series of a row of the run. */
    boolean isSeriesKnownBefore(int laterRow) {
        return seriesBefore.contains(pairs.seriesOfLater(laterRow));
    }

    private void compareAll() {
        for (int row = 0; row < later.size(); row++) {
            int before = pairs.earlierRowOf(row);
            if (coversSameDays(later, row)) {
                if (before >= 0 && isAnother(earlier.rate(before), later.rate(row))) {
                    movedRates.set(row);
                }
                long countBefore = before < 0 ? PublishedCounts.NO_NUMBER : earlier.count(before);
                long countNow = later.count(row);
                Outcome outcome = outcome(countBefore, countNow, pairs.seriesOfLater(row));
                if (outcome == Outcome.MOVED) {
                    movedCounts.set(row);
                }
                record(outcome, later, row, countBefore, countNow);
            }
        }
        pairs.earlierRowsOnly().filter(row -> coversSameDays(earlier, row)).forEach(row -> {
            long before = earlier.count(row);
            Outcome outcome = outcome(before, PublishedCounts.NO_NUMBER, pairs.seriesOfEarlier(row));
            record(outcome, earlier, row, before, PublishedCounts.NO_NUMBER);
        });
    }

    private enum Outcome {
        NONE,
        STAYED,
        MOVED,
        APPEARED,
        VANISHED
    }

    private Outcome outcome(long before, long now, long series) {
        boolean wasNumber = before != PublishedCounts.NO_NUMBER;
        boolean isNumber = now != PublishedCounts.NO_NUMBER;
        if (wasNumber && isNumber) {
            return before == now ? Outcome.STAYED : Outcome.MOVED;
        }
        boolean isInBoth = seriesBefore.contains(series) && seriesNow.contains(series);
        if (!isInBoth || wasNumber == isNumber) {
            return Outcome.NONE;
        }
        return isNumber ? Outcome.APPEARED : Outcome.VANISHED;
    }

    private void record(Outcome outcome, PublishedCounts where, int row, long before, long now) {
        if (outcome == Outcome.NONE || !Move.isListed(where.periodType(row))) {
            return;
        }
        tallies.computeIfAbsent(where.sourceCode(row), s -> new long[Outcome.values().length])[outcome.ordinal()]++;
        if (outcome != Outcome.STAYED) {
            int age = Move.weeks(where.periodEnd(row), laterDay);
            moves.add(new Move(where.key(row), laterDay, earlierDay, before, now, age));
        }
    }

    private boolean coversSameDays(PublishedCounts where, int row) {
        CoveredDays before = earlierCovered.get(where.sourceCode(row));
        CoveredDays now = laterCovered.get(where.sourceCode(row));
        return before != null
                && now != null
                && now.coversSameDaysAs(before, where.periodStart(row), where.periodEnd(row));
    }

    private static boolean isAnother(double before, double now) {
        return !Double.isNaN(before) && !Double.isNaN(now) && before != now;
    }

    private static Set<Long> seriesWithNumber(PublishedCounts counts, IntToLongFunction seriesOf) {
        Set<Long> series = new HashSet<>();
        long last = -1;
        for (int row = 0; row < counts.size(); row++) {
            long found = seriesOf.applyAsLong(row);
            if (found != last && counts.count(row) != PublishedCounts.NO_NUMBER) {
                series.add(found);
                last = found;
            }
        }
        return series;
    }
}
