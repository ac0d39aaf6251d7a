package org.vigil.disclosure;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.PublicGrain;
import org.vigil.incident.RecordClass;
import org.vigil.tabulate.Period;
import org.vigil.tabulate.Places;

/** Every series of a source by area and community as it may be published. */
final class PublicCounts implements PublicFigures {
    private final Map<SeriesName, PublicSeries> series = new LinkedHashMap<>();

    private PublicCounts() {}

    /** Draws what is due of all series of a source. */
    static PublicCounts of(PublicSource source, SeriesProtection protection) {
        PublicCounts counts = new PublicCounts();
        for (RecordClass recordClass : source.recordClasses()) {
            for (Places place : source.places()) {
                if (place.isCovered() && source.isShown(recordClass, place)) {
                    for (int community : source.communities()) {
                        counts.protect(source, protection, recordClass, place, community);
                    }
                }
            }
        }
        return counts;
    }

    private void protect(
            PublicSource source, SeriesProtection protection, RecordClass recordClass, Places place, int community) {
        ExactSeries exact = source.exact(recordClass, place, community);
        boolean isMargin = place.isWhole() || source.isTotal(community);
        SeriesName name = source.name(recordClass, place, community);
        series.put(
                name,
                protection.protect(
                        name,
                        isMargin ? GrainGate.MARGIN : GrainGate.AREA_AND_COMMUNITY,
                        source.hasWeeks(place, community) ? PublicGrain.WEEK : PublicGrain.MONTH,
                        SeriesProtection.Kind.COUNT,
                        exact::of));
    }

    /** The series of that name; nothing where the source does not cover it. */
    Optional<PublicSeries> find(SeriesName name) {
        return Optional.ofNullable(series.get(name));
    }

    /** Every kind of period. */
    @Override
    public boolean has(Period.Type type) {
        return true;
    }

    @Override
    public Optional<PublicSeries.PublicPeriod> find(SeriesName name, Period period) {
        return find(name).map(of -> of(of, period));
    }

    private static PublicSeries.PublicPeriod of(PublicSeries series, Period period) {
        return period.type() == Period.Type.ISO_WEEK
                ? series.week(period.start())
                : series.months(YearMonth.from(period.start()), YearMonth.from(period.end()));
    }
}
