package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;

/**
 * Somebody who knows the method, the table of changes, the mean of every series and how late records come, holds all public releases, and works out what every community in every borough
 * had in every month, quarter and year.
 */
final class Attacker {
    private static final PerturbationTable TABLE = PerturbationTable.STANDARD;
    private static final double CERTAIN = 0.9;
    /** Larger published counts are taken as normal: they tell little about single incidents. */
    private static final long LARGE = 60;

    private static final double VARIANCE = 3;

    private final MadeUpCity city;
    private final LocalDate last;
    private final YearMonth first;
    private final int months;
    private final int[] truth;
    private final Reconstruction reconstruction;
    private final List<List<Integer>> asked = new ArrayList<>();

    /**
     * What he found.
     *
     * @param oneOrTwo cells that hold one or two incidents
     * @param exact of these, whose count he is nearly sure of
     * @param inOneOrTwo of these, of which he is nearly sure that they hold one or two
     * @param wrong other cells of which he is nearly sure that they hold one or two
     */
    record Found(int oneOrTwo, int exact, int inOneOrTwo, int wrong) {
        double exactShare() {
            return exact / (double) oneOrTwo;
        }

        double inOneOrTwoShare() {
            return inOneOrTwo / (double) oneOrTwo;
        }

        @Override
        public String toString() {
            return String.format(
                    "of %d cells with one or two incidents %d (%.1f %%) are known exactly and %d (%.1f %%) to be one or two; of %d others that is believed wrongly",
                    oneOrTwo, exact, 100 * exactShare(), inOneOrTwo, 100 * inOneOrTwoShare(), wrong);
        }
    }

    /**
     * Nothing read yet.
     *
     * @param last as-of date of the newest release; what is looked for is what was known then
     */
    Attacker(MadeUpCity city, LocalDate last, long seed) {
        this.city = city;
        this.last = last;
        first = YearMonth.from(city.start);
        months = (int) first.until(YearMonth.from(last), ChronoUnit.MONTHS) + 1;
        int cells = city.boroughs.size() * city.communities.size() * months;
        truth = new int[cells];
        double[] means = new double[cells];
        for (int b = 0; b < city.boroughs.size(); b++) {
            for (int c = 0; c < city.communities.size(); c++) {
                for (int m = 0; m < months; m++) {
                    YearMonth month = first.plusMonths(m);
                    means[cell(b, c, m)] = Math.max(
                            1e-3, city.means[b][c] * MadeUpCity.recorded(month.atDay(1), month.atEndOfMonth(), last));
                }
            }
        }
        for (MadeUpCity.Incident one : city.incidents()) {
            int month = (int) first.until(YearMonth.from(one.occurred()), ChronoUnit.MONTHS);
            if (!one.recorded().isAfter(last) && month < months) {
                truth[cell(city.boroughs.indexOf(one.area()), city.communities.indexOf(one.community()), month)]++;
            }
        }
        reconstruction = new Reconstruction(means, truth, seed);
    }

    private int cell(int borough, int community, int month) {
        return (borough * city.communities.size() + community) * months + month;
    }

    /** Uses what was published of all areas, communities, characteristics and windows. */
    Attacker read(PublicReading reading) {
        reading.counts().keySet().stream()
                .collect(Collectors.groupingBy(cell -> cell.area() + " " + cell.community()))
                .values()
                .forEach(series -> leaves(series)
                        .forEach(leaf -> use(
                                leaf,
                                hasWeeks(series, leaf),
                                reading.counts().getOrDefault(leaf, Collections.emptySortedMap()))));
        reading.characteristics().forEach((of, byDay) -> useSum(reading, of, newest(byDay)));
        reading.windows().forEach((window, byDay) -> use(window, newest(byDay)));
        return this;
    }

    private static <V> V newest(SortedMap<LocalDate, V> byDay) {
        return Objects.requireNonNull(byDay.get(byDay.lastKey()));
    }

    /** Cells of a series that are no sums of others. Weeks count as the months that they make up. */
    private static List<PublicReading.Cell> leaves(List<PublicReading.Cell> series) {
        List<PublicReading.Cell> leaves = new ArrayList<>();
        series.stream()
                .filter(cell -> !cell.periodType().equals("iso_week"))
                .sorted(Comparator.comparingLong(
                        cell -> cell.end().toEpochDay() - cell.start().toEpochDay()))
                .filter(cell -> leaves.stream()
                        .noneMatch(leaf -> !leaf.start().isBefore(cell.start())
                                && !leaf.end().isAfter(cell.end())))
                .forEach(leaves::add);
        return leaves;
    }

    private static boolean hasWeeks(List<PublicReading.Cell> series, PublicReading.Cell month) {
        return series.stream()
                .anyMatch(cell -> cell.periodType().equals("iso_week")
                        && !cell.start().isBefore(month.start())
                        && !cell.start().isAfter(month.end()));
    }

    private void use(PublicReading.Cell leaf, boolean isSum, SortedMap<LocalDate, Long> published) {
        List<Integer> cells = cells(leaf.area(), leaf.community(), leaf.start(), leaf.end());
        long newest = newest(published);
        if (isSum || leaf.isPartial() || newest > LARGE) {
            double mean = cells.stream().mapToInt(cell -> truth[cell]).sum();
            reconstruction.observe(cells, 1.0, (double) newest, 5 * VARIANCE + 0.2 * mean);
            return;
        }
        SortedMap<LocalDate, Long> draws = new TreeMap<>();
        int drawn = 0;
        for (Map.Entry<LocalDate, Long> value : published.entrySet()) {
            int due = VintageSchedule.MONTHS.due(leaf.end(), value.getKey());
            if (due > drawn) {
                draws.put(value.getKey(), value.getValue());
                drawn = due;
            }
        }
        useDraws(cells, leaf.start(), leaf.end(), draws);
    }

    /** Uses every draw of a cell: what was known at each day follows from what is known now, each record having come by then with the same chance. */
    void useDraws(List<Integer> cells, LocalDate start, LocalDate end, SortedMap<LocalDate, Long> draws) {
        long newest = newest(draws);
        int most = (int) (newest + TABLE.largest() + 12 + newest / 4);
        double now = MadeUpCity.recorded(start, end, last);
        double[] chances = new double[most + 1];
        for (int n = 0; n <= most; n++) {
            double[] chance = new double[n + 1];
            double before = 0;
            long published = -1;
            for (Map.Entry<LocalDate, Long> draw : draws.entrySet()) {
                double share = Math.min(1, MadeUpCity.recorded(start, end, draw.getKey()) / now);
                chance = published < 0
                        ? begun(n, share, draw.getValue())
                        : next(chance, n, (share - before) / Math.max(1e-9, 1 - before), published, draw.getValue());
                before = share;
                published = draw.getValue();
            }
            chances[n] = Arrays.stream(chance).sum();
        }
        if (Arrays.stream(chances).sum() > 0) {
            reconstruction.observe(cells, 0, chances);
        }
    }

    private static double[] begun(int n, double share, long published) {
        double[] chance = new double[n + 1];
        for (int known = 0; known <= n; known++) {
            chance[known] = binomial(n, known, share) * TABLE.chance(known, published);
        }
        return chance;
    }

    private static double[] next(double[] before, int n, double share, long publishedBefore, long published) {
        double[] after = new double[n + 1];
        for (int known = 0; known <= n; known++) {
            if (before[known] > 0) {
                for (int more = known; more <= n; more++) {
                    double emitted =
                            more == known ? (published == publishedBefore ? 1 : 0) : TABLE.chance(more, published);
                    after[more] += before[known] * binomial(n - known, more - known, share) * emitted;
                }
            }
        }
        return after;
    }

    private static double binomial(int n, int k, double share) {
        double chance = 1;
        for (int i = 1; i <= k; i++) {
            chance *= (n - k + i) / (double) i * share;
        }
        return chance * Math.pow(1 - share, n - k);
    }

    /** All categories of a characteristic add up to what all have. */
    private void useSum(PublicReading reading, PublicReading.Characteristic of, Map<String, Long> byCategory) {
        if (byCategory.size() == reading.categories(of)) {
            LocalDate end = of.start()
                    .plusMonths(of.periodType().equals("quarter") ? 3 : 12)
                    .minusDays(1);
            long sum = byCategory.values().stream().mapToLong(Long::longValue).sum();
            List<Integer> cells = cells(city.london.wholeAreaCode(), of.community(), of.start(), end);
            double share = MadeUpCity.recorded(of.start(), end, end.plusWeeks(6));
            reconstruction.observe(cells, 1.0, (double) sum, VARIANCE * byCategory.size() + (1 - share) * sum + 1);
        }
    }

    private void use(PublicReading.Window window, long published) {
        YearMonth month = YearMonth.from(window.from());
        double days = window.to().toEpochDay() - window.from().toEpochDay() + 1;
        List<Integer> cells = cells(
                window.area(),
                window.community(),
                month.atDay(1),
                YearMonth.from(window.to()).atEndOfMonth());
        double part = days / (month.atDay(1).until(YearMonth.from(window.to()).atEndOfMonth(), ChronoUnit.DAYS) + 1);
        reconstruction.observe(cells, part, (double) published, VARIANCE * 4 + published * (1 - part) + 1);
    }

    /** A month of a community in a borough whose count was published as it is. */
    void useExact(int borough, int community, YearMonth month) {
        int cell = cell(borough, community, monthOf(month));
        reconstruction.observe(List.of(cell), truth[cell], new double[] {1});
    }

    /** Whether anything came or went between two published sums, of which the second was drawn anew only then. */
    void useChange(List<Integer> cells, boolean isChanged) {
        double coincidence = 0.15;
        reconstruction.observeSome(cells, isChanged ? -1e6 : 0, Math.log(isChanged ? 1 - coincidence : coincidence));
    }

    int monthOf(YearMonth month) {
        return (int) first.until(month, ChronoUnit.MONTHS);
    }

    int countOf(List<Integer> cells) {
        return cells.stream().mapToInt(cell -> truth[cell]).sum();
    }

    /** Cells of a borough and community in months that lie within some days; of all of them where that is asked. */
    List<Integer> cells(String area, String community, LocalDate start, LocalDate end) {
        List<Integer> cells = new ArrayList<>();
        int from = Math.max(0, monthOf(YearMonth.from(start)));
        int to = Math.min(months - 1, monthOf(YearMonth.from(end)));
        for (int b = 0; b < city.boroughs.size(); b++) {
            boolean isIn = area.equals(city.london.wholeAreaCode())
                    || city.london.get(city.boroughs.get(b)).code().equals(area);
            for (int c = 0; isIn && c < city.communities.size(); c++) {
                if (community.equals(Communities.ALL)
                        || CodeLists.communities()
                                .get(city.communities.get(c))
                                .code()
                                .equals(community)) {
                    for (int m = from; m <= to; m++) {
                        cells.add(cell(b, c, m));
                    }
                }
            }
        }
        return cells;
    }

    /** What he concludes of the cells of a community in a borough, in months, quarters and years that end in some days. */
    Found conclude(YearMonth from, YearMonth to) {
        for (int b = 0; b < city.boroughs.size(); b++) {
            for (int c = 0; c < city.communities.size(); c++) {
                for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                    ask(b, c, month, 1);
                    ask(b, c, month, month.getMonthValue() % 3 == 0 ? 3 : 0);
                    ask(b, c, month, month.getMonthValue() == 3 ? 12 : 0);
                }
            }
        }
        List<double[]> answers = reconstruction.answers();
        int oneOrTwo = 0;
        int exact = 0;
        int inOneOrTwo = 0;
        int wrong = 0;
        for (int i = 0; i < asked.size(); i++) {
            int count = countOf(asked.get(i));
            boolean isOneOrTwo = count == 1 || count == 2;
            double[] chance = answers.get(i);
            boolean isBelieved = chance[0] + chance[1] > CERTAIN;
            oneOrTwo += isOneOrTwo ? 1 : 0;
            exact += isOneOrTwo && chance[count - 1] > CERTAIN ? 1 : 0;
            inOneOrTwo += isOneOrTwo && isBelieved ? 1 : 0;
            wrong += !isOneOrTwo && isBelieved ? 1 : 0;
        }
        return new Found(oneOrTwo, exact, inOneOrTwo, wrong);
    }

    private void ask(int borough, int community, YearMonth lastMonth, int length) {
        Optional<List<Integer>> cells = length == 0 || monthOf(lastMonth) - length + 1 < 0
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(monthOf(lastMonth) - length + 1, monthOf(lastMonth))
                        .mapToObj(m -> cell(borough, community, m))
                        .toList());
        cells.ifPresent(of -> {
            asked.add(of);
            reconstruction.ask(of);
        });
    }
}
