package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.alarm.QuietWeeks;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.Calibration;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesEffects;
import org.vigil.nowcast.Completeness;
import org.vigil.nowcast.NowcastModel;
import org.vigil.tabulate.SourceFacts;

/**
 * A source and what the models say of it.
 *
 * @param facts the source, with keyed counts where the policy asks for them
 * @param completeness how late its incidents are recorded
 * @param delays the model of that, where they are known
 * @param breaks breaks and measurement events that concern it
 * @param alarms the newest weeks of its series
 * @param completeTo last day up to which nearly all incidents are recorded
 * @param effects what was recorded after events, of every series, with the dates without one
 * @param calibration what the models of events did on dates without one
 * @param quietWeeks what alarms did in weeks without an event
 */
public record SourceAnswers(
        SourceFacts facts,
        Completeness completeness,
        Optional<NowcastModel> delays,
        List<SeriesBreak> breaks,
        List<SeriesAlarms> alarms,
        LocalDate completeTo,
        List<SeriesEffects> effects,
        Calibration calibration,
        List<QuietWeeks> quietWeeks) {
    public SourceAnswers {
        breaks = List.copyOf(breaks);
        alarms = List.copyOf(alarms);
        effects = List.copyOf(effects);
        quietWeeks = List.copyOf(quietWeeks);
    }
}
