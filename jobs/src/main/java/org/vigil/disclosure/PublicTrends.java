package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vigil.incident.RecordClass;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.tabulate.Places;
import org.vigil.tabulate.TrendsTabulation;
import org.vigil.trend.Comparability;
import org.vigil.trend.MonthTrend;
import org.vigil.trend.SeriesTrend;

/**
 * The {@code trends} table of a public release: the models of trends, asked about the published months of the series that have any. What they see is what everybody sees, so that
 * nothing else can be in what they say.
 */
final class PublicTrends {
    private PublicTrends() {}

    /**
     * Adds the rows of a source.
     *
     * @param counts finds a series by its name
     * @param published what of a month may be said
     * @param comparability where the series of the source are broken
     */
    static void addTo(
            TableRows rows,
            PublicSource source,
            Function<SeriesName, Optional<PublicSeries>> counts,
            UnaryOperator<MonthTrend> published,
            Comparability comparability) {
        if (!source.facts().profile().isAbsenceZero()) {
            return;
        }
        List<SeriesTrend> trends = new ArrayList<>();
        for (Places place : source.places()) {
            for (int community : source.communities()) {
                SeriesName name = source.name(RecordClass.CRIME, place, community);
                SeriesLevel level = level(place, source.isTotal(community));
                counts.apply(name)
                        .flatMap(series -> months(series, source))
                        .ifPresent(months -> trends.add(SeriesTrend.of(
                                studied(name, level, months),
                                comparability,
                                source.coverage().provisionalFrom())));
            }
        }
        TrendsTabulation.addTo(
                rows,
                trends.stream()
                        .map(trend -> new SeriesTrend(
                                trend.key(),
                                trend.months().stream().map(published).toList()))
                        .toList());
    }

    static SeriesLevel level(Places place, boolean isTotal) {
        if (place.isWhole()) {
            return isTotal ? SeriesLevel.WHOLE_AREA_TOTAL : SeriesLevel.WHOLE_AREA;
        }
        return isTotal ? SeriesLevel.BOROUGH_TOTAL : SeriesLevel.BOROUGH;
    }

    /** The last published months without a gap. */
    private static Optional<TimeSeries> months(PublicSeries series, PublicSource source) {
        List<Integer> newestFirst = new ArrayList<>();
        YearMonth first = YearMonth.from(source.coverage().start());
        YearMonth start = first;
        for (YearMonth month = YearMonth.from(source.coverage().end());
                !month.isBefore(first);
                month = month.minusMonths(1)) {
            PublicSeries.PublicPeriod period = series.months(month, month);
            if (period.count().isPresent() && period.isWhole()) {
                newestFirst.add(Math.toIntExact(period.count().get().value()));
                start = month;
            } else if (!newestFirst.isEmpty()) {
                break;
            }
        }
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        Collections.reverse(newestFirst);
        return Optional.of(new TimeSeries(
                Grain.MONTH,
                start.atDay(1),
                newestFirst.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static StudiedSeries studied(SeriesName name, SeriesLevel level, TimeSeries months) {
        LocalDate start = months.start();
        return new StudiedSeries(
                new SeriesKey(
                        name.sourceCode(), name.dateBasis(), name.recordClass(), name.areaCode(), name.communityCode()),
                level,
                null,
                months,
                new TimeSeries(Grain.MONTH, start, new int[months.size()]));
    }
}
