package org.vigil.revision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.TableRows;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The rows of {@code counts} as one vintage has them, read where they stand: in a release, or in a run that is not published yet. */
final class PublishedCounts {
    /** Stands for a cell without a number. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    /** The columns that name a series, in the order of the key. */
    static final List<Column> SERIES = List.of(
            CountsTable.SOURCE_CODE,
            CountsTable.DATE_BASIS,
            CountsTable.RECORD_CLASS,
            CountsTable.AREA_CODE,
            CountsTable.COMMUNITY_CODE,
            CountsTable.PERIOD_TYPE);

    private final int size;
    private final List<IntFunction<String>> series;
    private final IntUnaryOperator start;
    private final IntUnaryOperator end;
    private final IntToLongFunction count;
    private final IntFunction<String> status;
    private final IntToDoubleFunction rate;

    private PublishedCounts(
            int size,
            List<IntFunction<String>> series,
            IntUnaryOperator start,
            IntUnaryOperator end,
            IntToLongFunction count,
            IntFunction<String> status,
            IntToDoubleFunction rate) {
        this.size = size;
        this.series = series;
        this.start = start;
        this.end = end;
        this.count = count;
        this.status = status;
        this.rate = rate;
    }

    /** The rows of a run, in the order in which they were filled. */
    static PublishedCounts of(TableRows rows) {
        TableRows.Cells starts = rows.column(CountsTable.PERIOD_START_DATE);
        TableRows.Cells ends = rows.column(CountsTable.PERIOD_END_DATE);
        TableRows.Cells counts = rows.column(CountsTable.INCIDENT_COUNT);
        TableRows.Cells statuses = rows.column(CountsTable.INCIDENT_COUNT_STATUS);
        TableRows.Cells rates = rows.column(CountsTable.RATE_PER_100K);
        return new PublishedCounts(
                rows.size(),
                SERIES.stream()
                        .map(rows::column)
                        .<IntFunction<String>>map(cells -> cells::textAt)
                        .toList(),
                starts::epochDayAt,
                ends::epochDayAt,
                row -> counts.isEmpty(row) ? NO_NUMBER : counts.integerAt(row),
                row -> statuses.isEmpty(row) ? "" : statuses.textAt(row),
                row -> rates.isEmpty(row) ? Double.NaN : rates.decimalAt(row));
    }

    /**
     * The rows of a release, in key order.
     *
     * @throws org.vigil.release.ReleaseException if they cannot be read
     */
    static PublishedCounts of(ReleaseReader release) {
        List<Column> columns = Stream.concat(
                        SERIES.stream(),
                        Stream.of(
                                CountsTable.PERIOD_START_DATE,
                                CountsTable.PERIOD_END_DATE,
                                CountsTable.INCIDENT_COUNT,
                                CountsTable.INCIDENT_COUNT_STATUS,
                                CountsTable.RATE_PER_100K))
                .toList();
        Table rows = release.table(CountsTable.TABLE, columns);
        int[] starts = epochDays(rows.dateColumn(CountsTable.PERIOD_START_DATE.name()));
        int[] ends = epochDays(rows.dateColumn(CountsTable.PERIOD_END_DATE.name()));
        LongColumn counts = rows.longColumn(CountsTable.INCIDENT_COUNT.name());
        StringColumn statuses = rows.stringColumn(CountsTable.INCIDENT_COUNT_STATUS.name());
        DoubleColumn rates = rows.doubleColumn(CountsTable.RATE_PER_100K.name());
        return new PublishedCounts(
                rows.rowCount(),
                SERIES.stream()
                        .map(column -> rows.stringColumn(column.name()))
                        .<IntFunction<String>>map(cells -> cells::get)
                        .toList(),
                row -> starts[row],
                row -> ends[row],
                row -> counts.isMissing(row) ? NO_NUMBER : counts.getLong(row),
                row -> statuses.isMissing(row) ? "" : statuses.get(row),
                row -> rates.isMissing(row) ? Double.NaN : rates.getDouble(row));
    }

    int size() {
        return size;
    }

    /** Text of one of the {@link #SERIES} columns. */
    String text(int seriesColumn, int row) {
        return series.get(seriesColumn).apply(row);
    }

    String sourceCode(int row) {
        return text(0, row);
    }

    String areaCode(int row) {
        return text(3, row);
    }

    String periodType(int row) {
        return text(SERIES.size() - 1, row);
    }

    /** First day of the period, in days since 1970-01-01. */
    int periodStart(int row) {
        return start.applyAsInt(row);
    }

    /** Last day of the period, in days since 1970-01-01. */
    int periodEnd(int row) {
        return end.applyAsInt(row);
    }

    /** The count, or {@link #NO_NUMBER}. */
    long count(int row) {
        return count.applyAsLong(row);
    }

    /** The shorthand beside the count; the empty text where nothing is to be remarked. */
    String status(int row) {
        return status.apply(row);
    }

    /** The rate, or not a number. */
    double rate(int row) {
        return rate.applyAsDouble(row);
    }

    PublishedSeries series(int row) {
        return new PublishedSeries(text(0, row), text(1, row), text(2, row), text(3, row), text(4, row), text(5, row));
    }

    CellKey key(int row) {
        return new CellKey(series(row), LocalDate.ofEpochDay(periodStart(row)));
    }

    private static int[] epochDays(DateColumn dates) {
        int[] days = new int[dates.size()];
        for (int row = 0; row < days.length; row++) {
            days[row] = Math.toIntExact(dates.get(row).toEpochDay());
        }
        return days;
    }
}
