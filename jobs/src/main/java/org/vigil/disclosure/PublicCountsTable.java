package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigil.geography.Population;
import org.vigil.incident.RecordClass;
import org.vigil.release.CellStatus;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.Interval;
import org.vigil.statistics.PoissonInterval;
import org.vigil.tabulate.Period;
import org.vigil.tabulate.Places;
import org.vigil.tabulate.RateDenominator;

/**
 * The {@code counts} table of a public release: a row for every cell of the frame, hidden or not. A published 0 of changed counts reads {@code [low]}: it can be 0 to 5.
 *
 * <p>A rate is the protected count over the residents; that of the whole area adds the protected counts of the areas with residents. Its interval is that of the count, wider
 * by the changes: each half-width becomes √(h² + z² V k (10⁵/n)²) with k changes of variance V, the lower end at least 0.
 */
final class PublicCountsTable {
    private static final double CONFIDENCE = 0.95;
    private static final double Z = 1.959963984540054;
    private static final double PER = 100_000;

    private final PublicSource source;
    private final PublicFigures figures;
    private final double variance;
    private final RateDenominator denominator;
    private final TableRows rows;

    private PublicCountsTable(PublicSource source, PublicFigures figures, double variance, TableRows rows) {
        this.source = source;
        this.figures = figures;
        this.variance = variance;
        this.denominator = new RateDenominator(source.facts());
        this.rows = rows;
    }

    /** Adds the rows of a source; {@code variance} is that of one change. */
    static void addTo(TableRows rows, PublicSource source, PublicFigures figures, double variance) {
        new PublicCountsTable(source, figures, variance, rows).addAll();
    }

    private void addAll() {
        for (RecordClass recordClass : source.recordClasses()) {
            for (Places place : source.places()) {
                if (source.isShown(recordClass, place)) {
                    for (int community : source.communities()) {
                        SeriesName name = source.name(recordClass, place, community);
                        for (Period.Type type : Period.Type.values()) {
                            if (figures.has(type)
                                    && (type != Period.Type.ISO_WEEK || source.hasWeeks(place, community))) {
                                Period.within(type, source.coverage())
                                        .forEach(period -> add(name, recordClass, place, community, period));
                            }
                        }
                    }
                }
            }
        }
    }

    private void add(SeriesName name, RecordClass recordClass, Places place, int community, Period period) {
        Optional<PublicSeries.PublicPeriod> found =
                source.facts().isTakenUp(community, period) ? figures.find(name, period) : Optional.empty();
        boolean isPartial = !source.coverage().coversWhole(period)
                || found.filter(one -> !one.isWhole()).isPresent();
        rows.column(CountsTable.SOURCE_CODE).addText(source.facts().sourceCode());
        rows.column(CountsTable.DATE_BASIS).addText(source.facts().seriesBasis());
        rows.column(CountsTable.RECORD_CLASS).addText(recordClass.code());
        rows.column(CountsTable.AREA_CODE).addText(place.area().code());
        rows.column(CountsTable.COMMUNITY_CODE).addText(source.communityCode(community));
        rows.column(CountsTable.PERIOD_TYPE).addText(period.type().code());
        rows.column(CountsTable.PERIOD_START_DATE).addDate(period.start());
        rows.column(CountsTable.PERIOD_END_DATE).addDate(period.end());
        rows.column(CountsTable.IS_PARTIAL_PERIOD).addBoolean(isPartial);
        Optional<ProtectedCount> count = found.flatMap(PublicSeries.PublicPeriod::count);
        addCount(rows.column(CountsTable.INCIDENT_COUNT), count);
        rows.column(CountsTable.INCIDENT_COUNT_STATUS).addText(CellStatus.text(statuses(found)));
        addRate(recordClass, place, community, period, isPartial, found);
    }

    /** Writes a count; nothing where it is a changed 0, which its status says. */
    static void addCount(TableRows.Cells cells, Optional<ProtectedCount> count) {
        if (count.isPresent() && count.get().isNumber()) {
            cells.addInteger(count.get().value());
        } else {
            cells.addEmpty();
        }
    }

    /** How a cell is to be read; {@code [x]} where the source does not cover it or its time has not come. */
    static Set<CellStatus> statuses(Optional<PublicSeries.PublicPeriod> period) {
        EnumSet<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        PublicSeries.State state = period.map(PublicSeries.PublicPeriod::state).orElse(PublicSeries.State.NOT_YET);
        switch (state) {
            case NOT_YET -> status.add(CellStatus.NOT_AVAILABLE);
            case HIDDEN -> status.add(CellStatus.CONFIDENTIAL);
            case PUBLISHED -> {
                ProtectedCount count = period.orElseThrow().count().orElseThrow();
                if (!count.isNumber()) {
                    status.add(CellStatus.ROUNDS_TO_ZERO);
                }
                if (!count.isFinal()) {
                    status.add(CellStatus.PROVISIONAL);
                }
            }
        }
        return status;
    }

    private void addRate(
            RecordClass recordClass,
            Places place,
            int community,
            Period period,
            boolean isPartial,
            Optional<PublicSeries.PublicPeriod> found) {
        boolean isApplicable = period.type().hasRate() && !isPartial;
        Optional<Population> population =
                isApplicable ? denominator.find(place, community, period.middleYear()) : Optional.empty();
        if (population.isEmpty()) {
            addNoRate(EnumSet.of(CellStatus.NOT_APPLICABLE));
            return;
        }
        Optional<PublicSeries.PublicPeriod> rated =
                place.isWhole() ? ofAreas(recordClass, place, community, period) : found;
        Optional<ProtectedCount> count =
                rated.flatMap(PublicSeries.PublicPeriod::count).filter(ProtectedCount::isNumber);
        if (count.isEmpty()) {
            Set<CellStatus> status = statuses(rated);
            status.remove(CellStatus.PROVISIONAL);
            addNoRate(status);
            return;
        }
        Population residents = population.get();
        double factor = PER / (residents.residents() * (period.months() / 12.0));
        double rate = count.get().value() * factor;
        Interval interval = PoissonInterval.of(count.get().value(), CONFIDENCE).scaledBy(factor);
        double change = Z * Z * variance * count.get().draws() * factor * factor;
        rows.column(CountsTable.RATE_PER_100K).addDecimal(rate);
        rows.column(CountsTable.RATE_LOWER95).addDecimal(Math.max(0, rate - wider(rate - interval.lower(), change)));
        rows.column(CountsTable.RATE_UPPER95).addDecimal(rate + wider(interval.upper() - rate, change));
        rows.column(CountsTable.RATE_INTERVAL_METHOD).addText(interval.method().label());
        EnumSet<CellStatus> status = denominator.statuses(community, period, residents);
        status.remove(CellStatus.PROVISIONAL);
        if (!count.get().isFinal()) {
            status.add(CellStatus.PROVISIONAL);
        }
        rows.column(CountsTable.RATE_STATUS).addText(CellStatus.text(status));
        rows.column(CountsTable.POPULATION).addInteger(residents.residents());
        rows.column(CountsTable.POPULATION_YEAR).addInteger(residents.year());
        rows.column(CountsTable.POPULATION_SERIES).addText(residents.series());
    }

    private static double wider(double halfWidth, double change) {
        return Math.sqrt(halfWidth * halfWidth + change);
    }

    /** The sum of the areas with residents, where all of them are published. */
    private Optional<PublicSeries.PublicPeriod> ofAreas(
            RecordClass recordClass, Places whole, int community, Period period) {
        List<ProtectedCount> parts = new ArrayList<>();
        for (Places place : source.places()) {
            if (!place.isWhole() && whole.populated().contains(place.area().code())) {
                Optional<PublicSeries.PublicPeriod> part =
                        figures.find(source.name(recordClass, place, community), period);
                if (part.isEmpty()
                        || part.get().count().isEmpty()
                        || !part.get().isWhole()) {
                    return part.filter(one -> one.state() == PublicSeries.State.HIDDEN);
                }
                parts.add(part.get().count().get());
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublicSeries.PublicPeriod(
                        PublicSeries.State.PUBLISHED, Optional.of(ProtectedCount.sum(parts)), true));
    }

    private void addNoRate(Set<CellStatus> status) {
        rows.column(CountsTable.RATE_PER_100K).addEmpty();
        rows.column(CountsTable.RATE_LOWER95).addEmpty();
        rows.column(CountsTable.RATE_UPPER95).addEmpty();
        rows.column(CountsTable.RATE_INTERVAL_METHOD).addEmpty();
        rows.column(CountsTable.RATE_STATUS).addText(CellStatus.text(status));
        rows.column(CountsTable.POPULATION).addEmpty();
        rows.column(CountsTable.POPULATION_YEAR).addEmpty();
        rows.column(CountsTable.POPULATION_SERIES).addEmpty();
    }
}
