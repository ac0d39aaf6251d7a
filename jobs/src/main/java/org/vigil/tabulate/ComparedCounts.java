package org.vigil.tabulate;

import java.util.List;
import java.util.stream.LongStream;
import org.vigil.cube.CountCube;

/**
 * Counts of one source in one cell, in the months that two sources are compared in.
 *
 * @param byMonth by place in {@link ComparedMonths#months}
 * @param byDay the same by day of each month, incidents known only to the month left out; nothing where no days are compared
 */
record ComparedCounts(long[] byMonth, List<long[]> byDay) {

    static ComparedCounts of(
            SourceFacts facts,
            CountCube cube,
            ComparedMonths compared,
            int[] recordClasses,
            int[] areas,
            int community) {
        SeriesCounts counts = new SeriesCounts(cube, compared.coverage());
        long[] months = compared.isSeriesOf(facts)
                ? counts.byMonth(recordClasses, areas, community)
                : counts.byOtherMonth(recordClasses, areas, community);
        long[] days = compared.byDay() ? counts.byDay(recordClasses, areas, community) : new long[0];
        return new ComparedCounts(
                compared.months().stream()
                        .mapToLong(month -> counts.sumMonths(months, month))
                        .toArray(),
                compared.byDay()
                        ? compared.months().stream()
                                .map(month -> counts.daysOf(days, month))
                                .toList()
                        : List.of());
    }

    boolean isEmpty() {
        return LongStream.of(byMonth).allMatch(count -> count == 0);
    }

    /**
     * The most incidents of one cell that two sources can both have recorded, by month: the largest number of pairs in which each incident has at
     * most one partner, of the same day where days are compared.
     *
     * <p>With a<sub>d</sub> and b<sub>d</sub> incidents known to day d, and A and B known only to the month: min(Σa + A, Σb + B, Σ min(a<sub>d</sub>,
     * b<sub>d</sub>) + A + B). An incident known only to the month can be of any of its days. Without such, it is the sum of the smaller numbers;
     * where only months are compared, the smaller of the two numbers.
     */
    static long[] mostPairs(ComparedCounts a, ComparedCounts b) {
        long[] most = new long[a.byMonth.length];
        for (int m = 0; m < most.length; m++) {
            most[m] = Math.min(a.byMonth[m], b.byMonth[m]);
            if (!a.byDay.isEmpty() && most[m] > 0) {
                most[m] = Math.min(most[m], pairsOfDays(a, b, m));
            }
        }
        return most;
    }

    private static long pairsOfDays(ComparedCounts a, ComparedCounts b, int month) {
        long[] daysOfA = a.byDay.get(month);
        long[] daysOfB = b.byDay.get(month);
        long pairs = a.byMonth[month] + b.byMonth[month];
        for (int d = 0; d < daysOfA.length; d++) {
            pairs += Math.min(daysOfA[d], daysOfB[d]) - daysOfA[d] - daysOfB[d];
        }
        return pairs;
    }
}
