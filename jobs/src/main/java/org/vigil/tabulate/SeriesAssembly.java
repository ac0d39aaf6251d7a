package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.RecordClass;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * The series of a source that models study: every covered area and the whole area × every community and the total, each from the day on which it was taken up.
 *
 * <p>Models see crimes: whether an incident that is none is recorded has changed with the rules. A source without crimes is studied as it is.
 */
public final class SeriesAssembly {
    private final SourceFacts facts;
    private final SeriesCounts counts;
    private final RecordClasses classes;

    private SeriesAssembly(SourceFacts facts, RecordClasses classes) {
        this.facts = facts;
        this.counts = new SeriesCounts(facts.cube(), facts.coverage());
        this.classes = classes;
    }

    /**
     * The series in the order whole area first, then of areas, within each the total first.
     *
     * <p>Where the absence of a record can also mean that nobody reported, only the whole area is studied: there a day without a record is one on which
     * none of all who report had any, and what is usual is usual among those who report.
     */
    public static List<StudiedSeries> of(SourceFacts facts) {
        List<RecordClasses> all = facts.recordClasses();
        if (all.isEmpty()) {
            return List.of();
        }
        RecordClasses studied = all.stream()
                .filter(one -> one.code().equals(RecordClass.CRIME.code()))
                .findFirst()
                .orElse(all.get(0));
        return new SeriesAssembly(facts, studied).all();
    }

    private List<StudiedSeries> all() {
        List<StudiedSeries> series = new ArrayList<>();
        for (Places place : Places.of(facts.geography(), facts.profile())) {
            if (!place.isCovered() || !(place.isWhole() || facts.profile().isAbsenceZero())) {
                continue;
            }
            if (facts.profile().meaning().hasTotal()) {
                series.add(one(place, facts.cube().all()));
            }
            for (int community : facts.communities()) {
                series.add(one(place, community));
            }
        }
        return series;
    }

    private StudiedSeries one(Places place, int community) {
        boolean isTotal = community == facts.cube().all();
        String code = isTotal
                ? Communities.ALL
                : CodeLists.communities().get(community).code();
        SeriesKey key = new SeriesKey(
                facts.sourceCode(),
                facts.seriesBasis(),
                classes.code(),
                place.area().code(),
                code);
        LocalDate start = start(code);
        long[] byMonth = counts.byMonth(classes.members(), place.members(), community);
        long[] byDay = counts.byDay(classes.members(), place.members(), community);
        TimeSeries months = months(byMonth, start);
        return new StudiedSeries(
                key,
                level(place.isWhole(), isTotal),
                facts.profile().series().isDaily() ? days(byDay, start) : null,
                months,
                monthOnly(months, byDay));
    }

    private LocalDate start(String community) {
        LocalDate start = facts.coverage().start();
        return Optional.ofNullable(facts.profile().coveredFrom().get(community))
                .filter(from -> from.isAfter(start))
                .orElse(start);
    }

    private static SeriesLevel level(boolean isWhole, boolean isTotal) {
        if (isWhole) {
            return isTotal ? SeriesLevel.WHOLE_AREA_TOTAL : SeriesLevel.WHOLE_AREA;
        }
        return isTotal ? SeriesLevel.BOROUGH_TOTAL : SeriesLevel.BOROUGH;
    }

    private TimeSeries days(long[] byDay, LocalDate start) {
        LocalDate after = facts.coverage().end().plusDays(1);
        return new TimeSeries(
                Grain.DAY, start, ints(counts.daysOf(byDay, start, after.isAfter(start) ? after : start)));
    }

    private TimeSeries months(long[] byMonth, LocalDate start) {
        LocalDate first =
                start.getDayOfMonth() == 1 ? start : start.withDayOfMonth(1).plusMonths(1);
        LocalDate end = facts.coverage().end();
        int whole = Math.max(0, Grain.MONTH.between(first, end.plusDays(1)));
        long[] sums = new long[whole];
        for (int m = 0; m < whole; m++) {
            sums[m] = counts.sumMonths(byMonth, Period.startingOn(Period.Type.MONTH, first.plusMonths(m)));
        }
        return new TimeSeries(Grain.MONTH, first, ints(sums));
    }

    /** What the months hold beyond their days. */
    private TimeSeries monthOnly(TimeSeries months, long[] byDay) {
        int[] rest = new int[months.size()];
        for (int m = 0; m < rest.length; m++) {
            Period month = Period.startingOn(Period.Type.MONTH, months.startOf(m));
            rest[m] = Math.toIntExact(months.count(m) - counts.sumDays(byDay, month));
        }
        return new TimeSeries(Grain.MONTH, months.start(), rest);
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
