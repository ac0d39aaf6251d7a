package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that are made from the declarations: CSV, dictionary, data package, manifest. */
class ReleaseFilesTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Path folder;

    ReleaseFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesCsvInKeyOrderQuotingOnlyWhatAsksForIt() throws Exception {
        Path file = folder.resolve("counts.csv");
        CsvTables.write(SampleCounts.three(), file);

        assertEquals("""
                source_code,date_basis,record_class,area_code,community_code,period_type,period_start_date,\
                period_end_date,is_partial_period,incident_count,incident_count_status,incident_rate_per_100k,\
                incident_rate_lower95,incident_rate_upper95,incident_rate_interval_method,incident_rate_status,\
                population,population_year,population_series
                met,recorded,crime,E09000001,jewish,rolling_12_months,2023-10-01,2024-09-30,false,0,,0.0,0.0,0.0,\
                exact,,250000,2022,mid-year
                met,recorded,crime,E09000001,muslim,rolling_12_months,2023-10-01,2024-09-30,true,,[x],,,,,[z],,,
                met,recorded,crime,E09000033,jewish,rolling_12_months,2023-10-01,2024-09-30,false,36,,12.3,6.2,24.7,\
                "exact, ""Byar""\",,250000,2022,mid-year
                """, Files.readString(file));
    }

    @Test
    void keepsAnEmptyTextApartFromAnEmptyCell() throws Exception {
        Column key = Column.key("row_number", ColumnType.INTEGER, "Row");
        Column required = Column.attribute("note", ColumnType.TEXT, "Note");
        Column optional = Column.attribute("remark", ColumnType.TEXT, "Remark").emptyMeans("none");
        TableRows rows = new TableRows(new Table("t", "T", "row", List.of(), List.of(key, required, optional)));
        rows.column(key).addInteger(-5);
        rows.column(required).addText("");
        rows.column(optional).addText("");
        rows.column(key).addInteger(7);
        rows.column(required).addText("line\nbreak");
        rows.column(optional).addText("=1+1");
        Path file = folder.resolve("t.csv");

        CsvTables.write(rows, file);

        assertEquals("row_number,note,remark\n-5,\"\",\n7,\"line\nbreak\",=1+1\n", Files.readString(file));
    }

    @Test
    void holdsTheSameCellsInParquetAndInCsvAndInTheReader() throws Exception {
        TableRows rows = SampleCounts.many(20_000, 7);
        Path parquet = Files.createDirectory(folder.resolve("tables")).resolve("counts.parquet");
        Path csv = folder.resolve("counts.csv");
        ParquetTables.write(rows, parquet);
        CsvTables.write(rows, csv);
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest(Map.of()).json());

        String types = CountsTable.TABLE.columns().stream()
                .map(c -> "'" + c.name() + "': '" + duckDbType(c.type()) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        String csvRows = "select * from read_csv('" + csv + "', header = true, columns = " + types + ")";
        assertEquals(
                "20000|0\n",
                DuckDb.rows("select (select count(*) from '" + parquet + "'), (select count(*) from ((select * from '"
                        + parquet + "' except all " + csvRows + ")))"));
        assertEquals(
                DuckDb.rows("select sum(incident_count), count(incident_count), round(sum(incident_rate_per_100k), 1),"
                        + " count(incident_rate_status), min(period_start_date) from '" + parquet + "'"),
                summary(ReleaseReader.open(folder).table(CountsTable.TABLE)));
    }

    @Test
    void explainsEveryTableAndColumnInTheDictionary() {
        String dictionary = DataDictionary.markdown("Restricted, for a test.", PublishedTables.ALL);

        for (Table table : PublishedTables.ALL) {
            assertTrue(dictionary.contains("\n## " + table.name() + "\n\n" + table.title() + "."), table.name());
            for (Column column : table.columns()) {
                assertTrue(dictionary.contains("| `" + column.name() + "` | "), column.name());
                assertTrue(dictionary.contains(column.description()), column.name());
            }
        }
        assertTrue(
                dictionary.contains("| `incident_rate_per_100k` | number, 1 decimal | measure | per 100,000 residents a"
                        + " year | Incidence rate, only for rolling 12 months and financial years | no rate may be"
                        + " published for this cell; the status says why |\n"));
        assertTrue(dictionary.contains("| `[c]` | confidential: hidden so that nobody can be identified |\n"));
        assertTrue(dictionary.contains("restricted releases only"));
    }

    @Test
    void describesEveryTableInADescriptorThatTheStandardAccepts() throws Exception {
        Map<String, Manifest.FileEntry> files = PublishedTables.ALL.stream()
                .collect(Collectors.toMap(t -> "csv/" + t.name() + ".csv", t -> new Manifest.FileEntry(HASH, 12)));

        String json = new String(DataPackage.json(manifest(files), PublishedTables.ALL, files), StandardCharsets.UTF_8);

        assertEquals(List.of(), standard().validate(json, InputFormat.JSON));
        JsonNode counts = Json.MAPPER.readTree(json).path("resources").path(0);
        assertEquals("sha256:" + HASH, counts.path("hash").asText());
        assertEquals(
                "per 100,000 residents a year",
                counts.at("/schema/fields/11/unit").asText());
        assertEquals("number", counts.at("/schema/fields/11/type").asText());
        assertEquals(7, counts.at("/schema/primaryKey").size());
        assertTrue(counts.at("/schema/fields/0/constraints/required").asBoolean());
    }

    @Test
    void isJudgedByASchemaThatRefusesABadDescriptor() throws Exception {
        String bad = "{\"profile\": \"tabular-data-package\", \"resources\": [{\"name\": \"Not A Name\"}]}";

        assertTrue(standard().validate(bad, InputFormat.JSON).size() > 0);
    }

    @Test
    void readsBackTheManifestItWrote() throws Exception {
        Manifest written = manifest(Map.of("csv/counts.csv", new Manifest.FileEntry(HASH, 12)));
        Files.write(folder.resolve(Manifest.FILE_NAME), written.json());

        assertEquals(written, Manifest.readFrom(folder));
    }

    @Test
    void writesTheManifestWithSortedKeys() {
        String json = new String(manifest(Map.of()).json(), StandardCharsets.UTF_8);

        assertTrue(json.startsWith("""
                        {
                          "as_of_date": "2024-01-07",
                          "audience": "restricted",
                          "checks": [
                            {
                              "name": "conservation",
                              "passed": true,
                              "statement": "10 read = 9 accepted + 1 quarantined"
                            }
                          ],
                          "code_version": "0.1.0",
                        """), json);
        assertTrue(json.endsWith("}\n"));
    }

    private static String duckDbType(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static String summary(tech.tablesaw.api.Table counts) {
        return "%d|%d|%.1f|%d|%s\n"
                .formatted(
                        (long) counts.longColumn("incident_count").sum(),
                        counts.longColumn("incident_count").removeMissing().size(),
                        counts.doubleColumn("incident_rate_per_100k").sum(),
                        counts.stringColumn("incident_rate_status")
                                .removeMissing()
                                .size(),
                        counts.dateColumn("period_start_date").min());
    }

    private static Schema standard() throws Exception {
        try (InputStream schema = Objects.requireNonNull(
                ReleaseFilesTest.class.getResourceAsStream("tabular-data-package.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static Manifest manifest(Map<String, Manifest.FileEntry> files) {
        return new Manifest(
                "2024-01-07_0123456789ab",
                Audience.RESTRICTED,
                Protection.NONE,
                "Restricted, not for publication",
                LocalDate.of(2024, 1, 7),
                "0.1.0",
                HASH,
                HASH,
                List.of(new Manifest.ExtractEntry(
                        "met-2024-01", "met", "extract.csv", HASH, 10, new TreeMap<>(Map.of("accepted", 9L)))),
                List.of(new Manifest.TableEntry("counts", 3, HASH, 1)),
                List.of(new Manifest.CheckEntry("conservation", true, "10 read = 9 accepted + 1 quarantined")),
                new TreeMap<>(files));
    }
}
