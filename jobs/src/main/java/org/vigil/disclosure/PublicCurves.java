package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.event.Calibration;
import org.vigil.event.CurveSpan;
import org.vigil.event.EventDetail;
import org.vigil.event.EventEffect;
import org.vigil.event.SeriesEffects;
import org.vigil.event.Window;
import org.vigil.incident.RecordClass;
import org.vigil.release.CellStatus;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.statistics.CountRange;
import org.vigil.statistics.Prediction;
import org.vigil.tabulate.Places;

/**
 * The {@code event_curves} table of a public release: the published ISO weeks around each event, or months where the source knows no days, and the days of the first week where these are
 * shown. What is usual comes from the models as a whole number; the band holds a count that varies about it by one change of the method for each draw more than the models say.
 */
final class PublicCurves {
    private final PublicSource source;
    private final PublicEvents events;
    private final PublicCounts counts;
    private final SeriesProtection protection;
    private final Calibration calibration;
    private final double variance;
    private final TableRows rows;

    /** @param variance that of one change */
    PublicCurves(
            PublicSource source,
            PublicEvents events,
            PublicCounts counts,
            SeriesProtection protection,
            Calibration calibration,
            double variance,
            TableRows rows) {
        this.source = source;
        this.events = events;
        this.counts = counts;
        this.protection = protection;
        this.calibration = calibration;
        this.variance = variance;
        this.rows = rows;
    }

    /** Adds a row for every unit around every event of every community in the whole area, hidden or not. Days are drawn where that is due. */
    void add() {
        Places whole = source.places().get(0);
        for (int community : source.communities()) {
            SeriesName name = source.name(RecordClass.CRIME, whole, community);
            SeriesKey key = events.key(whole, community);
            for (EventEffect frame : events.frames()) {
                Optional<EventEffect> own = events.find(key, frame);
                Curve curve = new Curve(name, key, own.orElse(frame), own.map(EventEffect::detail));
                if (frame.grain() == Grain.DAY) {
                    addDays(curve, source.exact(RecordClass.CRIME, whole, community));
                    addWeeks(curve);
                } else {
                    addMonths(curve);
                }
            }
        }
    }

    /** One community around one event; {@code detail} is there if it was studied. */
    private record Curve(SeriesName name, SeriesKey key, EventEffect effect, Optional<EventDetail> detail) {
        Optional<Prediction> prediction(Grain grain, LocalDate start) {
            return detail.stream()
                    .flatMap(of -> (grain == Grain.WEEK ? of.calendarWeeks() : of.curve()).stream())
                    .filter(unit -> unit.grain() == grain && unit.start().equals(start))
                    .findFirst()
                    .flatMap(unit -> Optional.ofNullable(unit.prediction()));
        }
    }

    private void addDays(Curve curve, ExactSeries exact) {
        EventEffect effect = curve.effect();
        Window week = effect.windows().stream()
                .map(one -> one.window())
                .filter(Window::isOfFirstDays)
                .findFirst()
                .orElseThrow();
        LocalDate from = effect.startOf(week);
        List<ProtectedCount> days = protection.days(
                curve.name(), effect.eventId(), from, effect.endOf(week), day -> exact.between(day, day));
        for (int offset = week.first(); offset <= week.last(); offset++) {
            addRow(
                    curve,
                    EventCurvesTable.DAY,
                    Grain.DAY,
                    offset,
                    from.plusDays(offset),
                    Optional.of(days.isEmpty() ? PublicSeries.PublicPeriod.HIDDEN : published(days.get(offset))));
        }
    }

    private static PublicSeries.PublicPeriod published(ProtectedCount count) {
        return new PublicSeries.PublicPeriod(PublicSeries.State.PUBLISHED, Optional.of(count), true);
    }

    private void addWeeks(Curve curve) {
        LocalDate monday = Grain.WEEK.startOf(curve.effect().from());
        for (int offset = CurveSpan.WEEKS.first(); offset <= CurveSpan.WEEKS.last(); offset++) {
            LocalDate start = monday.plusWeeks(offset);
            addRow(
                    curve,
                    EventCurvesTable.ISO_WEEK,
                    Grain.WEEK,
                    offset,
                    start,
                    counts.find(curve.name()).map(series -> series.week(start)));
        }
    }

    private void addMonths(Curve curve) {
        YearMonth zero = YearMonth.from(curve.effect().from());
        for (int offset = CurveSpan.MONTHS.first(); offset <= CurveSpan.MONTHS.last(); offset++) {
            YearMonth month = zero.plusMonths(offset);
            addRow(
                    curve,
                    EventCurvesTable.MONTH,
                    Grain.MONTH,
                    offset,
                    month.atDay(1),
                    counts.find(curve.name()).map(series -> series.months(month, month)));
        }
    }

    private void addRow(
            Curve curve,
            String code,
            Grain grain,
            int offset,
            LocalDate start,
            Optional<PublicSeries.PublicPeriod> found) {
        Optional<PublicSeries.PublicPeriod> period = found.filter(PublicSeries.PublicPeriod::isWhole);
        Optional<ProtectedCount> count = period.flatMap(PublicSeries.PublicPeriod::count);
        Optional<Prediction> usual = count.flatMap(of -> usual(curve, grain, start, of));
        rows.column(EventEffectsTable.SOURCE_CODE).addText(curve.key().sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(curve.key().dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(curve.key().recordClass());
        rows.column(EventEffectsTable.EVENT_ID).addText(curve.effect().eventId());
        rows.column(EventEffectsTable.AREA_CODE).addText(curve.key().areaCode());
        rows.column(EventEffectsTable.COMMUNITY_CODE).addText(curve.key().communityCode());
        rows.column(EventCurvesTable.GRAIN).addText(code);
        rows.column(EventCurvesTable.UNIT_OFFSET).addInteger(offset);
        rows.column(EventCurvesTable.UNIT_START_DATE).addDate(start);
        PublicCountsTable.addCount(rows.column(EventCurvesTable.OBSERVED_COUNT), count);
        if (usual.isPresent()) {
            CountRange range = usual.get().range();
            rows.column(EventCurvesTable.EXPECTED).addDecimal(usual.get().expected());
            rows.column(EventCurvesTable.EXPECTED_LOWER95).addInteger(range.lower());
            rows.column(EventCurvesTable.EXPECTED_UPPER95).addInteger(range.upper());
        } else {
            rows.column(EventCurvesTable.EXPECTED).addEmpty();
            rows.column(EventCurvesTable.EXPECTED_LOWER95).addEmpty();
            rows.column(EventCurvesTable.EXPECTED_UPPER95).addEmpty();
        }
        rows.column(EventCurvesTable.STATUS).addText(CellStatus.text(statuses(period, usual.isPresent())));
    }

    private static Set<CellStatus> statuses(Optional<PublicSeries.PublicPeriod> period, boolean hasUsual) {
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        statuses.addAll(PublicCountsTable.statuses(period));
        if (!hasUsual && !statuses.contains(CellStatus.CONFIDENTIAL)) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        }
        return statuses;
    }

    /** What would be usual of a published count; nothing where that is less than one. */
    private Optional<Prediction> usual(Curve curve, Grain grain, LocalDate start, ProtectedCount count) {
        return curve.prediction(grain, start)
                .filter(prediction -> Math.round(prediction.expected()) >= 1)
                .map(prediction -> prediction
                        .widenedBy(factor(curve))
                        .about((double) Math.round(prediction.expected()), variance * count.draws()));
    }

    /** As in the curves inside: that of the first window, the shortest that is calibrated. */
    private double factor(Curve curve) {
        @Nullable SeriesEffects study = events.findStudy(curve.key()).orElse(null);
        EventEffect effect = curve.effect();
        return study == null
                ? 1
                : calibration.factor(
                        curve.key(), study.level(), effect.windows().get(0).window(), effect);
    }
}
