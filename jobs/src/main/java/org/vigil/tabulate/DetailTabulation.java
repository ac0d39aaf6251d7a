package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.List;
import org.vigil.cube.CountCube;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.RecordClass;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.ReportingDelaysTable;
import org.vigil.release.TableRows;

/** The sparse tables of one source: the day-level cube, and occurred × recorded. Only cells that hold incidents have a row. */
public final class DetailTabulation {
    private DetailTabulation() {}

    /** Adds the {@code daily_counts} of a source: by the finest area, the series date, each record class by itself. */
    public static void addDailyCounts(TableRows rows, SourceFacts facts) {
        CountCube cube = facts.cube();
        List<Integer> communities = new ArrayList<>(facts.communities());
        if (facts.profile().meaning().hasTotal()) {
            communities.add(cube.all());
        }
        for (RecordClass recordClass : RecordClass.values()) {
            for (int area = 0; area < facts.geography().size(); area++) {
                for (int community : communities) {
                    if (!cube.isEmpty(recordClass.ordinal(), area, community)) {
                        addSeries(rows, facts, recordClass, area, community);
                    }
                }
            }
        }
    }

    private static void addSeries(TableRows rows, SourceFacts facts, RecordClass recordClass, int area, int community) {
        CountCube cube = facts.cube();
        int from = cube.firstDay();
        int to = cube.lastDay();
        for (int day = from; day <= to; day++) {
            addCell(
                    rows,
                    facts,
                    recordClass,
                    area,
                    community,
                    day,
                    DatePrecision.DAY,
                    cube.onDay(recordClass.ordinal(), area, community, day));
        }
        for (int month = CountCube.monthIndex(from); month <= CountCube.monthIndex(to); month++) {
            addCell(
                    rows,
                    facts,
                    recordClass,
                    area,
                    community,
                    CountCube.firstDayOf(month),
                    DatePrecision.MONTH,
                    cube.inMonthOnly(recordClass.ordinal(), area, community, month));
        }
    }

    private static void addCell(
            TableRows rows,
            SourceFacts facts,
            RecordClass recordClass,
            int area,
            int community,
            int day,
            DatePrecision precision,
            int count) {
        if (count == 0) {
            return;
        }
        rows.column(DailyCountsTable.SOURCE_CODE).addText(facts.sourceCode());
        rows.column(DailyCountsTable.DATE_BASIS).addText(facts.seriesBasis());
        rows.column(DailyCountsTable.RECORD_CLASS).addText(recordClass.code());
        rows.column(DailyCountsTable.AREA_CODE)
                .addText(facts.geography().get(area).code());
        rows.column(DailyCountsTable.COMMUNITY_CODE).addText(communityCode(facts, community));
        rows.column(DailyCountsTable.PERIOD_DATE).addDate(day);
        rows.column(DailyCountsTable.DATE_PRECISION).addText(precision.code());
        rows.column(DailyCountsTable.INCIDENT_COUNT).addInteger(count);
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
