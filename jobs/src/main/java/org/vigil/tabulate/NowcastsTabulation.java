package org.vigil.tabulate;

import java.util.EnumSet;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.nowcast.Completeness;
import org.vigil.nowcast.Nowcast;
import org.vigil.nowcast.NowcastStatus;
import org.vigil.nowcast.SourceNowcasts;
import org.vigil.nowcast.WeekNowcast;
import org.vigil.nowcast.WeeklyReports;
import org.vigil.release.CellStatus;
import org.vigil.release.NowcastsTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.CountRange;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/** The {@code nowcasts} of one source: the recent weeks of every community and of the total, in the whole area. */
public final class NowcastsTabulation {
    private final TableRows rows;
    private final SourceFacts facts;
    private final SourceDelays delays;

    private NowcastsTabulation(TableRows rows, SourceFacts facts, SourceDelays delays) {
        this.rows = rows;
        this.facts = facts;
        this.delays = delays;
    }

    /** Adds the rows of a source. */
    public static void addTo(TableRows rows, SourceFacts facts, SourceDelays delays) {
        new NowcastsTabulation(rows, facts, delays).addAll();
    }

    private void addAll() {
        for (RecordClasses classes : facts.recordClasses()) {
            SourceNowcasts nowcasts = delays.nowcasts(classes);
            if (facts.profile().meaning().hasTotal()) {
                int all = facts.cube().all();
                nowcasts.ofAll(delays.reports(classes, all)).forEach(week -> addRow(classes, Communities.ALL, week));
            }
            for (int community : facts.communities()) {
                WeeklyReports reports = delays.reports(classes, community);
                String code = CodeLists.communities().get(community).code();
                nowcasts.ofCommunity(reports).forEach(week -> addRow(classes, code, week));
            }
        }
    }

    private void addRow(RecordClasses classes, String community, WeekNowcast week) {
        rows.column(NowcastsTable.SOURCE_CODE).addText(facts.sourceCode());
        rows.column(NowcastsTable.DATE_BASIS).addText(facts.seriesBasis());
        rows.column(NowcastsTable.RECORD_CLASS).addText(classes.code());
        rows.column(NowcastsTable.COMMUNITY_CODE).addText(community);
        rows.column(NowcastsTable.WEEK_START_DATE).addDate(week.week());
        rows.column(NowcastsTable.KNOWN_UNTIL_DATE).addDate(delays.knownUntil());
        EnumSet<CellStatus> provisional = EnumSet.noneOf(CellStatus.class);
        if (isProvisional(week)) {
            provisional.add(CellStatus.PROVISIONAL);
        }
        addReported(week, provisional);
        addEstimate(week, provisional);
        rows.column(NowcastsTable.NOWCAST_MODEL).addText(week.status().code());
    }

    private boolean isProvisional(WeekNowcast week) {
        Double completeness = week.completeness();
        return facts.coverage().isProvisional(Period.startingOn(Period.Type.ISO_WEEK, week.week()))
                || (completeness != null && completeness < Completeness.ENOUGH);
    }

    private void addReported(WeekNowcast week, EnumSet<CellStatus> provisional) {
        EnumSet<CellStatus> status = EnumSet.copyOf(provisional);
        boolean isMonthly = week.status() == NowcastStatus.MONTHS_ONLY;
        if (isMonthly || (week.reported() == 0 && !facts.profile().isAbsenceZero())) {
            rows.column(NowcastsTable.REPORTED_COUNT).addEmpty();
            status.add(isMonthly ? CellStatus.NOT_APPLICABLE : CellStatus.NOT_AVAILABLE);
        } else {
            rows.column(NowcastsTable.REPORTED_COUNT).addInteger(week.reported());
        }
        rows.column(NowcastsTable.REPORTED_COUNT_STATUS).addText(CellStatus.text(status));
    }

    private void addEstimate(WeekNowcast week, EnumSet<CellStatus> provisional) {
        EnumSet<CellStatus> status = EnumSet.copyOf(provisional);
        Nowcast nowcast = week.nowcast();
        Double completeness = week.completeness();
        if (nowcast == null || completeness == null) {
            rows.column(NowcastsTable.ESTIMATED_FINAL_COUNT).addEmpty();
            rows.column(NowcastsTable.ESTIMATED_FINAL_LOWER95).addEmpty();
            rows.column(NowcastsTable.ESTIMATED_FINAL_UPPER95).addEmpty();
            rows.column(NowcastsTable.COMPLETENESS).addEmpty();
            status.add(
                    week.status() == NowcastStatus.MONTHS_ONLY ? CellStatus.NOT_APPLICABLE : CellStatus.NOT_AVAILABLE);
        } else {
            CountRange interval = nowcast.interval95();
            rows.column(NowcastsTable.ESTIMATED_FINAL_COUNT).addInteger(nowcast.median());
            rows.column(NowcastsTable.ESTIMATED_FINAL_LOWER95).addInteger(interval.lower());
            rows.column(NowcastsTable.ESTIMATED_FINAL_UPPER95).addInteger(interval.upper());
            rows.column(NowcastsTable.COMPLETENESS).addDecimal(completeness);
            status.add(CellStatus.ESTIMATED);
        }
        rows.column(NowcastsTable.ESTIMATED_FINAL_COUNT_STATUS).addText(CellStatus.text(status));
    }
}
