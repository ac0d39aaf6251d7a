package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/** Monthly counts of the Metropolitan Police, whole area, against figures worked out in R: 60 months of baseline or all there are, no steps. */
final class MetExamplesTest {
    private static final Path FILE = Path.of(
            "../../shared/real-data/london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv");
    private static final int FIRST_MONTH = 3;
    private static final StudyRule RULE = StudyRule.of(Grain.MONTH).withBaseline(60);

    @BeforeAll
    static void requireTheFile() {
        assumeTrue(Files.exists(FILE));
    }

    @Test
    void agreesExactlyWhereNothingIsLeftOut() {
        assertEquals("210 against 54 [34, 78], 60 months", said("Anti-Semitic", "2021-05-01", 0));
        assertEquals("56 against 17 [6, 31], 51 months", said("Anti-Semitic", "2014-07-01", 0));
        assertEquals("153 against 117 [36, 243], 60 months", said("Islamophobic", "2019-03-01", 0));
    }

    @Test
    void seesTheClusterOfJune2017() {
        near(147, 105, 195, estimate("Islamophobic", "2017-06-01", 0));
    }

    @Test
    void seesNoRiseInTheMonthOfTheReferendumAndOneInTheNext() {
        Estimate june = estimate("Racist and Religious Hate Crime", "2016-06-01", 0);
        Estimate july = estimate("Racist and Religious Hate Crime", "2016-06-01", 1);
        near(1421, 1179, 1685, june);
        near(1478, 1225, 1753, july);
        assertTrue(june.ratioLower() < 1 && july.ratioLower() > 1);
    }

    @Test
    void usualIsHigherAndSurerWithoutEarlierRaisedMonths() {
        List<StudiedEvent> events = EventCatalogue.load("uk").events().stream()
                .map(StudiedEvent::of)
                .filter(event -> event.isListedFor("muslim"))
                .toList();
        GrainStudy study = new GrainStudy(RULE, series("Islamophobic"), List.of(), events);
        WindowEffect march = study.effect(event("2019-03-01"), true, List.of())
                .windows()
                .get(0);
        Estimate estimate = Estimate.of(march.observed(), Objects.requireNonNull(march.prediction()), 1);
        String leftOut = "left out " + study.raisedUnits() + ", usual " + estimate.expected() + " " + estimate.range();
        assertEquals(132, estimate.expected(), 0.05 * 132, leftOut);
        assertTrue(estimate.range().lower() > 36 && estimate.range().upper() < 243, leftOut);
    }

    private static void near(double expected, long lower, long upper, Estimate found) {
        assertEquals(expected, found.expected(), 0.05 * expected);
        assertEquals(lower, found.range().lower(), 0.1 * lower, "lower of " + found);
        assertEquals(upper, found.range().upper(), 0.1 * upper, "upper of " + found);
    }

    private static String said(String label, String month, int window) {
        Estimate estimate = estimate(label, month, window);
        int units = effect(label, month).baseline().units();
        return estimate.observed() + " against " + Math.round(estimate.expected()) + " ["
                + estimate.range().lower() + ", " + estimate.range().upper() + "], " + units + " months";
    }

    private static Estimate estimate(String label, String month, int window) {
        WindowEffect effect = effect(label, month).windows().get(window);
        return Estimate.of(effect.observed(), Objects.requireNonNull(effect.prediction()), 1);
    }

    private static EventEffect effect(String label, String month) {
        return new GrainStudy(RULE, series(label), List.of(), List.of()).effect(event(month), true, List.of());
    }

    private static StudiedEvent event(String month) {
        return new StudiedEvent("month", LocalDate.parse(month), List.of("muslim"), EventScope.LONDON, List.of());
    }

    private static TimeSeries series(String label) {
        try {
            List<String> lines = Files.readAllLines(FILE);
            int[] sums = new int[lines.get(0).split(",").length - FIRST_MONTH];
            for (String line : lines) {
                String[] cells = line.split(",");
                if (cells[2].equals(label)) {
                    for (int m = 0; m < sums.length; m++) {
                        sums[m] += Integer.parseInt(cells[FIRST_MONTH + m]);
                    }
                }
            }
            return new TimeSeries(Grain.MONTH, LocalDate.of(2010, 4, 1), sums);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
