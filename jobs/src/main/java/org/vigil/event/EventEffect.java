package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.series.Grain;

/**
 * What became of a series after an event, before calibration.
 *
 * @param eventId the event
 * @param isTested whether the catalogue lists the community of the series for it
 * @param grain units of the study
 * @param inseparable identifiers of all events of the estimate, this one among them, if there are several; otherwise empty
 * @param from first day of the estimate
 * @param exposure share of the days of the first unit from that day on
 * @param unitStarts first day of the unit of the event and of each unit after it, one more than the longest window has
 * @param baseline the baseline
 * @param windows one of each window of the grain
 * @param blocks counts and expectations of blocks from the event on, until two in a row are not above usual or none is left
 * @param detail its course and what supports or weakens it; null where that is not studied, as in boroughs
 */
public record EventEffect(
        String eventId,
        boolean isTested,
        Grain grain,
        List<String> inseparable,
        LocalDate from,
        double exposure,
        List<LocalDate> unitStarts,
        BaselineFacts baseline,
        List<WindowEffect> windows,
        FollowedBlocks blocks,
        @Nullable EventDetail detail)
        implements Serializable {
    public EventEffect {
        inseparable = List.copyOf(inseparable);
        unitStarts = List.copyOf(unitStarts);
        windows = List.copyOf(windows);
    }

    /** The day after the units in which a response is looked for. */
    LocalDate afterResponse() {
        return unitStarts.get(StudyRule.of(grain).response());
    }

    /** The same effect with its course and what supports or weakens it. */
    EventEffect with(EventDetail studied) {
        return new EventEffect(
                eventId, isTested, grain, inseparable, from, exposure, unitStarts, baseline, windows, blocks, studied);
    }

    /** The window that reports speak of first. */
    WindowEffect headline() {
        return windows.stream()
                .filter(one -> one.window().isHeadline())
                .findFirst()
                .orElseThrow();
    }

    /** First day of a window. */
    public LocalDate startOf(Window window) {
        return unitStarts.get(window.first());
    }

    /** Last day of a window. */
    public LocalDate endOf(Window window) {
        return unitStarts.get(window.last() + 1).minusDays(1);
    }

    /**
     * What a baseline is made of.
     *
     * @param start first day; the event's own where there is no baseline
     * @param units units in it, 0 where there is none
     * @param leftOut units left out because they were raised after earlier events
     * @param isWeak whether estimates are of low reliability
     */
    public record BaselineFacts(LocalDate start, int units, int leftOut, boolean isWeak) implements Serializable {}
}
