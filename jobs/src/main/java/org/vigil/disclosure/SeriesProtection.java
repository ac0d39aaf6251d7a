package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cellkey.VintageSchedule;

/**
 * Protects the series of a source: financial year by financial year the gate decides how fine, by what was published of the year before, and the ledger draws what is due.
 */
final class SeriesProtection {
    private static final int QUARTER_MONTHS = 3;
    private static final double DAYS_OF_A_YEAR = 365.25;
    /** A trial is shown only if there is nothing to conclude from it. */
    private static final VintageLedger.DrawCheck ALL_SAFE = vintages -> true;

    private final VintageLedger ledger;
    private final DrawSafety safety;
    private final LocalDate asOf;
    private final LocalDate start;
    private final LocalDate end;
    /** Whether this release is the first to show some draw of one community in one area. */
    private boolean isAreaAndCommunityDrawn;

    /** What a series is. */
    enum Kind {
        /** All incidents of a community in an area. */
        COUNT,
        /** Those with a further characteristic: never drawn in a release that draws a community in an area, nor taken up there from a run that died, so that the two are not differenced. */
        CHARACTERISTIC
    }

    /**
     * @param ledger what was published before; what is drawn is added to it
     * @param safety what somebody outside could conclude
     * @param asOf the day whose state of knowledge is published: no later than the newest extract was made
     * @param start first day covered
     * @param end last day covered
     */
    SeriesProtection(VintageLedger ledger, DrawSafety safety, LocalDate asOf, LocalDate start, LocalDate end) {
        this.ledger = ledger;
        this.safety = safety;
        this.asOf = asOf;
        this.start = start;
        this.end = end;
    }

    /**
     * A series as it may be published.
     *
     * @param gate how fine series of its kind may be
     * @param finest finest grain that its source and table know
     * @param kind which schedule it follows
     * @param exact what a leaf holds
     */
    PublicSeries protect(
            SeriesName name, GrainGate gate, PublicGrain finest, Kind kind, Function<Leaf, ExactCell> exact) {
        List<PublicSeries.PublicLeaf> leaves = new ArrayList<>();
        Optional<Long> yearBefore = Optional.empty();
        Deque<Long> trials = new ArrayDeque<>();
        LocalDate next = kind == Kind.COUNT ? start : startOfQuarter();
        for (int year = Leaf.yearOf(start); year <= Leaf.yearOf(end); year++) {
            Optional<PublicGrain> grain = grain(name, gate, finest, year, yearBefore, trials);
            if (grain.isEmpty()) {
                break;
            }
            boolean isTrial = grain.get() == PublicGrain.NONE;
            VintageSchedule schedule =
                    kind == Kind.COUNT ? VintageSchedule.of(grain.get()) : VintageSchedule.CHARACTERISTICS;
            boolean isHeldBack = kind == Kind.CHARACTERISTIC && isAreaAndCommunityDrawn;
            boolean mayDraw = !isHeldBack && (isTrial || yearBefore.isPresent());
            double usualADay =
                    yearBefore.map(count -> Math.max(count, 1) / DAYS_OF_A_YEAR).orElse(Double.NaN);
            List<Leaf> ofYear = Leaf.ofYear(
                    year, grain.get(), ledger.findFirstDay(name, year).orElse(next));
            Optional<Long> sum = Optional.of(0L);
            for (Leaf leaf : ofYear) {
                DrawnCell cell = new DrawnCell(name, leaf.from(), leaf.to());
                PublicSeries.PublicLeaf drawn = isHeldBack
                        ? leaf(leaf, ledger.standingBefore(cell, schedule, asOf))
                        : leaf(cell, leaf, schedule, mayDraw, isTrial ? ALL_SAFE : check(usualADay, leaf), exact);
                isAreaAndCommunityDrawn |= gate == GrainGate.AREA_AND_COMMUNITY && ledger.isNew(cell);
                boolean isDoubtful = isTrial && !ledger.hasBegunWith(cell, gate.leastToBegin());
                PublicSeries.PublicLeaf published = isDoubtful ? drawn.hidden() : drawn;
                leaves.add(published);
                if (isDoubtful) {
                    drawn.count().ifPresent(count -> trials.add(count.value()));
                } else {
                    trials.clear();
                }
                Optional<Long> value = value(published);
                sum = sum.flatMap(total -> value.map(more -> total + more));
                next = leaf.to().plusDays(1);
            }
            yearBefore = sum;
        }
        return new PublicSeries(leaves);
    }

    /**
     * A window after an event: drawn if it is due, and if no other window of its series has any of its days.
     *
     * @param exact what it holds
     * @return nothing if its time has not come; {@link PublicWindow#NOT_SEPARABLE} if its days belong to another window
     */
    Optional<PublicWindow> window(
            SeriesName series, String eventId, LocalDate from, LocalDate to, Supplier<ExactCell> exact) {
        DrawnCell cell = window(series, eventId, from, to);
        if (!ledger.isFree(cell)) {
            return Optional.of(PublicWindow.NOT_SEPARABLE);
        }
        // Fewer than ten are never shown, so that there is nothing to conclude of one or two.
        Optional<VintageLedger.Standing> standing = to.isAfter(end)
                ? ledger.standing(cell, VintageSchedule.WINDOWS, asOf)
                : ledger.standing(cell, VintageSchedule.WINDOWS, asOf, exact, vintages -> true);
        return standing.map(of ->
                new PublicWindow(false, of.count().filter(count -> count.value() >= PublicWindow.LEAST)));
    }

    /** Whether a window was drawn as one cell, so that it goes on as one. */
    boolean isDrawn(SeriesName series, String eventId, LocalDate from, LocalDate to) {
        return ledger.isDrawn(window(series, eventId, from, to));
    }

    /**
     * The days of a window after an event, each drawn once: those of a window that holds at least {@value PublicWindow#LEAST_WITH_DAYS} when it is drawn for the last time.
     *
     * @param exact what a day holds
     * @return one for each day; nothing before that, of smaller windows, or if one of the days could give somebody away
     */
    List<ProtectedCount> days(
            SeriesName series, String eventId, LocalDate from, LocalDate to, Function<LocalDate, ExactCell> exact) {
        Optional<ProtectedCount> window = ledger.standing(
                        window(series, eventId, from, to), VintageSchedule.WINDOWS, asOf)
                .flatMap(VintageLedger.Standing::count)
                .filter(count -> count.isFinal() && count.value() >= PublicWindow.LEAST_WITH_DAYS);
        if (window.isEmpty()) {
            return List.of();
        }
        long number = ChronoUnit.DAYS.between(from, to) + 1;
        VintageLedger.DrawCheck check = safety.of((double) window.get().value() / number);
        List<Optional<ProtectedCount>> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate one = day;
            DrawnCell cell = new DrawnCell(series.by(SeriesName.DAY, eventId), one, one);
            days.add((to.isAfter(end)
                            ? ledger.standing(cell, VintageSchedule.DAYS, asOf)
                            : ledger.standing(cell, VintageSchedule.DAYS, asOf, () -> exact.apply(one), check))
                    .flatMap(VintageLedger.Standing::count));
        }
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().map(Optional::orElseThrow).toList()
                : List.of();
    }

    private static DrawnCell window(SeriesName series, String eventId, LocalDate from, LocalDate to) {
        return new DrawnCell(series.by(SeriesName.WINDOW, eventId), from, to);
    }

    /**
     * A window as it may be published.
     *
     * @param isTaken whether its days belong to a window of another event
     * @param count its count; none if that is below {@value #LEAST}
     */
    record PublicWindow(boolean isTaken, Optional<ProtectedCount> count) {
        /** Smallest count of a window that is shown, recorded and usual. */
        static final long LEAST = 10;

        /** Smallest count of a window whose days are shown. */
        static final long LEAST_WITH_DAYS = 70;

        static final PublicWindow NOT_SEPARABLE = new PublicWindow(true, Optional.empty());
    }

    private Optional<PublicGrain> grain(
            SeriesName name,
            GrainGate gate,
            PublicGrain finest,
            int year,
            Optional<Long> yearBefore,
            Deque<Long> trials) {
        Optional<PublicGrain> decided = ledger.findGrain(name, year);
        if (decided.isPresent()) {
            return decided;
        }
        if (year == Leaf.yearOf(start)) {
            return Optional.of(ledger.decide(name, year, PublicGrain.NONE));
        }
        return yearBefore.map(count -> {
            PublicGrain grain = trials.isEmpty() ? gate.finest(count) : gate.afterTrials(lastTwo(trials));
            return ledger.decide(name, year, grain.orCoarser(finest));
        });
    }

    private static long lastTwo(Deque<Long> trials) {
        return trials.stream()
                .skip(Math.max(0, trials.size() - 2))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** First day of the first quarter that is covered from its first day on. */
    private LocalDate startOfQuarter() {
        LocalDate quarter = start.minusMonths((start.getMonthValue() - 1) % QUARTER_MONTHS);
        return quarter.equals(start) ? start : quarter.plusMonths(QUARTER_MONTHS);
    }

    private PublicSeries.PublicLeaf leaf(
            DrawnCell cell,
            Leaf leaf,
            VintageSchedule schedule,
            boolean mayDraw,
            VintageLedger.DrawCheck check,
            Function<Leaf, ExactCell> exact) {
        // What was published stays, however much of the source was taken back since.
        Optional<VintageLedger.Standing> standing = mayDraw && !leaf.to().isAfter(end)
                ? ledger.standing(cell, schedule, asOf, () -> exact.apply(leaf), check)
                : ledger.standing(cell, schedule, asOf);
        return leaf(leaf, standing);
    }

    private static PublicSeries.PublicLeaf leaf(Leaf leaf, Optional<VintageLedger.Standing> standing) {
        if (standing.isEmpty()) {
            return notYet(leaf);
        }
        Optional<ProtectedCount> count = standing.get().count();
        return new PublicSeries.PublicLeaf(
                leaf,
                count.isPresent() ? PublicSeries.State.PUBLISHED : PublicSeries.State.HIDDEN,
                count,
                standing.get().ageWeeks());
    }

    private static PublicSeries.PublicLeaf notYet(Leaf leaf) {
        return new PublicSeries.PublicLeaf(leaf, PublicSeries.State.NOT_YET, Optional.empty(), 0);
    }

    /** A hidden leaf counts nothing for the gate: its series goes on coarser. */
    private static Optional<Long> value(PublicSeries.PublicLeaf leaf) {
        return leaf.state() == PublicSeries.State.NOT_YET
                ? Optional.empty()
                : Optional.of(leaf.count().map(ProtectedCount::value).orElse(0L));
    }

    /** What somebody outside expects of a leaf is its share of the year before, by days. */
    private VintageLedger.DrawCheck check(double usualADay, Leaf leaf) {
        return safety.of(usualADay * (leaf.to().toEpochDay() - leaf.from().toEpochDay() + 1));
    }
}
