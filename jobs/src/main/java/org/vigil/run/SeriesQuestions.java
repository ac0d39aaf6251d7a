package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.alarm.AlarmSettings;
import org.vigil.alarm.BreakPeriod;
import org.vigil.alarm.QuietWeeks;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.HolidayCalendar;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesStudy;
import org.vigil.series.StudiedSeries;
import org.vigil.spark.SeriesModel;
import org.vigil.tabulate.SourceFacts;
import org.vigil.trend.Comparability;
import org.vigil.trend.SeriesTrend;

/** All that is asked of a series by itself: it travels to where the series is. */
final class SeriesQuestions implements SeriesModel<StudiedSeries, SeriesAnswers> {
    private static final long serialVersionUID = 1;

    private final LocalDate completeTo;
    private final LocalDate provisionalFrom;
    /** Whether the absence of a record means that nothing was recorded; elsewhere who reports changes from year to year. */
    private final boolean isAbsenceZero;

    private final boolean hasAreaWeeks;
    private final ArrayList<BreakPeriod> breaks;
    private final AlarmSettings alarms;
    private final Comparability comparability;
    private final SeriesStudy study;

    private SeriesQuestions(SourceFacts source, LocalDate completeTo, List<SeriesBreak> concerning, SeriesStudy study) {
        this.completeTo = completeTo;
        this.provisionalFrom = source.coverage().provisionalFrom();
        this.isAbsenceZero = source.profile().isAbsenceZero();
        this.hasAreaWeeks = source.geography().publishesAreaWeeks();
        this.breaks = new ArrayList<>(BreakPeriod.of(concerning));
        this.alarms = AlarmSettings.STANDARD.withCompleteTo(completeTo);
        this.comparability = Comparability.of(concerning);
        this.study = study;
    }

    /**
     * What is asked of the series of a source.
     *
     * @param completeTo last day up to which nearly all of its incidents are recorded: events are studied up to it, no baseline reaches beyond
     * @param events all events
     * @param breaks all breaks and measurement events
     * @param holidays those that models of days may know of
     * @param all series of the source, which some are compared with
     */
    static SeriesQuestions of(
            SourceFacts source,
            LocalDate completeTo,
            List<ReferenceEvent> events,
            List<SeriesBreak> breaks,
            HolidayCalendar holidays,
            List<StudiedSeries> all) {
        List<String> concerned = new ArrayList<>(source.profile().breakScopes());
        concerned.add(source.profile().code());
        concerned.add(source.sourceCode());
        SeriesStudy study = SeriesStudy.of(events, breaks, source.geography().code(), concerned)
                .observing(holidays)
                .comparedWith(all.stream()
                        .filter(one -> one.level().isWholeArea())
                        .map(one -> one.until(completeTo))
                        .toList());
        return new SeriesQuestions(source, completeTo, source.breaksAmong(breaks), study);
    }

    @Override
    public SeriesAnswers of(StudiedSeries series) {
        boolean isJudged = isAbsenceZero
                && study.isByDay(series, completeTo)
                && (series.level().isWholeArea() || hasAreaWeeks);
        return new SeriesAnswers(
                isJudged
                        ? SeriesAlarms.of(series, breaks, series.level().isWholeArea() ? alarms.ofYear() : alarms)
                        : null,
                isJudged ? QuietWeeks.of(series, breaks, alarms, study.quietWeeks(series)) : null,
                isAbsenceZero ? SeriesTrend.of(series, comparability, provisionalFrom) : null,
                study.of(series.until(completeTo)));
    }
}
