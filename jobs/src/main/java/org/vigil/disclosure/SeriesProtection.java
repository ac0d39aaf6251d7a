package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final VintageLedger ledger;
    private final DrawSafety safety;
    private final LocalDate asOf;
    private final LocalDate start;
    private final LocalDate end;
    /** Whether a release of this day draws a cell of one community in one area. */
    private boolean isAreaAndCommunityDrawn;

    /** What a series is. */
    enum Kind {
        /** All incidents of a community in an area. */
        COUNT,
        /** Those with a further characteristic: never drawn in a release that draws a community in an area, so that the two are never differenced. */
        CHARACTERISTIC
    }

    /**
     * @param ledger what was published before; what is drawn is added to it
     * @param safety what somebody outside could conclude
     * @param asOf the day whose state of knowledge is published
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
        LocalDate next = start;
        for (int year = Leaf.yearOf(start); year <= Leaf.yearOf(end); year++) {
            Optional<PublicGrain> grain = grain(name, gate, finest, year, yearBefore);
            if (grain.isEmpty()) {
                break;
            }
            boolean isGateOnly = grain.get() == PublicGrain.NONE;
            VintageSchedule schedule =
                    kind == Kind.COUNT ? VintageSchedule.of(grain.get()) : VintageSchedule.CHARACTERISTICS;
            boolean mayDraw = kind == Kind.COUNT || !isAreaAndCommunityDrawn;
            List<Leaf> ofYear = Leaf.ofYear(
                    year, grain.get(), ledger.findFirstDay(name, year).orElse(next));
            Optional<Long> sum = Optional.of(0L);
            for (Leaf leaf : ofYear) {
                PublicSeries.PublicLeaf published =
                        leaf(name, leaf, schedule, mayDraw, expected(yearBefore, leaf), exact);
                isAreaAndCommunityDrawn |= gate == GrainGate.AREA_AND_COMMUNITY
                        && ledger.isDrawnOn(new DrawnCell(name, leaf.from(), leaf.to()), asOf);
                leaves.add(
                        isGateOnly
                                ? new PublicSeries.PublicLeaf(leaf, PublicSeries.State.HIDDEN, Optional.empty(), 0)
                                : published);
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
        return to.isAfter(end)
                ? Optional.empty()
                : ledger.standing(cell, VintageSchedule.WINDOWS, asOf, exact, vintages -> true)
                        .map(standing -> new PublicWindow(
                                false, standing.count().filter(count -> count.value() >= PublicWindow.LEAST)));
    }

    /** Whether a window was drawn as one cell, so that it goes on as one. */
    boolean isDrawn(SeriesName series, String eventId, LocalDate from, LocalDate to) {
        return ledger.isDrawn(window(series, eventId, from, to));
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

        static final PublicWindow NOT_SEPARABLE = new PublicWindow(true, Optional.empty());
    }

    private Optional<PublicGrain> grain(
            SeriesName name, GrainGate gate, PublicGrain finest, int year, Optional<Long> yearBefore) {
        Optional<PublicGrain> decided = ledger.findGrain(name, year);
        if (decided.isPresent()) {
            return decided;
        }
        if (year == Leaf.yearOf(start)) {
            return Optional.of(ledger.decide(name, year, gate.withoutHistory()));
        }
        return yearBefore.map(
                count -> ledger.decide(name, year, gate.finest(count).orCoarser(finest)));
    }

    private PublicSeries.PublicLeaf leaf(
            SeriesName name,
            Leaf leaf,
            VintageSchedule schedule,
            boolean mayDraw,
            double expected,
            Function<Leaf, ExactCell> exact) {
        if (leaf.to().isAfter(end)) {
            return notYet(leaf);
        }
        DrawnCell cell = new DrawnCell(name, leaf.from(), leaf.to());
        Optional<VintageLedger.Standing> standing = mayDraw
                ? ledger.standing(cell, schedule, asOf, () -> exact.apply(leaf), safety.of(schedule, expected))
                : ledger.standing(cell, schedule, asOf);
        if (standing.isEmpty()) {
            return notYet(leaf);
        }
        Optional<ProtectedCount> count = standing.get().count();
        return new PublicSeries.PublicLeaf(
                leaf,
                count.isPresent() ? PublicSeries.State.PUBLISHED : PublicSeries.State.HIDDEN,
                count,
                schedule.weeks(standing.get().vintage()));
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

    /** What somebody outside expects of a leaf: its share of the year before by days; the year's gate alone where nothing is known. */
    private double expected(Optional<Long> yearBefore, Leaf leaf) {
        double days = leaf.to().toEpochDay() - leaf.from().toEpochDay() + 1;
        return yearBefore.map(count -> Math.max(count, 1) * days / 365.25).orElse(Double.NaN);
    }
}
