package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CountsTable;

/**
 * A row of the table {@code alarms}.
 *
 * @param count empty where none or very few are published
 * @param expected empty where no model could say, as are bound and the upper end of what is usual
 * @param rank place in the list of the week's alarms; empty where it is not listed
 * @param isNested whether it is listed under another alarm
 * @param isEarlySignal whether what is reported so far is above the bound already, in a week that is not complete enough to be listed
 */
record JudgedWeek(
        String areaCode,
        String communityCode,
        LocalDate monday,
        OptionalLong count,
        OptionalDouble expected,
        OptionalLong usualUpper,
        OptionalLong bound,
        OptionalLong leastExcess,
        long weeksInAlarm,
        OptionalLong rank,
        boolean isNested,
        boolean isEarlySignal,
        boolean isProvisional) {
    private static final int LAST_DAY = 6;

    /** All judged weeks of a source, in the order of the release. */
    static List<JudgedWeek> readAll(ReportInput input, String sourceCode) {
        Rows rows = new Rows(input.rows(
                AlarmsTable.TABLE, AlarmsTable.TABLE.columns(), Map.of(CountsTable.SOURCE_CODE, Set.of(sourceCode))));
        List<JudgedWeek> weeks = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            weeks.add(new JudgedWeek(
                    rows.text(CountsTable.AREA_CODE, row),
                    rows.text(CountsTable.COMMUNITY_CODE, row),
                    rows.date(AlarmsTable.WEEK_START_DATE, row).orElseThrow(),
                    rows.number(AlarmsTable.INCIDENT_COUNT, row),
                    rows.decimal(AlarmsTable.EXPECTED_COUNT, row),
                    rows.number(AlarmsTable.EXPECTED_UPPER95, row),
                    rows.number(AlarmsTable.BOUND_COUNT, row),
                    rows.number(AlarmsTable.LEAST_EXCESS_COUNT, row),
                    rows.number(AlarmsTable.WEEKS_IN_ALARM, row).orElseThrow(),
                    rows.number(AlarmsTable.ALARM_RANK, row),
                    !rows.text(AlarmsTable.UNDER_AREA_CODE, row).isEmpty(),
                    rows.isTrue(AlarmsTable.IS_EARLY_SIGNAL, row),
                    rows.text(AlarmsTable.STATUS, row).contains("[p]")));
        }
        return weeks;
    }

    /** Last day of the week. */
    LocalDate sunday() {
        return monday.plusDays(LAST_DAY);
    }

    /** What tells its series from the others of the source. */
    Series series() {
        return new Series(areaCode, communityCode);
    }

    /** A series of a source: an area, or the whole, and a community, or all. */
    record Series(String areaCode, String communityCode) {}

    boolean isSeriesOf(JudgedWeek other) {
        return areaCode.equals(other.areaCode) && communityCode.equals(other.communityCode);
    }
}
