package org.vigil.event;

import java.io.Serializable;
import java.util.List;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

/**
 * All that was found out about one series.
 *
 * @param key what it counts
 * @param level how much of its source
 * @param events effects of the events that concern it, in the order of time
 * @param placebos dates without an event, by window
 */
public record SeriesEffects(SeriesKey key, SeriesLevel level, List<EventEffect> events, List<Placebos> placebos)
        implements Serializable {
    public SeriesEffects {
        events = List.copyOf(events);
        placebos = List.copyOf(placebos);
    }
}
