package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigil.cube.CountCube;
import org.vigil.geography.Population;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.release.CellStatus;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.Interval;
import org.vigil.statistics.PoissonInterval;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * The {@code counts} table of one source: every declared area × community × period, zeros where the source covers the cell.
 *
 * <p>Margins are counted, not added up over communities; the whole area is every record. Rates follow the published-rate rules: rolling and
 * financial years only, residents of the middle year, a community's own residents where the census asked.
 */
public final class CountsTabulation {
    private static final double CONFIDENCE = 0.95;
    private static final double PER = 100_000;

    private final SourceFacts facts;
    private final CountCube cube;
    private final Cells cells;
    private final List<List<Period>> periods;
    private final SeriesCounts counts;
    private final RateDenominator denominator;

    private CountsTabulation(SourceFacts facts, TableRows rows) {
        this.facts = facts;
        this.cube = facts.cube();
        this.cells = new Cells(rows);
        this.periods = Stream.of(Period.Type.values())
                .map(type -> Period.within(type, facts.coverage()))
                .toList();
        this.counts = new SeriesCounts(cube, facts.coverage());
        this.denominator = new RateDenominator(facts);
    }

    /** Adds the rows of a source. */
    public static void addTo(TableRows rows, SourceFacts facts) {
        new CountsTabulation(facts, rows).addAll();
    }

    private void addAll() {
        List<Places> places = Places.of(facts.geography(), facts.profile());
        boolean hasOther = facts.profile()
                .reading(
                        facts.isSeriesRecorded()
                                ? org.vigil.profile.Field.OCCURRED_DATE
                                : org.vigil.profile.Field.RECORDED_DATE)
                .isPresent();
        for (RecordClasses classes : facts.recordClasses()) {
            for (Places place : places) {
                if (!place.isWhole() && isWholeAreaOnly(classes)) {
                    continue;
                }
                addSeries(classes, place, cube.all(), hasOther);
                for (int community : facts.communities()) {
                    addSeries(classes, place, community, hasOther);
                }
            }
        }
    }

    private List<Period> periodsOf(Period.Type type) {
        return periods.get(type.ordinal());
    }

    /** Non-crime incidents and terrorism-related records by themselves are too few for areas. */
    static boolean isWholeAreaOnly(RecordClasses classes) {
        return !classes.code().equals(org.vigil.incident.RecordClass.CRIME.code())
                && !classes.code().equals(RecordClasses.BOTH);
    }

    private void addSeries(RecordClasses classes, Places place, int community, boolean hasOther) {
        if (facts.profile().series().isDaily()
                && (place.isWhole() || facts.geography().publishesAreaWeeks())) {
            long[] byDay = counts.byDay(classes.members(), place.members(), community);
            for (Period week : periodsOf(Period.Type.ISO_WEEK)) {
                addRow(facts.seriesBasis(), classes, place, community, week, counts.sumDays(byDay, week), 0);
            }
        }
        long[] byMonth = counts.byMonth(classes.members(), place.members(), community);
        long[] ofPopulated =
                place.isWhole() ? counts.byMonth(classes.members(), place.populatedMembers(), community) : byMonth;
        for (Period.Type type : Period.Type.values()) {
            if (type != Period.Type.ISO_WEEK) {
                for (Period period : periodsOf(type)) {
                    addRow(
                            facts.seriesBasis(),
                            classes,
                            place,
                            community,
                            period,
                            counts.sumMonths(byMonth, period),
                            counts.sumMonths(ofPopulated, period));
                }
            }
        }
        if (hasOther) {
            long[] byOther = counts.byOtherMonth(classes.members(), place.members(), community);
            for (Period month : periodsOf(Period.Type.MONTH)) {
                addRow(facts.otherBasis(), classes, place, community, month, counts.sumMonths(byOther, month), 0);
            }
        }
    }

    private void addRow(
            String basis, RecordClasses classes, Places place, int community, Period period, long count, long rated) {
        boolean isTotal = community == cube.all();
        boolean isAvailable = place.isCovered()
                && (!isTotal || facts.profile().meaning().hasTotal())
                && (count > 0 || facts.profile().isAbsenceZero())
                && facts.isTakenUp(community, period);
        if (!isAvailable && !place.isWhole() && !facts.profile().isAbsenceZero()) {
            return;
        }
        boolean isPartial = !facts.coverage().coversWhole(period);
        cells.source.addText(facts.sourceCode());
        cells.basis.addText(basis);
        cells.recordClass.addText(classes.code());
        cells.area.addText(place.area().code());
        cells.community.addText(
                isTotal
                        ? Communities.ALL
                        : CodeLists.communities().get(community).code());
        cells.periodType.addText(period.type().code());
        cells.start.addDate(period.start());
        cells.end.addDate(period.end());
        cells.isPartial.addBoolean(isPartial);
        EnumSet<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        if (isAvailable) {
            cells.count.addInteger(count);
        } else {
            cells.count.addEmpty();
            status.add(CellStatus.NOT_AVAILABLE);
        }
        if (facts.coverage().isProvisional(period)) {
            status.add(CellStatus.PROVISIONAL);
        }
        cells.countStatus.addText(CellStatus.text(status));
        addRate(place, community, period, isPartial, isAvailable, rated, basis);
    }

    private void addRate(
            Places place,
            int community,
            Period period,
            boolean isPartial,
            boolean isAvailable,
            long rated,
            String basis) {
        boolean isApplicable = period.type().hasRate() && !isPartial && basis.equals(facts.seriesBasis());
        Optional<Population> population =
                isApplicable ? denominator.find(place, community, period.middleYear()) : Optional.empty();
        if (!isAvailable || population.isEmpty()) {
            cells.rate.addEmpty();
            cells.lower.addEmpty();
            cells.upper.addEmpty();
            cells.method.addEmpty();
            cells.rateStatus.addText(
                    (isApplicable && !isAvailable ? CellStatus.NOT_AVAILABLE : CellStatus.NOT_APPLICABLE).shorthand());
            cells.population.addEmpty();
            cells.populationYear.addEmpty();
            cells.populationSeries.addEmpty();
            return;
        }
        Population residents = population.get();
        double factor = PER / (residents.residents() * (period.months() / 12.0));
        Interval interval = PoissonInterval.of(rated, CONFIDENCE).scaledBy(factor);
        cells.rate.addDecimal(rated * factor);
        cells.lower.addDecimal(interval.lower());
        cells.upper.addDecimal(interval.upper());
        cells.method.addText(interval.method().label());
        cells.rateStatus.addText(CellStatus.text(denominator.statuses(community, period, residents)));
        cells.population.addInteger(residents.residents());
        cells.populationYear.addInteger(residents.year());
        cells.populationSeries.addText(residents.series());
    }

    /** The columns of the table, looked up once. */
    private static final class Cells {
        final TableRows.Cells source;
        final TableRows.Cells basis;
        final TableRows.Cells recordClass;
        final TableRows.Cells area;
        final TableRows.Cells community;
        final TableRows.Cells periodType;
        final TableRows.Cells start;
        final TableRows.Cells end;
        final TableRows.Cells isPartial;
        final TableRows.Cells count;
        final TableRows.Cells countStatus;
        final TableRows.Cells rate;
        final TableRows.Cells lower;
        final TableRows.Cells upper;
        final TableRows.Cells method;
        final TableRows.Cells rateStatus;
        final TableRows.Cells population;
        final TableRows.Cells populationYear;
        final TableRows.Cells populationSeries;

        Cells(TableRows rows) {
            source = rows.column(CountsTable.SOURCE_CODE);
            basis = rows.column(CountsTable.DATE_BASIS);
            recordClass = rows.column(CountsTable.RECORD_CLASS);
            area = rows.column(CountsTable.AREA_CODE);
            community = rows.column(CountsTable.COMMUNITY_CODE);
            periodType = rows.column(CountsTable.PERIOD_TYPE);
            start = rows.column(CountsTable.PERIOD_START_DATE);
            end = rows.column(CountsTable.PERIOD_END_DATE);
            isPartial = rows.column(CountsTable.IS_PARTIAL_PERIOD);
            count = rows.column(CountsTable.INCIDENT_COUNT);
            countStatus = rows.column(CountsTable.INCIDENT_COUNT_STATUS);
            rate = rows.column(CountsTable.RATE_PER_100K);
            lower = rows.column(CountsTable.RATE_LOWER95);
            upper = rows.column(CountsTable.RATE_UPPER95);
            method = rows.column(CountsTable.RATE_INTERVAL_METHOD);
            rateStatus = rows.column(CountsTable.RATE_STATUS);
            population = rows.column(CountsTable.POPULATION);
            populationYear = rows.column(CountsTable.POPULATION_YEAR);
            populationSeries = rows.column(CountsTable.POPULATION_SERIES);
        }
    }
}
