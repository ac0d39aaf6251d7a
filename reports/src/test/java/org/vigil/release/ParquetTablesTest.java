package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTablesTest {
    private final Path folder;

    ParquetTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheSameBytesForTheSameRowsInAnotherOrder() throws Exception {
        ParquetTables.write(SampleCounts.many(50_000, 1), folder.resolve("a.parquet"));
        ParquetTables.write(SampleCounts.many(50_000, 2), folder.resolve("b.parquet"));

        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.parquet")), Files.readAllBytes(folder.resolve("b.parquet")));
    }

    /** Parquet itself orders parts of the footer differently in every process; a checksum in the test notices that, two writes do not. */
    @Test
    void writesTheSameBytesInEveryProcessAndOnEveryJava() throws Exception {
        Path file = folder.resolve("t.parquet");
        Column name = Column.key("name", ColumnType.TEXT, "Name");
        Column size = Column.decimal("size", "metres", 2, "Size", "not measured");
        TableRows rows = new TableRows(new Table("t", "T", "name", List.of("Note"), List.of(name, size)));
        for (int row = 0; row < 1_000; row++) {
            rows.column(name).addText("name " + (row * 7) % 1_000);
            if (row % 3 == 0) {
                rows.column(size).addEmpty();
            } else {
                rows.column(size).addDecimal(row / 8.0);
            }
        }
        ParquetTables.write(rows, file);

        assertEquals("0da189b9c777c8eb2c04ad9a1ca23f4bb87233356367f2c96cedbf3e262da456", FileHash.sha256(file));
    }

    @Test
    void writesRowsInKeyOrderWithTypesOfTheDeclaration() throws Exception {
        Path file = folder.resolve("counts.parquet");
        ParquetTables.write(SampleCounts.three(), file);

        assertEquals(
                """
                E09000001|jewish|2023-10-01|2024-09-30|false|0|null|0.0|exact
                E09000001|muslim|2023-10-01|2024-09-30|true|null|[x]|null|null
                E09000033|jewish|2023-10-01|2024-09-30|false|36|null|12.3|exact, "Byar"
                """,
                DuckDb.rows("select area_code, community_code, period_start_date, period_end_date, is_partial_period,"
                        + " incident_count, incident_count_status, incident_rate_per_100k,"
                        + " incident_rate_interval_method from '" + file + "'"));
        assertEquals(
                """
                VARCHAR|DATE|BIGINT|DOUBLE|BOOLEAN
                """,
                DuckDb.rows("select typeof(area_code), typeof(period_start_date), typeof(incident_count),"
                        + " typeof(incident_rate_per_100k), typeof(is_partial_period) from '" + file + "' limit 1"));
    }

    @Test
    void explainsItselfInItsMetadata() throws Exception {
        Path file = folder.resolve("counts.parquet");
        ParquetTables.write(SampleCounts.three(), file);

        assertEquals(
                """
                Incidents and rates by area, target community and period|19|per 100,000 residents a year|1|area
                """,
                DuckDb.rows("with m as (select decode(key) as k, decode(value)::json as v from"
                        + " parquet_kv_metadata('" + file + "')), f as (select v from m where k = 'vigil.fields')"
                        + " select (select v->>'title' from m where k = 'vigil.table'), json_array_length(v),"
                        + " v->11->>'unit', v->11->>'decimals', v->3->>'code_list' from f"));
    }

    @Test
    void writesATableWithoutRows() throws Exception {
        Path file = folder.resolve("counts.parquet");
        ParquetTables.write(new TableRows(CountsTable.TABLE), file);

        assertEquals("0\n", DuckDb.rows("select count(*) from '" + file + "'"));
    }

    @Test
    void requiresColumnsThatMayNotBeEmpty() {
        assertEquals(
                List.of("required binary source_code (STRING)", "optional int64 incident_count"),
                List.of(
                        ParquetTables.schema(CountsTable.TABLE)
                                .getType("source_code")
                                .toString(),
                        ParquetTables.schema(CountsTable.TABLE)
                                .getType("incident_count")
                                .toString()));
    }

    @Test
    void saysThatAFileStandsWhereAFolderIsNeeded() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("tables"), "");
        Path file = notAFolder.resolve("counts.parquet");

        ReleaseException e =
                assertThrows(ReleaseException.class, () -> ParquetTables.write(SampleCounts.three(), file));

        assertEquals(
                "Could not write table counts: a file stands where a folder is needed. Choose another location (" + file
                        + ").",
                e.getMessage());
    }
}
