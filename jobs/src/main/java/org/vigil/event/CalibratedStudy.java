package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

/** The second pass over the series of a run: effects with intervals, widened by what dates without an event showed over all series. */
public final class CalibratedStudy implements Serializable {
    private static final long serialVersionUID = 1;

    private final Calibration calibration;

    public CalibratedStudy(Calibration calibration) {
        this.calibration = calibration;
    }

    /** Estimates of one series; the same answer wherever and whenever it is asked. */
    public SeriesEstimates of(SeriesEffects series) {
        EventEffect latest = series.latest();
        return new SeriesEstimates(
                series.key(),
                series.level(),
                series.events().stream().map(event -> estimated(series, event)).toList(),
                latest == null ? null : estimated(series, latest));
    }

    private EstimatedEvent estimated(SeriesEffects series, EventEffect event) {
        List<@Nullable Estimate> estimates = new ArrayList<>();
        for (WindowEffect window : event.windows()) {
            double factor = calibration.factor(series.key(), series.level(), window.window());
            estimates.add(
                    window.prediction() == null ? null : Estimate.of(window.observed(), window.prediction(), factor));
        }
        double ofBlocks = calibration.factor(
                series.key(), series.level(), event.windows().get(0).window());
        return new EstimatedEvent(event, estimates, event.blocks().duration(ofBlocks));
    }

    /**
     * Effects of one series.
     *
     * @param key what it counts
     * @param level how much of its source
     * @param events in the order of time
     * @param latest the latest period that is over; null where none is covered
     */
    public record SeriesEstimates(
            SeriesKey key,
            SeriesLevel level,
            List<EstimatedEvent> events,
            @Nullable EstimatedEvent latest) implements Serializable {
        public SeriesEstimates {
            events = List.copyOf(events);
        }
    }

    /**
     * Effects of one event.
     *
     * @param effect what was recorded and how it was studied
     * @param estimates one of each window of the effect, null where there is none
     * @param duration how long counts stayed above usual
     */
    public record EstimatedEvent(EventEffect effect, List<@Nullable Estimate> estimates, Duration duration)
            implements Serializable {}
}
