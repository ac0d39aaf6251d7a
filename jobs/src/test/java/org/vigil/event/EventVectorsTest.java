package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.event.Window.Kind;
import org.vigil.series.Grain;
import org.vigil.statistics.Prediction;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of an implementation in R 4.2.2, through the whole study of a series. */
final class EventVectorsTest {
    private static final Map<String, Window> WINDOWS = Map.of(
            "w00_06", new Window(Grain.DAY, Kind.DISJOINT, 0, 6),
            "w07_13", new Window(Grain.DAY, Kind.DISJOINT, 7, 13),
            "w14_27", new Window(Grain.DAY, Kind.DISJOINT, 14, 27),
            "w28_55", new Window(Grain.DAY, Kind.DISJOINT, 28, 55));

    private static final Map<String, GrainStudy> STUDIES = new HashMap<>();

    static List<Row> predictions() {
        return ReferenceValues.of("event_predictive_block.csv");
    }

    static List<Row> placebos() {
        return ReferenceValues.of("event_placebo.csv");
    }

    @ParameterizedTest
    @MethodSource("predictions")
    void agreesOnWhatIsUsual(Row row) {
        WindowEffect effect = effect(row);
        Prediction prediction = Objects.requireNonNull(effect.prediction());
        Estimate estimate = Estimate.of(effect.observed(), prediction, 1);
        assertEquals(EffectStatus.OK, effect.status());
        near(row, "var_total", prediction.totalVariance());
        near(row, "expected", estimate.expected());
        near(row, "excess", estimate.excess());
        near(row, "ratio", estimate.ratio());
        near(row, "ratio_lo95", estimate.ratioLower());
        if (estimate.observed() > 0) {
            near(row, "ratio_hi95", estimate.ratioUpper());
        }
        near(row, "midp_upper", estimate.upperP());
        near(row, "midp_two_sided", estimate.twoSidedP());
        assertEquals(row.integer("observed"), estimate.observed());
        assertEquals(row.integer("pred_lo95"), estimate.range().lower());
        assertEquals(row.integer("pred_hi95"), estimate.range().upper());
    }

    @ParameterizedTest
    @MethodSource("placebos")
    void agreesOnDatesWithoutAnEvent(Row row) {
        WindowEffect effect = effect(row);
        Estimate estimate = Estimate.of(effect.observed(), Objects.requireNonNull(effect.prediction()), 1);
        assertEquals(row.integer("observed"), estimate.observed());
        near(row, "expected", estimate.expected());
        near(row, "nb_size", effect.prediction().distribution().size());
        near(row, "midp_upper", estimate.upperP());
        near(row, "midp_two_sided", estimate.twoSidedP());
    }

    @Test
    void agreesOnHowManyDatesLookedAsHigh() {
        Map<String, List<Row>> byWindow = placebos().stream().collect(Collectors.groupingBy(row -> row.text("window")));
        assertEquals(2, byWindow.size());
        byWindow.forEach((window, rows) -> {
            List<Row> dates = new ArrayList<>(rows);
            Row event = dates.stream()
                    .filter(row -> row.text("kind").equals("event"))
                    .findFirst()
                    .orElseThrow();
            dates.remove(event);
            Placebos placebos =
                    Placebos.of(Objects.requireNonNull(WINDOWS.get(window)), LocalDate.EPOCH, dates.size(), 1);
            for (int i = 0; i < dates.size(); i++) {
                WindowEffect effect = effect(dates.get(i));
                placebos.note(i, i, i, effect.observed(), Objects.requireNonNull(effect.prediction()), 0.5);
            }
            assertEquals(51, placebos.size());
            assertEquals(
                    event.number("empirical_p_upper"),
                    placebos.empiricalP(event.number("midp_upper"), 1000, 1001),
                    1e-10);
        });
    }

    private static WindowEffect effect(Row row) {
        GrainStudy study = STUDIES.computeIfAbsent(
                row.text("series"),
                name -> new GrainStudy(
                        StudyRule.of(Grain.DAY), ReferenceSeries.of(name), List.of(), List.of(), "jewish", List.of()));
        LocalDate date = LocalDate.parse(row.text("event"));
        StudiedEvent event =
                new StudiedEvent("reference", date, List.of("jewish"), List.of("jewish"), EventScope.LONDON, List.of());
        Window window = Objects.requireNonNull(WINDOWS.get(row.text("window")));
        return study.effect(event, true, List.of()).windows().stream()
                .filter(one -> one.window().equals(window))
                .findFirst()
                .orElseThrow();
    }

    private static void near(Row row, String name, double found) {
        double expected = row.number(name);
        if (Double.isInfinite(expected)) {
            assertEquals(expected, found, name);
        } else {
            assertEquals(expected, found, 1e-6 * Math.abs(expected), name);
        }
    }
}
