package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.vigil.cube.CountCube;
import org.vigil.cube.Dimension;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.profile.Field;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CellStatus;
import org.vigil.release.TableRows;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * The {@code breakdowns} table of one source: whole area × community × quarter × one further characteristic that the source has.
 *
 * <p>Categories that never occur in the source are left out; the others have their zeros.
 */
public final class BreakdownsTabulation {
    private final SourceFacts facts;
    private final CountCube cube;
    private final TableRows rows;
    private final List<Period> quarters;

    private BreakdownsTabulation(TableRows rows, SourceFacts facts) {
        this.facts = facts;
        this.cube = facts.cube();
        this.rows = rows;
        this.quarters = Period.within(Period.Type.QUARTER, facts.coverage());
    }

    /** Adds the rows of a source. */
    public static void addTo(TableRows rows, SourceFacts facts) {
        new BreakdownsTabulation(rows, facts).addAll();
    }

    private void addAll() {
        for (RecordClasses classes : facts.recordClasses()) {
            for (Dimension dimension : Dimension.values()) {
                if (facts.profile().reading(field(dimension)).isPresent() || dimension == Dimension.STRAND) {
                    addDimension(classes, dimension);
                }
            }
            if (classes.members().length > 1) {
                for (int recordClass : classes.members()) {
                    addCategory(
                            classes,
                            BreakdownsTable.RECORD_CLASS.name(),
                            RecordClass.values()[recordClass].code(),
                            (community, quarter) -> recordClassCount(recordClass, community, quarter));
                }
            }
        }
    }

    private void addDimension(RecordClasses classes, Dimension dimension) {
        List<String> codes = codes(dimension);
        for (int category = 0; category < codes.size(); category++) {
            int index = category;
            QuarterCount count = (community, quarter) -> {
                long sum = 0;
                for (int recordClass : classes.members()) {
                    sum += cube.inQuarter(dimension, recordClass, community, quarter, index);
                }
                return sum;
            };
            if (quarters.stream().anyMatch(q -> count.of(cube.all(), quarterIndex(q)) > 0)) {
                addCategory(classes, dimension.code(), codes.get(category), count);
            }
        }
    }

    private void addCategory(RecordClasses classes, String dimension, String category, QuarterCount count) {
        List<Integer> communities = new ArrayList<>(facts.communities());
        communities.add(cube.all());
        for (int community : communities) {
            boolean isTotal = community == cube.all();
            for (Period quarter : quarters) {
                long counted = count.of(community, quarterIndex(quarter));
                boolean isAvailable = (!isTotal || facts.profile().meaning().hasTotal())
                        && (counted > 0 || facts.profile().isAbsenceZero());
                addRow(classes, dimension, category, community, quarter, counted, isAvailable);
            }
        }
    }

    private void addRow(
            RecordClasses classes,
            String dimension,
            String category,
            int community,
            Period quarter,
            long count,
            boolean isAvailable) {
        EnumSet<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        rows.column(BreakdownsTable.SOURCE_CODE).addText(facts.sourceCode());
        rows.column(BreakdownsTable.DATE_BASIS).addText(facts.seriesBasis());
        rows.column(BreakdownsTable.RECORD_CLASS).addText(classes.code());
        rows.column(BreakdownsTable.COMMUNITY_CODE)
                .addText(
                        community == cube.all()
                                ? Communities.ALL
                                : CodeLists.communities().get(community).code());
        rows.column(BreakdownsTable.PERIOD_TYPE).addText(Period.Type.QUARTER.code());
        rows.column(BreakdownsTable.PERIOD_START_DATE).addDate(quarter.start());
        rows.column(BreakdownsTable.DIMENSION_CODE).addText(dimension);
        rows.column(BreakdownsTable.CATEGORY_CODE).addText(category);
        rows.column(BreakdownsTable.IS_PARTIAL_PERIOD)
                .addBoolean(!facts.coverage().coversWhole(quarter));
        if (isAvailable) {
            rows.column(BreakdownsTable.INCIDENT_COUNT).addInteger(count);
        } else {
            rows.column(BreakdownsTable.INCIDENT_COUNT).addEmpty();
            status.add(CellStatus.NOT_AVAILABLE);
        }
        if (facts.coverage().isProvisional(quarter)) {
            status.add(CellStatus.PROVISIONAL);
        }
        rows.column(BreakdownsTable.INCIDENT_COUNT_STATUS).addText(CellStatus.text(status));
    }

    private long recordClassCount(int recordClass, int community, int quarter) {
        long sum = 0;
        for (int area = 0; area < facts.geography().size(); area++) {
            if (cube.isEmpty(recordClass, area, community)) {
                continue;
            }
            for (int month = quarter * 3; month < quarter * 3 + 3; month++) {
                sum += cube.inMonthOnly(recordClass, area, community, month);
                int from = CountCube.firstDayOf(month);
                int to = CountCube.firstDayOf(month + 1);
                for (int day = from; day < to; day++) {
                    sum += cube.onDay(recordClass, area, community, day);
                }
            }
        }
        return sum;
    }

    private static int quarterIndex(Period quarter) {
        return CountCube.monthIndex(Math.toIntExact(quarter.start().toEpochDay())) / 3;
    }

    /** The field that a dimension is read from. */
    public static Field field(Dimension dimension) {
        return switch (dimension) {
            case OFFENCE_GROUP -> Field.OFFENCE_GROUP;
            case LOCATION_TYPE -> Field.LOCATION_TYPE;
            case CONTEXT -> Field.CONTEXT;
            case REPORTING_SOURCE -> Field.REPORTING_SOURCE;
            case STRAND -> Field.STRANDS;
        };
    }

    /** All codes of a dimension, by category. */
    public static List<String> codes(Dimension dimension) {
        return switch (dimension) {
            case OFFENCE_GROUP -> codes(CodeLists.offenceGroups());
            case LOCATION_TYPE -> codes(CodeLists.locationTypes());
            case CONTEXT -> codes(CodeLists.contexts());
            case REPORTING_SOURCE -> codes(CodeLists.reportingSources());
            case STRAND -> List.of(Strand.values()).stream().map(Strand::code).toList();
        };
    }

    private static List<String> codes(CodeList list) {
        return list.codes().stream().map(c -> c.code()).toList();
    }

    @FunctionalInterface
    private interface QuarterCount {
        long of(int community, int quarter);
    }
}
