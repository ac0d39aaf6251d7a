package org.vigil.disclosure;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cube.CountCube;
import org.vigil.cube.Dimension;
import org.vigil.incident.RecordClass;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CellStatus;
import org.vigil.release.TableRows;
import org.vigil.tabulate.BreakdownsTabulation;
import org.vigil.tabulate.Period;
import org.vigil.tabulate.Places;

/**
 * The {@code breakdowns} table of a public release: the whole area by one characteristic at a time. A category stands in it whether anything of it was recorded or not.
 */
final class PublicBreakdowns {
    /** Strands follow from communities, and record classes are series of their own. */
    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.OFFENCE_GROUP, Dimension.LOCATION_TYPE, Dimension.REPORTING_SOURCE, Dimension.CONTEXT);

    private static final int QUARTER_MONTHS = 3;

    private final PublicSource source;
    private final SeriesProtection protection;
    private final TableRows rows;

    private PublicBreakdowns(PublicSource source, SeriesProtection protection, TableRows rows) {
        this.source = source;
        this.protection = protection;
        this.rows = rows;
    }

    /** Draws what is due of a source, and adds its rows. To be called when all its cells by area and community are drawn. */
    static void addTo(TableRows rows, PublicSource source, SeriesProtection protection) {
        new PublicBreakdowns(source, protection, rows).addAll();
    }

    private void addAll() {
        Places whole = source.places().get(0);
        for (RecordClass recordClass : source.recordClasses()) {
            for (Dimension dimension : DIMENSIONS) {
                if (source.facts()
                        .profile()
                        .reading(BreakdownsTabulation.field(dimension))
                        .isEmpty()) {
                    continue;
                }
                List<String> codes = BreakdownsTabulation.codes(dimension);
                for (int category = 0; category < codes.size(); category++) {
                    for (int community : source.communities()) {
                        SeriesName name =
                                source.name(recordClass, whole, community).by(dimension.code(), codes.get(category));
                        add(name, recordClass, dimension, community, category);
                    }
                }
            }
        }
    }

    private void add(SeriesName name, RecordClass recordClass, Dimension dimension, int community, int category) {
        PublicSeries series = protection.protect(
                name,
                GrainGate.CHARACTERISTIC,
                PublicGrain.QUARTER,
                SeriesProtection.Kind.CHARACTERISTIC,
                leaf -> exact(leaf, recordClass, dimension, community, category));
        for (Period.Type type : List.of(Period.Type.QUARTER, Period.Type.FINANCIAL_YEAR)) {
            for (Period period : Period.within(type, source.coverage())) {
                addRow(name, community, period, series);
            }
        }
    }

    private ExactCell exact(Leaf leaf, RecordClass recordClass, Dimension dimension, int community, int category) {
        CountCube cube = source.facts().cube();
        ExactCell cell = new ExactCell(0, 0);
        YearMonth first = YearMonth.from(leaf.from());
        YearMonth quarter = first.minusMonths((first.getMonthValue() - 1) % QUARTER_MONTHS);
        for (; !quarter.isAfter(leaf.lastMonth()); quarter = quarter.plusMonths(QUARTER_MONTHS)) {
            int index = CountCube.monthIndex(Math.toIntExact(quarter.atDay(1).toEpochDay())) / QUARTER_MONTHS;
            cell = cell.plus(new ExactCell(
                    cube.inQuarter(dimension, recordClass.ordinal(), community, index, category),
                    cube.keyInQuarter(dimension, recordClass.ordinal(), community, index, category)));
        }
        return cell;
    }

    private void addRow(SeriesName name, int community, Period period, PublicSeries series) {
        Optional<PublicSeries.PublicPeriod> found = source.facts().isTakenUp(community, period)
                ? Optional.of(series.months(YearMonth.from(period.start()), YearMonth.from(period.end())))
                : Optional.empty();
        rows.column(BreakdownsTable.SOURCE_CODE).addText(name.sourceCode());
        rows.column(BreakdownsTable.DATE_BASIS).addText(name.dateBasis());
        rows.column(BreakdownsTable.RECORD_CLASS).addText(name.recordClass());
        rows.column(BreakdownsTable.COMMUNITY_CODE).addText(name.communityCode());
        rows.column(BreakdownsTable.PERIOD_TYPE).addText(period.type().code());
        rows.column(BreakdownsTable.PERIOD_START_DATE).addDate(period.start());
        rows.column(BreakdownsTable.DIMENSION_CODE).addText(name.dimension());
        rows.column(BreakdownsTable.CATEGORY_CODE).addText(name.category());
        rows.column(BreakdownsTable.IS_PARTIAL_PERIOD)
                .addBoolean(!source.coverage().coversWhole(period)
                        || found.filter(one -> !one.isWhole()).isPresent());
        PublicCountsTable.addCount(
                rows.column(BreakdownsTable.INCIDENT_COUNT), found.flatMap(PublicSeries.PublicPeriod::count));
        rows.column(BreakdownsTable.INCIDENT_COUNT_STATUS).addText(CellStatus.text(PublicCountsTable.statuses(found)));
    }
}
