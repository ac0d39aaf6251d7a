package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.event.CalibratedStudy.EstimatedEvent;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.Calibration;
import org.vigil.event.EffectFamilies;
import org.vigil.event.EffectStatus;
import org.vigil.event.Estimate;
import org.vigil.event.EventEffect;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.event.JudgedEffect;
import org.vigil.event.SeriesEffects;
import org.vigil.event.Verdict;
import org.vigil.event.Window;
import org.vigil.event.WindowEffect;
import org.vigil.incident.RecordClass;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.statistics.Prediction;
import org.vigil.tabulate.Places;
import org.vigil.tabulate.QBand;

/**
 * The {@code event_effects} table of a public release. What is usual comes from the models as a whole number; a window that follows others is drawn once a vintage and shown if at least ten were
 * recorded and at least ten are usual; one that begins with the event is the sum of those, or drawn as a whole where its parts are too small. Everything said of a window follows from its published count, which varies by one
 * change of the method for each draw more than the models say.
 *
 * <p>One community in one area has no windows: ten are hardly ever usual there.
 */
final class PublicEffects {
    private static final String LIST_SEPARATOR = ";";
    private static final String OK = "ok";
    private static final String NOT_SEPARABLE = "not_separable";
    private static final String NOT_MODELLED = "not_modelled";

    private final PublicSource source;
    private final SeriesProtection protection;
    private final Calibration calibration;
    private final double variance;
    private final TableRows rows;

    private PublicEffects(
            PublicSource source,
            SeriesProtection protection,
            Calibration calibration,
            double variance,
            TableRows rows) {
        this.source = source;
        this.protection = protection;
        this.calibration = calibration;
        this.variance = variance;
        this.rows = rows;
    }

    /** Draws what is due of a source, and adds its rows; {@code variance} is that of one change. */
    static void addTo(
            TableRows rows,
            PublicSource source,
            PublicEvents events,
            SeriesProtection protection,
            Calibration calibration,
            double variance) {
        new PublicEffects(source, protection, calibration, variance, rows).add(events);
    }

    private void add(PublicEvents events) {
        List<SeriesEstimates> estimates = new ArrayList<>();
        Map<SeriesKey, PublishedSeries> published = new LinkedHashMap<>();
        for (Places place : source.places()) {
            for (int community : source.communities()) {
                if (place.isCovered() && (place.isWhole() || source.isTotal(community))) {
                    PublishedSeries series = publish(place, community, events);
                    published.put(series.estimates().key(), series);
                    estimates.add(series.estimates());
                }
            }
        }
        EffectFamilies.judge(estimates).forEach(judged -> addRow(judged, published.get(judged.key())));
    }

    private PublishedSeries publish(Places place, int community, PublicEvents events) {
        SeriesName name = source.name(RecordClass.CRIME, place, community);
        SeriesKey key = events.key(place, community);
        ExactSeries exact = source.exact(RecordClass.CRIME, place, community);
        @Nullable SeriesEffects study = events.findStudy(key).orElse(null);
        List<ShownEvent> all = new ArrayList<>();
        for (EventEffect frame : events.frames()) {
            Optional<EventEffect> own = events.find(key, frame);
            EventEffect effect = own.orElse(frame);
            Map<Window, Shown> ofEvent = new LinkedHashMap<>();
            effect.windows().forEach(window -> ofEvent.put(window.window(), Shown.NOT_MODELLED));
            own.ifPresent(one -> ofEvent.putAll(windows(name, key, one, exact, study)));
            all.add(new ShownEvent(effect, ofEvent));
        }
        // One that was not due may have lost its days since to an event further on; a run made again would find it so.
        for (ShownEvent one : all) {
            if (one.windows().containsValue(Shown.NOT_YET)) {
                one.windows().putAll(windows(name, key, one.effect(), exact, study));
            }
        }
        Map<String, Map<Window, Shown>> shown = new LinkedHashMap<>();
        List<EstimatedEvent> estimated = new ArrayList<>();
        for (ShownEvent one : all) {
            shown.put(one.effect().eventId(), one.windows());
            estimated.add(estimated(one.effect(), one.windows()));
        }
        boolean isTotal = source.isTotal(community);
        return new PublishedSeries(
                shown, new SeriesEstimates(key, PublicTrends.level(place, isTotal), estimated, null));
    }

    private Shown drawn(
            SeriesName name,
            SeriesKey key,
            EventEffect effect,
            WindowEffect window,
            ExactSeries exact,
            @Nullable SeriesEffects study) {
        @Nullable Prediction prediction = window.prediction();
        long usual = usual(window);
        LocalDate from = effect.startOf(window.window());
        LocalDate to = effect.endOf(window.window());
        if (prediction == null || window.observed() < 0) {
            return Shown.NOT_MODELLED;
        }
        if (usual < SeriesProtection.PublicWindow.LEAST) {
            return Shown.NOT_MODELLED;
        }
        Optional<SeriesProtection.PublicWindow> found = protection.window(
                name,
                effect.eventId(),
                from,
                to,
                () -> window.window().grain() == Grain.MONTH
                        ? exact.ofMonths(YearMonth.from(from), YearMonth.from(to))
                        : exact.between(from, to));
        if (found.isEmpty()) {
            return Shown.NOT_YET;
        }
        if (found.get().isTaken()) {
            return Shown.NOT_SEPARABLE;
        }
        return found.get()
                .count()
                .map(count -> isOfWholeArea(name) && window.window().isOfFirstDays()
                        ? inDays(count, name, effect, window.window(), exact)
                        : count)
                .map(count -> shown(count, usual, prediction, key, effect, window, study))
                .orElse(Shown.HIDDEN);
    }

    /** Days are shown of the whole area only; elsewhere a window goes on as one draw. */
    private boolean isOfWholeArea(SeriesName name) {
        return name.areaCode().equals(source.places().get(0).area().code());
    }

    /** The window of the first days is the sum of these, where they are shown. */
    private ProtectedCount inDays(
            ProtectedCount whole, SeriesName name, EventEffect effect, Window window, ExactSeries exact) {
        List<ProtectedCount> days = protection.days(
                name, effect.eventId(), effect.startOf(window), effect.endOf(window), day -> exact.between(day, day));
        return days.isEmpty() ? whole : ProtectedCount.sum(days);
    }

    /**
     * Every window: those that are drawn lie one after the other and are all of the estimate, the others are sums of them or hidden. Where fewer than ten are usual in a part of the window
     * that reports speak of first, that window is drawn as a whole. As it was drawn first, so it goes on.
     */
    private Map<Window, Shown> windows(
            SeriesName name, SeriesKey key, EventEffect effect, ExactSeries exact, @Nullable SeriesEffects study) {
        WindowEffect headline = effect.windows().stream()
                .filter(window -> window.window().isHeadline())
                .findFirst()
                .orElseThrow();
        List<WindowEffect> parts = effect.windows().stream()
                .filter(window -> window.window().kind() == Window.Kind.DISJOINT
                        && window.window().last() <= headline.window().last())
                .toList();
        boolean isWhole = isDrawn(name, effect, headline)
                || (parts.stream().noneMatch(part -> isDrawn(name, effect, part))
                        && parts.stream().anyMatch(part -> usual(part) < SeriesProtection.PublicWindow.LEAST));
        Map<Window, Shown> pieces = new LinkedHashMap<>();
        for (WindowEffect window : effect.windows()) {
            boolean isLater = window.window().first() > headline.window().last();
            boolean isPiece = isWhole
                    ? isLater || window.equals(headline)
                    : window.window().kind() == Window.Kind.DISJOINT;
            if (isPiece) {
                pieces.put(window.window(), drawn(name, key, effect, window, exact, study));
            }
        }
        Map<Window, Shown> windows = new LinkedHashMap<>(pieces);
        boolean isNothingModelled = pieces.values().stream().allMatch(Shown.NOT_MODELLED::equals);
        for (WindowEffect window : effect.windows()) {
            windows.putIfAbsent(
                    window.window(), isNothingModelled ? Shown.NOT_MODELLED : sum(window, pieces, key, effect, study));
        }
        return windows;
    }

    private boolean isDrawn(SeriesName name, EventEffect effect, WindowEffect window) {
        return protection.isDrawn(
                name, effect.eventId(), effect.startOf(window.window()), effect.endOf(window.window()));
    }

    private static long usual(WindowEffect window) {
        @Nullable Prediction prediction = window.prediction();
        return prediction == null ? 0 : Math.round(prediction.expected());
    }

    /** A window as the sum of the drawn ones that make it up, if they do and are all shown. */
    private Shown sum(
            WindowEffect window,
            Map<Window, Shown> pieces,
            SeriesKey key,
            EventEffect effect,
            @Nullable SeriesEffects study) {
        List<Shown> parts = new ArrayList<>();
        int units = 0;
        for (Map.Entry<Window, Shown> piece : pieces.entrySet()) {
            if (piece.getKey().first() >= window.window().first()
                    && piece.getKey().last() <= window.window().last()) {
                parts.add(piece.getValue());
                units += piece.getKey().length();
            }
        }
        @Nullable Prediction prediction = window.prediction();
        if (prediction == null) {
            return Shown.NOT_MODELLED;
        }
        if (units != window.window().length()) {
            return Shown.HIDDEN;
        }
        Optional<Shown> missing =
                parts.stream().filter(part -> part.count().isEmpty()).findFirst();
        return missing.orElseGet(() -> shown(
                ProtectedCount.sum(
                        parts.stream().map(part -> part.count().orElseThrow()).toList()),
                parts.stream().mapToLong(Shown::usual).sum(),
                prediction,
                key,
                effect,
                window,
                study));
    }

    private Shown shown(
            ProtectedCount count,
            long usual,
            Prediction prediction,
            SeriesKey key,
            EventEffect effect,
            WindowEffect window,
            @Nullable SeriesEffects study) {
        double factor = study == null ? 1 : calibration.factor(key, study.level(), window.window(), effect);
        double ofChanges = variance * count.draws();
        Estimate estimate = Estimate.of(
                        count.value(), prediction.widenedBy(factor).about((double) usual, ofChanges), 1)
                .stating(factor);
        double p = prediction.about((double) usual, ofChanges).distribution().upperMidP(count.value());
        double placeboP = study == null
                ? Double.NaN
                : study.placebos().stream()
                        .filter(placebos -> placebos.window().equals(window.window()))
                        .findFirst()
                        .map(placebos ->
                                placebos.empiricalP(p, effect.startOf(window.window()), effect.endOf(window.window())))
                        .orElse(Double.NaN);
        return new Shown(CellStatus.PROVISIONAL, Optional.of(count), usual, Optional.of(estimate), placeboP, OK);
    }

    private static EstimatedEvent estimated(EventEffect effect, Map<Window, Shown> windows) {
        List<@Nullable Estimate> estimates = new ArrayList<>();
        List<WindowEffect> seen = new ArrayList<>();
        windows.forEach((window, shown) -> {
            estimates.add(shown.estimate().orElse(null));
            seen.add(new WindowEffect(
                    window,
                    shown.estimate().isPresent() ? EffectStatus.OK : EffectStatus.PARTIAL,
                    shown.count().map(ProtectedCount::value).orElse(-1L),
                    null,
                    shown.placeboP(),
                    0));
        });
        EventEffect open = new EventEffect(
                effect.eventId(),
                effect.isTested(),
                effect.grain(),
                effect.inseparable(),
                effect.from(),
                effect.exposure(),
                effect.unitStarts(),
                effect.baseline(),
                seen,
                effect.blocks(),
                null);
        return new EstimatedEvent(open, estimates, new Duration(0, false), null);
    }

    /**
     * A window as it is published.
     *
     * @param reason why it is not
     * @param count its count
     * @param usual incidents usual
     * @param estimate what is said of it
     * @param placeboP share of dates without an event that looked as high; {@code NaN} if unknown
     * @param model what stands as the status of the model
     */
    private record Shown(
            CellStatus reason,
            Optional<ProtectedCount> count,
            long usual,
            Optional<Estimate> estimate,
            double placeboP,
            String model) {
        static final Shown HIDDEN = hidden(CellStatus.CONFIDENTIAL, OK);
        static final Shown NOT_SEPARABLE = hidden(CellStatus.CONFIDENTIAL, PublicEffects.NOT_SEPARABLE);
        static final Shown NOT_YET = hidden(CellStatus.NOT_AVAILABLE, OK);
        /** No model, too few for one, or too few to be shown: that these cannot be told apart protects the first incident. */
        static final Shown NOT_MODELLED = hidden(CellStatus.CONFIDENTIAL, PublicEffects.NOT_MODELLED);

        private static Shown hidden(CellStatus reason, String model) {
            return new Shown(reason, Optional.empty(), 0, Optional.empty(), Double.NaN, model);
        }
    }

    private record ShownEvent(EventEffect effect, Map<Window, Shown> windows) {}

    private record PublishedSeries(Map<String, Map<Window, Shown>> shown, SeriesEstimates estimates) {}

    private void addRow(JudgedEffect judged, @Nullable PublishedSeries series) {
        EventEffect effect = judged.effect();
        Window window = judged.window().window();
        Shown shown = Optional.ofNullable(series)
                .map(of -> of.shown().get(effect.eventId()))
                .map(of -> of.get(window))
                .orElse(Shown.NOT_MODELLED);
        text(EventEffectsTable.SOURCE_CODE, judged.key().sourceCode());
        text(EventEffectsTable.DATE_BASIS, judged.key().dateBasis());
        text(EventEffectsTable.RECORD_CLASS, judged.key().recordClass());
        text(EventEffectsTable.EVENT_ID, effect.eventId());
        text(EventEffectsTable.AREA_CODE, judged.key().areaCode());
        text(EventEffectsTable.COMMUNITY_CODE, judged.key().communityCode());
        text(EventEffectsTable.WINDOW_KIND, window.kind().code());
        text(EventEffectsTable.GRAIN, window.grain().code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(window.first());
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(window.last());
        rows.column(EventEffectsTable.WINDOW_START_DATE).addDate(effect.startOf(window));
        rows.column(EventEffectsTable.WINDOW_END_DATE).addDate(effect.endOf(window));
        rows.column(EventEffectsTable.IS_HEADLINE).addBoolean(window.isHeadline());
        rows.column(EventEffectsTable.IS_TESTED).addBoolean(effect.isTested());
        text(EventEffectsTable.INSEPARABLE_EVENTS, String.join(LIST_SEPARATOR, effect.inseparable()));
        rows.column(EventEffectsTable.FIRST_UNIT_EXPOSURE).addDecimal(effect.exposure());
        text(EventEffectsTable.MODEL_STATUS, shown.model());
        addEstimate(judged, shown);
        Set<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        if (shown.count().isEmpty()) {
            status.add(shown.reason());
        } else if (!shown.count().get().isFinal()) {
            status.add(CellStatus.PROVISIONAL);
        }
        text(EventEffectsTable.STATUS, CellStatus.text(status));
    }

    private void addEstimate(JudgedEffect judged, Shown shown) {
        Optional<Estimate> estimate = shown.estimate();
        number(EventEffectsTable.OBSERVED_COUNT, shown.count().map(ProtectedCount::value));
        decimal(EventEffectsTable.EXPECTED, estimate.map(Estimate::expected));
        number(
                EventEffectsTable.EXPECTED_LOWER95,
                estimate.map(one -> one.range().lower()));
        number(
                EventEffectsTable.EXPECTED_UPPER95,
                estimate.map(one -> one.range().upper()));
        decimal(EventEffectsTable.EXCESS, estimate.map(Estimate::excess));
        number(
                EventEffectsTable.EXCESS_LOWER95,
                estimate.map(one -> one.observed() - one.range().upper()));
        number(
                EventEffectsTable.EXCESS_UPPER95,
                estimate.map(one -> one.observed() - one.range().lower()));
        Optional<Estimate> compared = estimate.filter(one -> !judged.isMostlyBefore());
        decimal(EventEffectsTable.RATIO, compared.map(Estimate::ratio));
        decimal(EventEffectsTable.RATIO_LOWER95, compared.map(Estimate::ratioLower));
        decimal(EventEffectsTable.RATIO_UPPER95, compared.map(Estimate::ratioUpper));
        text(
                EventEffectsTable.P_BAND,
                estimate.map(Estimate::twoSidedP)
                        .flatMap(QBand::find)
                        .map(QBand::code)
                        .orElse(""));
        Optional<Double> placeboP = Optional.of(shown.placeboP()).filter(p -> !Double.isNaN(p));
        decimal(EventEffectsTable.PLACEBO_P, placeboP.map(p -> Math.round(p * 100) / 100.0));
        rows.column(EventEffectsTable.PLACEBO_COUNT).addEmpty();
        text(EventEffectsTable.PLACEBO_STATUS, placeboP.isPresent() ? "" : CellStatus.NOT_AVAILABLE.shorthand());
        text(
                EventEffectsTable.Q_BAND,
                judged.test()
                        .map(JudgedEffect.FamilyTest::q)
                        .flatMap(QBand::find)
                        .map(QBand::code)
                        .orElse(""));
        number(EventEffectsTable.FAMILY_SIZE, judged.test().map(test -> (long) test.size()));
        text(
                EventEffectsTable.Q_VALUE_STATUS,
                judged.isMargin()
                        ? CellStatus.NOT_APPLICABLE.shorthand()
                        : judged.test().isEmpty() ? CellStatus.NOT_AVAILABLE.shorthand() : "");
        text(EventEffectsTable.VERDICT, judged.verdict().map(Verdict::code).orElse(""));
    }

    private void text(Column column, String text) {
        rows.column(column).addText(text);
    }

    private void number(Column column, Optional<Long> value) {
        if (value.isPresent()) {
            rows.column(column).addInteger(value.get());
        } else {
            rows.column(column).addEmpty();
        }
    }

    private void decimal(Column column, Optional<Double> value) {
        if (value.isPresent() && Double.isFinite(value.get())) {
            rows.column(column).addDecimal(value.get());
        } else {
            rows.column(column).addEmpty();
        }
    }
}
