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
    void seesTheRiseOfJune2017OutsideEarlierRaisedMonths() {
        near(147, 105, 195, afterTheCatalogue("Islamophobic", "muslim", "2017-06-01", 0));
    }

    @Test
    void seesNoRiseInTheMonthOfTheReferendumAndOneInTheNext() {
        String label = "Racist and Religious Hate Crime";
        Estimate june = afterTheCatalogue(label, "racist-and-religious", "2016-06-01", 0);
        Estimate july = afterTheCatalogue(label, "racist-and-religious", "2016-06-01", 1);
        near(1421, 1179, 1685, june);
        near(1478, 1225, 1753, july);
        assertTrue(june.ratioLower() < 1 && july.ratioLower() > 1);
    }

    @Test
    void usualIsHigherAndSurerWithoutEarlierRaisedMonths() {
        Estimate march = afterTheCatalogue("Islamophobic", "muslim", "2019-03-01", 0);
        near(132, 76, 202, march);
        assertTrue(march.range().lower() > 36 && march.range().upper() < 243);
    }

    /** The estimate without the months that were raised after earlier events of the catalogue, which are printed. */
    private static Estimate afterTheCatalogue(String label, String community, String month, int window) {
        List<StudiedEvent> events = EventCatalogue.load("uk").events().stream()
                .map(StudiedEvent::of)
                .filter(event -> event.isListedFor(community))
                .filter(event -> event.responseFrom().isBefore(LocalDate.parse(month)))
                .toList();
        GrainStudy study = new GrainStudy(RULE, series(label), List.of(), events, community, List.of());
        StudiedEvent apart =
                new StudiedEvent("apart", LocalDate.parse(month), List.of(), List.of(), EventScope.LONDON, List.of());
        WindowEffect effect = study.effect(apart, true, List.of()).windows().get(window);
        System.out.println(label + " before " + month + ", left out: " + study.raisedUnits());
        return Estimate.of(effect.observed(), Objects.requireNonNull(effect.prediction()), 1);
    }

    private static void near(double expected, double lower, double upper, Estimate found) {
        assertEquals(expected, found.expected(), 0.05 * expected);
        assertEquals(lower, (double) found.range().lower(), 0.1 * lower, "lower of " + found);
        assertEquals(upper, (double) found.range().upper(), 0.1 * upper, "upper of " + found);
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
        return new GrainStudy(RULE, series(label), List.of(), List.of(), "muslim", List.of())
                .effect(event(month), true, List.of());
    }

    private static StudiedEvent event(String month) {
        return new StudiedEvent(
                "month", LocalDate.parse(month), List.of("muslim"), List.of("muslim"), EventScope.LONDON, List.of());
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
