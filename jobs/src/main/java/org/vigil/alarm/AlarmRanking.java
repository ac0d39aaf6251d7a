package org.vigil.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.FalseDiscovery;

/**
 * The list of a week's alarms: whole weeks above their bound whose q, by Benjamini and Hochberg within the week, is at most {@value #LARGEST_Q}; first those that
 * count most more than usual at least. In a week that is not complete the same is an early signal and has no place.
 *
 * <p>Series of which less than one incident a week is expected are a family of their own. They are most of the communities of boroughs and nearly always count
 * nothing: in one family with the others they would only make rises of the whole area harder to see. What is expected does not depend on the count that is
 * judged, so the share of false discoveries holds in either family.
 *
 * <p>One community in a borough is listed under its borough or under its community in the whole area, where those are in the list too: the higher of the two.
 */
public final class AlarmRanking {
    /** Expected share of false ones among the alarms listed. */
    public static final double LARGEST_Q = 0.10;

    private static final double LEAST_EXPECTED = 1;
    /** Sunday, counted from Monday. */
    private static final int LAST_DAY = 6;

    private static final Comparator<Listed> MOST_FIRST = Comparator.comparingLong(
                    (Listed one) -> one.of().week().leastExcess())
            .reversed()
            .thenComparing(one -> one.of().week().p())
            .thenComparing(one -> one.of().series().key().areaCode())
            .thenComparing(one -> one.of().series().key().communityCode());

    private final LocalDate completeTo;

    private AlarmRanking(LocalDate completeTo) {
        this.completeTo = completeTo;
    }

    /**
     * Compares the series of a source week by week.
     *
     * @param all every series of one source, in any order
     * @param completeTo last day up to which counts are complete enough to be listed
     * @return every judged week of every series, by week, then in the order of the series
     */
    public static List<RankedWeek> of(List<SeriesAlarms> all, LocalDate completeTo) {
        Map<LocalDate, List<Candidate>> byMonday = new TreeMap<>();
        for (SeriesAlarms series : all) {
            for (AlarmWeek week : series.weeks()) {
                byMonday.computeIfAbsent(week.monday(), monday -> new ArrayList<>())
                        .add(new Candidate(series, week));
            }
        }
        AlarmRanking ranking = new AlarmRanking(completeTo);
        List<RankedWeek> ranked = new ArrayList<>();
        byMonday.values().forEach(week -> ranked.addAll(ranking.rank(week)));
        return ranked;
    }

    private List<RankedWeek> rank(List<Candidate> week) {
        double[] q = new double[week.size()];
        int[] familySizes = new int[week.size()];
        Arrays.fill(q, Double.NaN);
        adjust(week, expected -> expected >= LEAST_EXPECTED, q, familySizes);
        adjust(week, expected -> expected < LEAST_EXPECTED, q, familySizes);
        List<Listed> listed = nested(IntStream.range(0, q.length)
                .filter(i -> isClear(week.get(i).week(), q[i])
                        && isComplete(week.get(i).week()))
                .mapToObj(i -> new Listed(i, week.get(i)))
                .sorted(MOST_FIRST)
                .toList());
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < listed.size(); place++) {
            places.put(listed.get(place).index(), place);
        }
        List<RankedWeek> ranked = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Integer place = places.get(i);
            ranked.add(new RankedWeek(
                    week.get(i).series().key(),
                    week.get(i).week(),
                    q[i],
                    familySizes[i],
                    place == null ? OptionalInt.empty() : OptionalInt.of(place + 1),
                    isClear(week.get(i).week(), q[i]) && !isComplete(week.get(i).week()),
                    place == null
                            ? Optional.empty()
                            : parent(listed.get(place), listed)
                                    .map(one -> one.of().series().key())));
        }
        return ranked;
    }

    private static boolean isClear(AlarmWeek week, double q) {
        return week.isAlarm() && q <= LARGEST_Q;
    }

    private boolean isComplete(AlarmWeek week) {
        return !week.monday().plusDays(LAST_DAY).isAfter(completeTo);
    }

    /** Adjusts the p of those of which so much is expected, and counts them. */
    private static void adjust(List<Candidate> week, DoublePredicate isMember, double[] q, int[] familySizes) {
        int[] members = IntStream.range(0, q.length)
                .filter(i -> week.get(i).week().hasBound()
                        && isMember.test(week.get(i).week().expected()))
                .toArray();
        double[] adjusted = FalseDiscovery.benjaminiHochberg(
                IntStream.of(members).mapToDouble(i -> week.get(i).week().p()).toArray());
        for (int m = 0; m < members.length; m++) {
            q[members[m]] = adjusted[m];
            familySizes[members[m]] = members.length;
        }
    }

    /** The same alarms, those that are listed under another one right behind it. */
    private static List<Listed> nested(List<Listed> alarms) {
        List<Listed> listed = new ArrayList<>();
        for (Listed top : alarms) {
            if (parent(top, alarms).isEmpty()) {
                listed.add(top);
                alarms.stream()
                        .filter(one -> parent(one, alarms).filter(top::equals).isPresent())
                        .forEach(listed::add);
            }
        }
        return listed;
    }

    /** The alarm that one is listed under: the first that counts its incidents among others. */
    private static Optional<Listed> parent(Listed one, List<Listed> alarms) {
        return one.of().series().level() == SeriesLevel.BOROUGH
                ? alarms.stream().filter(other -> holds(other, one)).findFirst()
                : Optional.empty();
    }

    private static boolean holds(Listed larger, Listed borough) {
        SeriesKey key = larger.of().series().key();
        return switch (larger.of().series().level()) {
            case BOROUGH_TOTAL ->
                key.areaCode().equals(borough.of().series().key().areaCode());
            case WHOLE_AREA ->
                key.communityCode().equals(borough.of().series().key().communityCode());
            case WHOLE_AREA_TOTAL, BOROUGH -> false;
        };
    }

    /** One series in the week. */
    private record Candidate(SeriesAlarms series, AlarmWeek week) {}

    /** An alarm, and where it stands among the series of the week. */
    private record Listed(int index, Candidate of) {}
}
