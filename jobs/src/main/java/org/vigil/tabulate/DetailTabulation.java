package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigil.cube.CountCube;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.RecordClass;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.ReportingDelaysTable;
import org.vigil.release.SortedTableWriter;
import org.vigil.release.TableRows;

/** The sparse tables of one source: the day-level cube, and occurred × recorded. Only cells that hold incidents have a row. */
public final class DetailTabulation {
    private DetailTabulation() {}

    /** Adds the {@code daily_counts} of a source, in key order: by the finest area, the series date, each record class by itself. */
    public static void addDailyCounts(TableRows rows, SourceFacts facts) {
        new DailyCells(rows, facts, () -> {}).addAll();
    }

    /** Writes the {@code daily_counts} of a source without keeping them; a large cube has millions of cells. */
    public static void writeDailyCounts(SortedTableWriter writer, SourceFacts facts) {
        new DailyCells(writer.rows(), facts, writer::endRow).addAll();
    }

    /** The cells of the day-level cube in key order; columns are looked up once. */
    private static final class DailyCells {
        private final SourceFacts facts;
        private final CountCube cube;
        private final Runnable endRow;
        private final TableRows.Cells source;
        private final TableRows.Cells basis;
        private final TableRows.Cells recordClass;
        private final TableRows.Cells area;
        private final TableRows.Cells community;
        private final TableRows.Cells date;
        private final TableRows.Cells precision;
        private final TableRows.Cells count;

        DailyCells(TableRows rows, SourceFacts facts, Runnable endRow) {
            this.facts = facts;
            this.cube = facts.cube();
            this.endRow = endRow;
            this.source = rows.column(DailyCountsTable.SOURCE_CODE);
            this.basis = rows.column(DailyCountsTable.DATE_BASIS);
            this.recordClass = rows.column(DailyCountsTable.RECORD_CLASS);
            this.area = rows.column(DailyCountsTable.AREA_CODE);
            this.community = rows.column(DailyCountsTable.COMMUNITY_CODE);
            this.date = rows.column(DailyCountsTable.PERIOD_DATE);
            this.precision = rows.column(DailyCountsTable.DATE_PRECISION);
            this.count = rows.column(DailyCountsTable.INCIDENT_COUNT);
        }

        void addAll() {
            List<Integer> communities = new ArrayList<>(facts.communities());
            if (facts.profile().meaning().hasTotal()) {
                communities.add(cube.all());
            }
            communities.sort(Comparator.comparing(c -> communityCode(facts, c)));
            List<Integer> areas = new ArrayList<>();
            for (int a = 0; a < facts.geography().size(); a++) {
                areas.add(a);
            }
            areas.sort(Comparator.comparing(a -> facts.geography().get(a).code()));
            List<RecordClass> classes = new ArrayList<>(List.of(RecordClass.values()));
            classes.sort(Comparator.comparing(RecordClass::code));
            for (RecordClass c : classes) {
                for (int a : areas) {
                    for (int m : communities) {
                        if (!cube.isEmpty(c.ordinal(), a, m)) {
                            addSeries(c, a, m);
                        }
                    }
                }
            }
        }

        /** Days in order; what is known of a month only stands behind the first day of the month, as its precision sorts behind. */
        private void addSeries(RecordClass c, int a, int m) {
            int nextMonth = CountCube.monthIndex(cube.firstDay());
            int lastDay = cube.lastDay();
            int lastMonth = CountCube.monthIndex(lastDay);
            int startOfMonth = CountCube.firstDayOf(nextMonth);
            for (int day = startOfMonth; day <= lastDay; day++) {
                addCell(c, a, m, day, DatePrecision.DAY, cube.onDay(c.ordinal(), a, m, day));
                if (day == startOfMonth && nextMonth <= lastMonth) {
                    addCell(c, a, m, day, DatePrecision.MONTH, cube.inMonthOnly(c.ordinal(), a, m, nextMonth));
                    startOfMonth = CountCube.firstDayOf(++nextMonth);
                }
            }
        }

        private void addCell(RecordClass c, int a, int m, int day, DatePrecision known, int incidents) {
            if (incidents == 0) {
                return;
            }
            source.addText(facts.sourceCode());
            basis.addText(facts.seriesBasis());
            recordClass.addText(c.code());
            area.addText(facts.geography().get(a).code());
            community.addText(communityCode(facts, m));
            date.addDate(day);
            precision.addText(known.code());
            count.addInteger(incidents);
            endRow.run();
        }
    }

    /** Adds the {@code reporting_delays} of a source; none where it has only one date. */
    public static void addReportingDelays(TableRows rows, SourceFacts facts) {
        facts.cube().forEachDelay((recordClass, community, occurred, recorded, count) -> {
            if (community == facts.cube().all() && !facts.profile().meaning().hasTotal()) {
                return;
            }
            rows.column(ReportingDelaysTable.SOURCE_CODE).addText(facts.sourceCode());
            rows.column(ReportingDelaysTable.RECORD_CLASS).addText(RecordClass.values()[recordClass].code());
            rows.column(ReportingDelaysTable.COMMUNITY_CODE).addText(communityCode(facts, community));
            rows.column(ReportingDelaysTable.OCCURRED_MONTH_DATE).addDate(CountCube.firstDayOf(occurred));
            rows.column(ReportingDelaysTable.RECORDED_MONTH_DATE).addDate(CountCube.firstDayOf(recorded));
            rows.column(ReportingDelaysTable.INCIDENT_COUNT).addInteger(count);
        });
    }

    private static String communityCode(SourceFacts facts, int community) {
        return community == facts.cube().all()
                ? Communities.ALL
                : CodeLists.communities().get(community).code();
    }
}
