package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SortedTableWriterTest {
    private static final int DAYS = 20_000;

    @Test
    void writesTheBytesOfATableThatIsSortedFirst(@TempDir Path folder) throws Exception {
        TableRows kept = new TableRows(DailyCountsTable.TABLE);
        Path streamed = folder.resolve("streamed.parquet");
        try (SortedTableWriter writer = new SortedTableWriter(DailyCountsTable.TABLE, streamed)) {
            for (String area : new String[] {"E09000001", "E09000002"}) {
                for (int day = 0; day < DAYS; day++) {
                    add(kept, area, day);
                    add(writer.rows(), area, day);
                    writer.endRow();
                }
            }
        }
        Path whole = folder.resolve("whole.parquet");
        ParquetTables.write(kept, whole);
        assertEquals(-1, Files.mismatch(whole, streamed));
    }

    @Test
    void refusesARowThatBelongsBeforeTheLast(@TempDir Path folder) {
        SortedTableWriter writer = new SortedTableWriter(DailyCountsTable.TABLE, folder.resolve("unsorted.parquet"));
        add(writer.rows(), "E09000002", 0);
        add(writer.rows(), "E09000001", 0);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, writer::close);
        assertEquals(
                "Table daily_counts: rows do not come in key order at"
                        + " [source, occurred, crime, E09000001, all, 1970-01-01, day]",
                refusal.getMessage());
    }

    private static void add(TableRows rows, String area, int day) {
        rows.column(DailyCountsTable.SOURCE_CODE).addText("source");
        rows.column(DailyCountsTable.DATE_BASIS).addText("occurred");
        rows.column(DailyCountsTable.RECORD_CLASS).addText("crime");
        rows.column(DailyCountsTable.AREA_CODE).addText(area);
        rows.column(DailyCountsTable.COMMUNITY_CODE).addText("all");
        rows.column(DailyCountsTable.PERIOD_DATE).addDate(day);
        rows.column(DailyCountsTable.DATE_PRECISION).addText("day");
        rows.column(DailyCountsTable.INCIDENT_COUNT).addInteger(1 + day % 7);
    }
}
