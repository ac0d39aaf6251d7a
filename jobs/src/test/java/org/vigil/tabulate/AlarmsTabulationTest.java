package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.ModelStatus;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.release.AlarmsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

final class AlarmsTabulationTest {
    private static final LocalDate OLD = LocalDate.of(2025, 9, 1);
    private static final LocalDate NEW = LocalDate.of(2025, 12, 22);
    /** The last four weeks before 1 January 2026 are provisional. */
    private static final Coverage COVERAGE = Coverage.of(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31), 4);

    @Test
    void writesWhatWasJudged() {
        assertEquals(
                """
                barnet jewish 2025-12-22 | 9 | 1.25 | 5 | 6 | 4 | 1.632 | 0.000123 | 0.000123 | below_0.01 | 2 | 1.400 | medium_history | 90 | true | 1 | new | 2 | false | whole | jewish | [p]
                whole jewish 2025-09-01 | 30 | 12.00 | 19 | 22 | 11 | 1.800 | 0.000010 | 0.000010 | below_0.01 | 1 | 1.500 | ok | 230 | true | 1 | new | 1 | false |  |  |\s
                whole jewish 2025-12-22 | 30 | 12.00 | 19 | 22 | 11 | 1.800 | 0.000010 | 0.000020 | below_0.01 | 2 | 1.500 | ok | 230 | true | 2 | continuing | 1 | false |  |  | [p]
                whole jewish 2025-12-29 | 2 |  |  |  |  |  |  |  |  |  |  | partial | 0 | false | 0 |  |  | false |  |  | [p] [x]
                whole muslim 2025-12-22 | 0 | 0.04 | 1 | 1 | 0 | -0.043 | 1.000000 | 1.000000 | 0.10_and_more | 1 | 1.083 | zero_baseline | 12 | false | 0 |  |  | false |  |  | [p] [u]
                """,
                tabulated(List.of(
                        series(
                                "whole jewish",
                                SeriesLevel.WHOLE_AREA,
                                week(OLD, 30, 1),
                                week(NEW, 30, 2),
                                new AlarmWeek(
                                        NEW.plusWeeks(1),
                                        2,
                                        ModelStatus.PARTIAL,
                                        0,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN,
                                        false,
                                        0)),
                        series(
                                "barnet jewish",
                                SeriesLevel.BOROUGH,
                                new AlarmWeek(
                                        NEW, 9, ModelStatus.MEDIUM_HISTORY, 90, 1.25, 5, 6, 0.000123, 1.4, true, 1)),
                        series(
                                "whole muslim",
                                SeriesLevel.WHOLE_AREA,
                                new AlarmWeek(
                                        NEW,
                                        0,
                                        ModelStatus.ZERO_BASELINE,
                                        12,
                                        1 / 24.0,
                                        1,
                                        1,
                                        1,
                                        1 + 1 / 12.0,
                                        false,
                                        0)))));
    }

    private static AlarmWeek week(LocalDate monday, int count, int inAlarm) {
        return new AlarmWeek(monday, count, ModelStatus.OK, 230, 12, 19, 22, 0.00001, 1.5, true, inAlarm);
    }

    private static SeriesAlarms series(String areaAndCommunity, SeriesLevel level, AlarmWeek... weeks) {
        String[] parts = areaAndCommunity.split(" ", -1);
        return new SeriesAlarms(
                new SeriesKey("made-up", "occurred", "crime", parts[0], parts[1]), level, List.of(weeks));
    }

    /** Rows in published order: area, community and week, then every column after the key. */
    private static String tabulated(List<SeriesAlarms> alarms) {
        TableRows rows = new TableRows(AlarmsTable.TABLE);
        AlarmsTabulation.addTo(rows, COVERAGE, COVERAGE.end(), alarms);
        return IntStream.of(rows.sortedByKey())
                .mapToObj(row -> AlarmsTable.TABLE.columns().stream()
                                .skip(3)
                                .limit(3)
                                .map(column -> rows.column(column).display(row))
                                .collect(Collectors.joining(" "))
                        + " | "
                        + AlarmsTable.TABLE.columns().stream()
                                .skip(6)
                                .map(column -> rows.column(column).display(row))
                                .collect(Collectors.joining(" | "))
                        + "\n")
                .collect(Collectors.joining());
    }
}
