package org.vigil.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigil.alarm.QuietWeeks;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.CalibratedStudy;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.Calibration;
import org.vigil.event.DetailedEffect;
import org.vigil.event.DetailedEffects;
import org.vigil.event.EffectFamilies;
import org.vigil.event.HolidayCalendar;
import org.vigil.event.JudgedEffect;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesEffects;
import org.vigil.series.StudiedSeries;
import org.vigil.spark.Workers;
import org.vigil.tabulate.SeriesAssembly;
import org.vigil.tabulate.SourceFacts;
import org.vigil.trend.SeriesTrend;

/**
 * What the models say of the series of a source: every series by itself, then all of them together for what only they can tell, then every series again with
 * that.
 *
 * @param alarms of the series that are judged by the week
 * @param quietWeeks of the same series: weeks without an event
 * @param trends of every series
 * @param studied effects before calibration, with the dates without an event
 * @param calibration what the models of events did on dates without one
 * @param effects every window of every event in every series
 * @param details courses of the whole area, and what supports or weakens an effect
 * @param latest the latest period of every series
 */
record SourceModels(
        List<SeriesAlarms> alarms,
        List<QuietWeeks> quietWeeks,
        List<SeriesTrend> trends,
        List<SeriesEffects> studied,
        Calibration calibration,
        List<JudgedEffect> effects,
        List<DetailedEffect> details,
        List<JudgedEffect> latest) {
    /**
     * Asks the models.
     *
     * @param completeTo last day up to which nearly all incidents of the source are recorded
     * @param events all events
     * @param breaks all breaks and measurement events
     * @param holidays those that models of days may know of
     * @param workers asked for only if there is any series
     */
    static SourceModels of(
            SourceFacts source,
            LocalDate completeTo,
            List<ReferenceEvent> events,
            List<SeriesBreak> breaks,
            HolidayCalendar holidays,
            Supplier<Workers> workers) {
        List<StudiedSeries> series = SeriesAssembly.of(source);
        if (series.isEmpty()) {
            return new SourceModels(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Calibration.of(List.of()),
                    List.of(),
                    List.of(),
                    List.of());
        }
        SeriesQuestions questions = SeriesQuestions.of(source, completeTo, events, breaks, holidays, series);
        List<SeriesAnswers> answers = workers.get().model(series, questions);
        List<SeriesEffects> found = answers.stream().map(SeriesAnswers::effects).toList();
        Calibration calibration = Calibration.of(found);
        List<SeriesEstimates> estimates = workers.get()
                .model(
                        found.stream().map(SeriesEffects::withoutPlacebos).toList(),
                        new CalibratedStudy(calibration)::of);
        return new SourceModels(
                answers.stream()
                        .map(SeriesAnswers::findAlarms)
                        .flatMap(Optional::stream)
                        .toList(),
                answers.stream()
                        .map(SeriesAnswers::findQuietWeeks)
                        .flatMap(Optional::stream)
                        .toList(),
                answers.stream()
                        .map(SeriesAnswers::findTrend)
                        .flatMap(Optional::stream)
                        .toList(),
                found,
                calibration,
                EffectFamilies.judge(estimates),
                DetailedEffects.of(estimates, source.geography()),
                EffectFamilies.judgeLatest(estimates));
    }
}
