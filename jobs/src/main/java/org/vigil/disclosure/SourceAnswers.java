package org.vigil.disclosure;

import java.util.List;
import org.vigil.alarm.QuietWeeks;
import org.vigil.event.Calibration;
import org.vigil.event.SeriesBreak;
import org.vigil.nowcast.Completeness;
import org.vigil.tabulate.SourceFacts;

/**
 * A source and what the models say of it.
 *
 * @param facts the source, with keyed counts where the policy asks for them
 * @param completeness how late its incidents are recorded
 * @param breaks breaks and measurement events that concern it
 * @param calibration what the models of events did on dates without one
 * @param quietWeeks what alarms did in weeks without an event
 */
public record SourceAnswers(
        SourceFacts facts,
        Completeness completeness,
        List<SeriesBreak> breaks,
        Calibration calibration,
        List<QuietWeeks> quietWeeks) {
    public SourceAnswers {
        breaks = List.copyOf(breaks);
        quietWeeks = List.copyOf(quietWeeks);
    }
}
