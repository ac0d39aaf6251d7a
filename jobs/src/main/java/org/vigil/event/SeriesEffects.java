package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

/**
 * All that was found out about one series.
 *
 * @param key what it counts
 * @param level how much of its source
 * @param events effects of the events that concern it, in the order of time
 * @param latest the latest period that is over, studied as if an event had happened on its first day; null where none is covered
 * @param placebos dates without an event, by window
 */
public record SeriesEffects(
        SeriesKey key,
        SeriesLevel level,
        List<EventEffect> events,
        @Nullable EventEffect latest,
        List<Placebos> placebos)
        implements Serializable {
    public SeriesEffects {
        events = List.copyOf(events);
        placebos = List.copyOf(placebos);
    }

    /** The events and the latest period. */
    List<EventEffect> studied() {
        List<EventEffect> studied = new ArrayList<>(events);
        if (latest != null) {
            studied.add(latest);
        }
        return studied;
    }

    /** The same without the dates, which only calibration asks for. */
    public SeriesEffects withoutPlacebos() {
        return new SeriesEffects(key, level, events, latest, List.of());
    }
}
