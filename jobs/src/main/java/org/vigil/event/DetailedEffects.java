package org.vigil.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.event.CalibratedStudy.EstimatedEvent;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.statistics.Prediction;
import org.vigil.statistics.RandomEffects;

/** What only all series of a source together can say of the effects on the whole area: whether the comparison reacted, and how areas differ. */
public final class DetailedEffects {
    /** Areas in which less is usual say too little of a ratio. */
    static final int LEAST_EXPECTED = 5;

    /** Fewer areas are not pooled. */
    static final int LEAST_AREAS = 3;

    /** By what is studied and the event: estimates of the whole area by community, and of areas in the order of series. */
    private final Map<Study, Map<String, EstimatedEvent>> wholes = new HashMap<>();

    private final Map<Study, Map<String, List<EstimatedEvent>>> areas = new HashMap<>();

    private final Geography geography;

    private DetailedEffects(Geography geography) {
        this.geography = geography;
    }

    /**
     * The details of all effects that have them, in the order of series and events.
     *
     * @param all series of one source
     * @param geography its areas: those that are parts of the whole are pooled, not the smaller ones within them
     */
    public static List<DetailedEffect> of(List<SeriesEstimates> all, Geography geography) {
        DetailedEffects effects = new DetailedEffects(geography);
        all.forEach(effects::add);
        List<DetailedEffect> detailed = new ArrayList<>();
        for (SeriesEstimates series : all) {
            for (EstimatedEvent event : series.events()) {
                @Nullable EstimatedDetail detail = event.detail();
                if (detail != null) {
                    detailed.add(effects.detailed(series.key(), event, detail));
                }
            }
        }
        return detailed;
    }

    private void add(SeriesEstimates series) {
        for (EstimatedEvent event : series.events()) {
            Study study = Study.of(series.key(), event);
            String community = series.key().communityCode();
            if (series.level().isWholeArea()) {
                wholes.computeIfAbsent(study, absent -> new HashMap<>()).put(community, event);
            } else if (isPartOfWhole(series.key().areaCode())) {
                areas.computeIfAbsent(study, absent -> new HashMap<>())
                        .computeIfAbsent(community, absent -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    private boolean isPartOfWhole(String areaCode) {
        return geography
                .find(areaCode)
                .flatMap(Area::partOf)
                .filter(geography.wholeAreaCode()::equals)
                .isPresent();
    }

    private DetailedEffect detailed(SeriesKey key, EstimatedEvent event, EstimatedDetail detail) {
        Study study = Study.of(key, event);
        @Nullable Comparison comparison = detail.detail().comparison();
        Optional<Double> comparisonP = comparison == null
                ? Optional.empty()
                : Optional.ofNullable(wholes.getOrDefault(study, Map.of()).get(comparison.communityCode()))
                        .flatMap(EstimatedEvent::headline)
                        .map(Estimate::twoSidedP);
        List<EstimatedEvent> pooled =
                areas.getOrDefault(study, Map.of()).getOrDefault(key.communityCode(), List.of()).stream()
                        .filter(DetailedEffects::isPooled)
                        .toList();
        return new DetailedEffect(key, event.effect(), detail, comparisonP, pooled.size(), pool(pooled));
    }

    private static boolean isPooled(EstimatedEvent area) {
        return area.effect().headline().status() != EffectStatus.CONTAMINATED_BASELINE
                && area.headline()
                        .filter(estimate -> estimate.expected() >= LEAST_EXPECTED)
                        .isPresent();
    }

    /**
     * Of log((S + φ / 2) / (M + V_par / 2M)) with V / M²: what is added takes away the first-order bias of the logarithms of a count and of an estimate, which
     * would make the mean of many small areas too low, and gives areas without an incident a logarithm.
     */
    private static Optional<RandomEffects> pool(List<EstimatedEvent> areas) {
        if (areas.size() < LEAST_AREAS) {
            return Optional.empty();
        }
        double[] ratios = new double[areas.size()];
        double[] variances = new double[areas.size()];
        for (int i = 0; i < ratios.length; i++) {
            Estimate estimate = areas.get(i).headline().orElseThrow();
            Prediction prediction = prediction(areas.get(i));
            double expected = estimate.expected();
            ratios[i] = StrictMath.log((estimate.observed() + prediction.countDispersion() / 2)
                    / (expected + prediction.parameterVariance() / (2 * expected)));
            variances[i] = prediction.widenedBy(estimate.calibration()).totalVariance() / (expected * expected);
        }
        return Optional.of(RandomEffects.of(ratios, variances));
    }

    private static Prediction prediction(EstimatedEvent area) {
        @Nullable Prediction prediction = area.effect().headline().prediction();
        if (prediction == null) {
            throw new IllegalStateException("An estimate of " + area.effect().eventId() + " has no prediction");
        }
        return prediction;
    }

    /** An event at one grain, as all series of a source study it. */
    private record Study(String sourceCode, String dateBasis, String recordClass, String eventId, Grain grain) {
        static Study of(SeriesKey key, EstimatedEvent event) {
            return new Study(
                    key.sourceCode(),
                    key.dateBasis(),
                    key.recordClass(),
                    event.effect().eventId(),
                    event.effect().grain());
        }
    }
}
