package org.vigil.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.event.CalibratedStudy.EstimatedEvent;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.JudgedEffect.FamilyTest;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.FalseDiscovery;

/**
 * Verdicts on all windows of all events, each adjusted for the tests of its family: every borough and community of one event and window, those that the
 * catalogue lists for the event apart from the others. The whole area and all communities are in no family. Where fewer than one incident is usual nothing
 * is tested.
 */
public final class EffectFamilies {
    private static final double LEAST_TESTED = 1;

    private final List<Row> rows = new ArrayList<>();
    private final Map<Family, List<Integer>> families = new HashMap<>();

    private EffectFamilies() {}

    /** The verdicts, in the order of series, events and windows. */
    public static List<JudgedEffect> judge(List<SeriesEstimates> all) {
        EffectFamilies families = new EffectFamilies();
        for (SeriesEstimates series : all) {
            series.events().forEach(event -> families.add(series, event));
        }
        return families.judged();
    }

    /** The verdicts on the latest period of each series that has one, in the order of series; one family a source. */
    public static List<JudgedEffect> judgeLatest(List<SeriesEstimates> all) {
        EffectFamilies families = new EffectFamilies();
        for (SeriesEstimates series : all) {
            EstimatedEvent latest = series.latest();
            if (latest != null) {
                families.add(series, latest);
            }
        }
        return families.judged();
    }

    private List<JudgedEffect> judged() {
        List<Optional<FamilyTest>> tests = tests();
        List<JudgedEffect> judged = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            judged.add(rows.get(i).judged(tests.get(i)));
        }
        return judged;
    }

    private void add(SeriesEstimates series, EstimatedEvent event) {
        for (int w = 0; w < event.effect().windows().size(); w++) {
            add(new Row(series.key(), series.level(), event, w));
        }
    }

    private void add(Row row) {
        Estimate estimate = row.estimate();
        if (estimate != null && !row.isMargin() && estimate.expected() >= LEAST_TESTED) {
            families.computeIfAbsent(row.family(), family -> new ArrayList<>()).add(rows.size());
        }
        rows.add(row);
    }

    /** The test of each row. */
    private List<Optional<FamilyTest>> tests() {
        List<Optional<FamilyTest>> tests = new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
        for (List<Integer> family : families.values()) {
            double[] p = family.stream()
                    .mapToDouble(row ->
                            Objects.requireNonNull(rows.get(row).estimate()).twoSidedP())
                    .toArray();
            double[] q = FalseDiscovery.benjaminiHochberg(p);
            double[] qDependent = FalseDiscovery.benjaminiYekutieli(p);
            for (int i = 0; i < p.length; i++) {
                tests.set(family.get(i), Optional.of(new FamilyTest(q[i], qDependent[i], p.length)));
            }
        }
        return tests;
    }

    private record Family(
            String sourceCode, String dateBasis, String recordClass, String eventId, Window window, boolean isTested) {}

    /** One window of one event in one series. */
    private record Row(SeriesKey key, SeriesLevel level, EstimatedEvent event, int index) {
        WindowEffect window() {
            return event.effect().windows().get(index);
        }

        @Nullable
        Estimate estimate() {
            return event.estimates().get(index);
        }

        boolean isMargin() {
            return level != SeriesLevel.BOROUGH;
        }

        Family family() {
            return new Family(
                    key.sourceCode(),
                    key.dateBasis(),
                    key.recordClass(),
                    event.effect().eventId(),
                    window().window(),
                    event.effect().isTested());
        }

        JudgedEffect judged(Optional<FamilyTest> test) {
            boolean isFollowed = !event.effect().blocks().observed().isEmpty();
            JudgedEffect silent = new JudgedEffect(
                    key,
                    event.effect(),
                    window(),
                    Optional.ofNullable(estimate()),
                    isFollowed ? Optional.of(event.duration()) : Optional.empty(),
                    test,
                    isMargin(),
                    Optional.empty());
            Optional<Verdict> verdict = silent.estimate()
                    .filter(estimate -> isJudged(silent, estimate))
                    .map(estimate ->
                            Verdict.of(estimate, test.map(FamilyTest::q).orElse(Double.NaN)));
            return new JudgedEffect(
                    silent.key(),
                    silent.effect(),
                    silent.window(),
                    silent.estimate(),
                    silent.duration(),
                    test,
                    silent.isMargin(),
                    verdict);
        }

        private static boolean isJudged(JudgedEffect effect, Estimate estimate) {
            return effect.window().status() != EffectStatus.CONTAMINATED_BASELINE
                    && estimate.calibration() < Calibration.MOST
                    && !effect.isMostlyBefore();
        }
    }
}
