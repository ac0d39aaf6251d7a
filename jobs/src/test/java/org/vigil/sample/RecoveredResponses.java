package org.vigil.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vigil.event.CalibratedStudy;
import org.vigil.event.CalibratedStudy.EstimatedEvent;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.Calibration;
import org.vigil.event.Estimate;
import org.vigil.event.EventCatalogue;
import org.vigil.event.SeriesEffects;
import org.vigil.event.SeriesStudy;
import org.vigil.event.Window;
import org.vigil.sample.Expectation.Counted;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * What event studies say of the responses that synthetic London had, beside what it had.
 *
 * <p>The truth is what was drawn and can still be counted at the end: crimes that belong to a response, not withdrawn, of the community after corrections, by
 * the day they are said to have occurred. An interval of an excess is what was recorded less what could usually have been recorded; so it is to hold the
 * number of incidents that would not have been there, not its mean, and of everything that stands above usual in the window, whichever event it followed.
 */
final class RecoveredResponses {
    private RecoveredResponses() {}

    /**
     * One window of one event in one community.
     *
     * @param seed of the city
     * @param truth crimes that would not have happened without events
     */
    record Recovered(long seed, String eventId, String community, Window window, long truth, Estimate estimate) {
        /** Whether the true excess lies in the interval of the estimate. */
        boolean isCovered() {
            return truth >= estimate.observed() - estimate.range().upper()
                    && truth <= estimate.observed() - estimate.range().lower();
        }

        @Override
        public String toString() {
            return seed + " " + eventId + " " + community + " days " + window.first() + "-" + window.last() + ": truth "
                    + truth + ", excess " + Math.round(estimate.excess()) + " ["
                    + (estimate.observed() - estimate.range().upper()) + ", "
                    + (estimate.observed() - estimate.range().lower()) + "] of " + estimate.observed();
        }
    }

    /** Every complete window that starts with an event to which a community of the city responds or, as it is set, does not. */
    static List<Recovered> of(SampleParameters parameters) {
        SyntheticLondon london = SyntheticLondon.read();
        Expectation.Settled settled = settled(london, parameters);
        SeriesStudy study = SeriesStudy.of(EventCatalogue.load("uk").events(), List.of(), "london", List.of())
                .withoutPlacebos();
        List<SeriesEffects> effects = london.responses().stream()
                .map(EventResponse::community)
                .distinct()
                .map(community -> study.of(series(community, settled, parameters)))
                .toList();
        CalibratedStudy calibrated = new CalibratedStudy(Calibration.of(effects));
        List<Recovered> recovered = new ArrayList<>();
        for (SeriesEffects one : effects) {
            SeriesEstimates estimates = calibrated.of(one);
            for (EstimatedEvent event : estimates.events()) {
                if (isResponse(london, event, one.key().communityCode())) {
                    add(recovered, parameters, settled, one.key().communityCode(), event);
                }
            }
        }
        return recovered;
    }

    private static boolean isResponse(SyntheticLondon london, EstimatedEvent event, String community) {
        return london.responses().stream()
                .anyMatch(response -> response.eventId().equals(event.effect().eventId())
                        && response.community().equals(community));
    }

    private static void add(
            List<Recovered> recovered,
            SampleParameters parameters,
            Expectation.Settled settled,
            String community,
            EstimatedEvent event) {
        for (int w = 0; w < event.estimates().size(); w++) {
            Window window = event.effect().windows().get(w).window();
            Estimate estimate = event.estimates().get(w);
            if (window.kind() == Window.Kind.CUMULATIVE && estimate != null) {
                LocalDate first = event.effect().startOf(window);
                LocalDate after = event.effect().endOf(window).plusDays(1);
                long truth = settled.crimeExcess(community, first, after);
                recovered.add(
                        new Recovered(parameters.seed(), event.effect().eventId(), community, window, truth, estimate));
            }
        }
    }

    private static Expectation.Settled settled(SyntheticLondon london, SampleParameters parameters) {
        Expectation expectation = new Expectation();
        ExtractComposer composer = new ExtractComposer(
                parameters, Simulation.run(london, parameters).incidents(), expectation);
        LocalDate since = LocalDate.MIN;
        for (LocalDate date : parameters.extractDates()) {
            byte[] extract = composer.compose(parameters.extractDates().indexOf(date), date.toString(), since, date);
            if (extract.length <= CanonicalColumn.header().getBytes(StandardCharsets.UTF_8).length + 1) {
                throw new IllegalStateException("No rows in the extract of " + date);
            }
            since = date;
        }
        return expectation.settle();
    }

    /** Crimes of a community by day. */
    private static StudiedSeries series(String community, Expectation.Settled settled, SampleParameters parameters) {
        int[] days = new int[(int) ChronoUnit.DAYS.between(parameters.from(), parameters.to())];
        LocalDate firstMonth = parameters.from().withDayOfMonth(1).plusMonths(1);
        int[] months = new int[(int) ChronoUnit.MONTHS.between(firstMonth, parameters.to())];
        for (Counted counted : settled.counted()) {
            if (counted.isCrimeAgainst(community)) {
                LocalDate occurred = counted.state().occurred();
                days[(int) ChronoUnit.DAYS.between(parameters.from(), occurred)]++;
                int month = (int) ChronoUnit.MONTHS.between(firstMonth, occurred);
                if (!occurred.isBefore(firstMonth) && month < months.length) {
                    months[month]++;
                }
            }
        }
        return new StudiedSeries(
                new SeriesKey("london-synthetic", "occurred", "crime", "london", community),
                SeriesLevel.WHOLE_AREA,
                new TimeSeries(Grain.DAY, parameters.from(), days),
                new TimeSeries(Grain.MONTH, firstMonth, months),
                new TimeSeries(Grain.MONTH, firstMonth, new int[months.length]));
    }
}
