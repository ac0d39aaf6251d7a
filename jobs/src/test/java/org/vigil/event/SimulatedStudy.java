package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/** The study of simulated series at events a hundred days apart, every other of which is listed for their community. */
public final class SimulatedStudy {
    private static final int DAYS_APART = 100;
    private static final String COMMUNITY = "jewish";

    private final SeriesStudy study;

    private SimulatedStudy(SeriesStudy study) {
        this.study = study;
    }

    /** Events before a day. */
    public static SimulatedStudy of(int events, LocalDate end) {
        List<StudiedEvent> studied = new ArrayList<>();
        for (int event = 1; event <= events; event++) {
            List<String> listed = List.of(event % 2 == 0 ? COMMUNITY : "muslim");
            studied.add(new StudiedEvent(
                    "event-" + event,
                    end.minusDays((long) DAYS_APART * event),
                    listed,
                    listed,
                    EventScope.LONDON,
                    List.of()));
        }
        return new SimulatedStudy(SeriesStudy.ofStudied(studied, List.of(), "london", List.of()));
    }

    /** A series of days as the product studies it. */
    public static StudiedSeries series(TimeSeries days) {
        TimeSeries months = new TimeSeries(Grain.MONTH, days.start().withDayOfMonth(1), new int[0]);
        return new StudiedSeries(
                new SeriesKey("simulated", "occurred", "crime", "E09000007", COMMUNITY),
                SeriesLevel.BOROUGH,
                days,
                months,
                months);
    }

    /** Number of effects found, so that no work is idle. */
    public long effects(List<StudiedSeries> series, boolean hasPlacebos) {
        SeriesStudy asked = hasPlacebos ? study : study.withoutPlacebos();
        return series.stream().mapToLong(one -> asked.of(one).events().size()).sum();
    }
}
