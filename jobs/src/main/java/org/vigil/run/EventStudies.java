package org.vigil.run;

import java.util.ArrayList;
import java.util.List;
import org.vigil.event.CalibratedStudy;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.Calibration;
import org.vigil.event.DetailedEffect;
import org.vigil.event.DetailedEffects;
import org.vigil.event.EffectFamilies;
import org.vigil.event.JudgedEffect;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesEffects;
import org.vigil.event.SeriesStudy;
import org.vigil.series.StudiedSeries;
import org.vigil.tabulate.SeriesAssembly;
import org.vigil.tabulate.SourceFacts;

/**
 * What was recorded in the series of a source after each reference event: every series by itself, then all of them together for what only they can tell,
 * then every series again with that.
 *
 * @param calibration what the models did on dates without an event
 * @param effects every window of every event in every series
 * @param details course and checks of every event in every series of the whole area
 */
record EventStudies(Calibration calibration, List<JudgedEffect> effects, List<DetailedEffect> details) {
    static EventStudies of(SourceFacts source, List<ReferenceEvent> events, List<SeriesBreak> breaks) {
        List<String> concerned = new ArrayList<>(source.profile().breakScopes());
        concerned.add(source.profile().code());
        concerned.add(source.sourceCode());
        List<StudiedSeries> series = SeriesAssembly.of(source);
        SeriesStudy study = SeriesStudy.of(events, breaks, source.geography().code(), concerned)
                .comparedWith(series);
        List<SeriesEffects> found = series.parallelStream().map(study::of).toList();
        Calibration calibration = Calibration.of(found);
        CalibratedStudy calibrated = new CalibratedStudy(calibration);
        List<SeriesEstimates> estimates =
                found.parallelStream().map(calibrated::of).toList();
        return new EventStudies(
                calibration, EffectFamilies.judge(estimates), DetailedEffects.of(estimates, source.geography()));
    }
}
