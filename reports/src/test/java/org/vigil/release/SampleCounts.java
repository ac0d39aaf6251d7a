package org.vigil.release;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows of the counts table for tests. */
final class SampleCounts {
    private SampleCounts() {}

    /** Three rows, not in key order: a zero with a rate, a cell that is not available, and a text that CSV must quote. */
    static TableRows three() {
        TableRows rows = new TableRows(CountsTable.TABLE);
        row(rows, "E09000033", "jewish", LocalDate.of(2023, 10, 1), 36L, 12.34, "exact, \"Byar\"");
        row(rows, "E09000001", "muslim", LocalDate.of(2023, 10, 1), null, null, null);
        row(rows, "E09000001", "jewish", LocalDate.of(2023, 10, 1), 0L, 0.0, "exact");
        return rows;
    }

    /** Many rows of every combination of area, community and month, in a shuffled order that the seed decides. */
    static TableRows many(int count, long seed) {
        int[] order = new int[count];
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        TableRows rows = new TableRows(CountsTable.TABLE);
        for (int i : order) {
            boolean hasRate = i % 3 == 0;
            row(
                    rows,
                    "E09%06d".formatted(i % 33),
                    "community-" + (i / 33) % 40,
                    LocalDate.of(1990, 1, 1).plusDays(i / (33 * 40)),
                    i % 7 == 0 ? null : (long) (i % 101),
                    hasRate ? (Double) ((i % 1009) / 10.0) : null,
                    hasRate ? "exact" : null);
        }
        return rows;
    }

    private static void row(
            TableRows rows,
            String area,
            String community,
            LocalDate month,
            @Nullable Long count,
            @Nullable Double rate,
            @Nullable String method) {
        rows.column(CountsTable.SOURCE_CODE).addText("met");
        rows.column(CountsTable.DATE_BASIS).addText("recorded");
        rows.column(CountsTable.RECORD_CLASS).addText("crime");
        rows.column(CountsTable.AREA_CODE).addText(area);
        rows.column(CountsTable.COMMUNITY_CODE).addText(community);
        rows.column(CountsTable.PERIOD_TYPE).addText("rolling_12_months");
        rows.column(CountsTable.PERIOD_START_DATE).addDate(month);
        rows.column(CountsTable.PERIOD_END_DATE).addDate(month.plusMonths(12).minusDays(1));
        rows.column(CountsTable.IS_PARTIAL_PERIOD).addBoolean(count == null);
        addInteger(rows.column(CountsTable.INCIDENT_COUNT), count);
        rows.column(CountsTable.INCIDENT_COUNT_STATUS).addText(count == null ? "[x]" : "");
        addDecimal(rows.column(CountsTable.RATE_PER_100K), rate);
        addDecimal(rows.column(CountsTable.RATE_LOWER95), rate == null ? null : (Double) (rate / 2));
        addDecimal(rows.column(CountsTable.RATE_UPPER95), rate == null ? null : (Double) (rate * 2));
        rows.column(CountsTable.RATE_INTERVAL_METHOD).addText(method);
        rows.column(CountsTable.RATE_STATUS).addText(rate == null ? "[z]" : "");
        addInteger(rows.column(CountsTable.POPULATION), rate == null ? null : (Long) 250_000L);
        addInteger(rows.column(CountsTable.POPULATION_YEAR), rate == null ? null : (Long) 2022L);
        rows.column(CountsTable.POPULATION_SERIES).addText(rate == null ? null : "mid-year");
    }

    private static void addInteger(TableRows.Cells cells, @Nullable Long value) {
        if (value == null) {
            cells.addEmpty();
        } else {
            cells.addInteger(value);
        }
    }

    private static void addDecimal(TableRows.Cells cells, @Nullable Double value) {
        if (value == null) {
            cells.addEmpty();
        } else {
            cells.addDecimal(value);
        }
    }
}
