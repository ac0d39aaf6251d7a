package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vigil.alarm.AlarmPhase;
import org.vigil.alarm.AlarmRanking;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.RankedWeek;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;

/** The {@code alarms} table of one source: every judged week of every series, beside those of the other series. */
public final class AlarmsTabulation {
    private final TableRows rows;
    private final ModelCells cells;
    private final Coverage coverage;

    private AlarmsTabulation(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
        this.coverage = coverage;
    }

    /**
     * Adds the rows of a source.
     *
     * @param coverage days that the source covers
     * @param completeTo last day up to which nearly all incidents are recorded; later weeks are judged, but not listed
     * @param alarms of all its series, in any order
     */
    public static void addTo(TableRows rows, Coverage coverage, LocalDate completeTo, List<SeriesAlarms> alarms) {
        AlarmsTabulation table = new AlarmsTabulation(rows, coverage);
        AlarmRanking.of(alarms, completeTo).forEach(table::addRow);
    }

    private void addRow(RankedWeek ranked) {
        AlarmWeek week = ranked.week();
        rows.column(CountsTable.SOURCE_CODE).addText(ranked.key().sourceCode());
        rows.column(CountsTable.DATE_BASIS).addText(ranked.key().dateBasis());
        rows.column(CountsTable.RECORD_CLASS).addText(ranked.key().recordClass());
        rows.column(CountsTable.AREA_CODE).addText(ranked.key().areaCode());
        rows.column(CountsTable.COMMUNITY_CODE).addText(ranked.key().communityCode());
        rows.column(AlarmsTable.WEEK_START_DATE).addDate(week.monday());
        rows.column(AlarmsTable.INCIDENT_COUNT).addInteger(week.count());
        cells.addDecimal(AlarmsTable.EXPECTED_COUNT, week.expected());
        addCount(AlarmsTable.EXPECTED_UPPER95, week.hasBound(), Math.round(week.upper95()));
        addCount(AlarmsTable.BOUND_COUNT, week.hasBound(), Math.round(week.upper()));
        addCount(AlarmsTable.LEAST_EXCESS_COUNT, week.hasBound(), week.leastExcess());
        cells.addDecimal(AlarmsTable.SCORE, week.hasScore() ? week.score() : Double.NaN);
        cells.addDecimal(AlarmsTable.P, week.p());
        cells.addDecimal(AlarmsTable.Q, ranked.q());
        rows.column(AlarmsTable.Q_BAND)
                .addText(QBand.find(ranked.q()).map(QBand::code).orElse(null));
        addCount(AlarmsTable.TESTED_SERIES_COUNT, week.hasBound(), ranked.familySize());
        cells.addDecimal(AlarmsTable.DISPERSION, week.dispersion());
        rows.column(AlarmsTable.MODEL_STATUS).addText(week.status().code());
        rows.column(AlarmsTable.BASELINE_WEEK_COUNT).addInteger(week.baselineWeeks());
        rows.column(AlarmsTable.IS_ALARM).addBoolean(week.isAlarm());
        rows.column(AlarmsTable.WEEKS_IN_ALARM).addInteger(week.weeksInAlarm());
        rows.column(AlarmsTable.ALARM_PHASE)
                .addText(week.phase().map(AlarmPhase::code).orElse(null));
        addCount(
                AlarmsTable.ALARM_RANK, ranked.rank().isPresent(), ranked.rank().orElse(0));
        rows.column(AlarmsTable.IS_EARLY_SIGNAL).addBoolean(ranked.isEarlySignal());
        Optional<SeriesKey> under = ranked.under();
        rows.column(AlarmsTable.UNDER_AREA_CODE)
                .addText(under.map(SeriesKey::areaCode).orElse(null));
        rows.column(AlarmsTable.UNDER_COMMUNITY_CODE)
                .addText(under.map(SeriesKey::communityCode).orElse(null));
        rows.column(AlarmsTable.STATUS).addText(CellStatus.text(status(week)));
    }

    private EnumSet<CellStatus> status(AlarmWeek week) {
        EnumSet<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        if (coverage.isProvisional(Period.startingOn(Period.Type.ISO_WEEK, week.monday()))) {
            status.add(CellStatus.PROVISIONAL);
        }
        if (week.isUncertain()) {
            status.add(CellStatus.LOW_RELIABILITY);
        }
        if (!week.hasBound()) {
            status.add(CellStatus.NOT_AVAILABLE);
        }
        return status;
    }

    private void addCount(Column column, boolean isKnown, long value) {
        cells.addInteger(column, isKnown ? Optional.of(value) : Optional.empty());
    }
}
