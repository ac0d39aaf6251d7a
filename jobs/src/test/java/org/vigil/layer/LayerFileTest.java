package org.vigil.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.incident.CanonicalIncident;
import org.vigil.layer.RandomLayer.Row;
import org.vigil.release.Column;
import org.vigil.release.FileHash;

/** A layer file as others see it, and what is refused. */
final class LayerFileTest {
    private static final long HIGH = 0x0123456789abcdefL;

    @Test
    void tellsWhatItHolds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("part.parquet");
        LayerFile written;
        try (LayerWriter writer = LayerWriter.create(file, RandomLayer.CODES, "met", References.NONE)) {
            writer.appendVanished(HIGH, 5, "met-1");
            writer.appendVanished(HIGH, -1, "met-1");
            writer.appendVanished(-2, 0, "met-1");
            written = writer.finish();
        }

        assertEquals(
                new LayerFile(
                        "part.parquet",
                        3,
                        Files.size(file),
                        FileHash.sha256(file),
                        "0123456789abcdef0000000000000005",
                        "fffffffffffffffe0000000000000000",
                        new TreeMap<>(Map.of("vanished", 3L))),
                written);
    }

    @Test
    void equalRowsHaveEqualBytes(@TempDir Path folder) throws IOException {
        RandomLayer layer = RandomLayer.of(21, 500);
        LayerFile first = layer.write(folder.resolve("first"), 90, 30);
        LayerFile second = layer.write(folder.resolve("second"), 90, 30);

        assertEquals(first.sha256(), second.sha256());
        assertArrayEquals(Files.readAllBytes(folder.resolve("first")), Files.readAllBytes(folder.resolve("second")));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void otherReadersSeeTheSameRows(long seed, @TempDir Path folder) throws IOException, SQLException {
        RandomLayer layer = RandomLayer.of(seed, 400);
        Path file = folder.resolve("layer.parquet");
        layer.write(file, 150, seed == 32 ? 0 : 40);

        assertEquals(layer.cells(), asDuckDbReads(file, layer.references));
        assertEquals(layer.cells(), asParquetReads(file, layer.references));
    }

    private static List<String> asDuckDbReads(Path file, References references) throws SQLException {
        String columns = columns(references)
                .map(column -> column.equals(CanonicalIncident.SHARED_REFERENCE)
                        ? "lower(hex(" + column.name() + "))"
                        : column.name())
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("SELECT hex(incident_key) AS k, " + columns + " FROM read_parquet('" + file
                                + "', file_row_number = true) ORDER BY file_row_number")) {
            while (result.next()) {
                StringBuilder row = new StringBuilder(result.getString(1).toLowerCase(Locale.ROOT));
                int cells = result.getMetaData().getColumnCount();
                for (int i = 2; i <= cells; i++) {
                    row.append('|').append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static List<String> asParquetReads(Path file, References references) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                Group row = group;
                rows.add(HexFormat.of()
                                .formatHex(row.getBinary(CanonicalIncident.INCIDENT_KEY.name(), 0)
                                        .getBytes())
                        + columns(references)
                                .map(column -> "|" + cell(row, column))
                                .collect(Collectors.joining()));
            }
        }
        return rows;
    }

    private static String cell(Group row, Column column) {
        if (row.getFieldRepetitionCount(column.name()) == 0) {
            return "null";
        }
        if (column.equals(CanonicalIncident.SHARED_REFERENCE)) {
            return HexFormat.of().formatHex(row.getBinary(column.name(), 0).getBytes());
        }
        String text = row.getValueToString(row.getType().getFieldIndex(column.name()), 0);
        return column.name().endsWith("_date")
                ? LocalDate.ofEpochDay(Long.parseLong(text)).toString()
                : text;
    }

    /** All but the key, in the order of the file. */
    private static Stream<Column> columns(References references) {
        return LayerSchema.table(references).columns().stream().skip(1);
    }

    @Test
    void refusesRowsThatDoNotAscend(@TempDir Path folder) {
        Path file = folder.resolve("layer.parquet");
        try (LayerWriter writer = LayerWriter.create(file, RandomLayer.CODES, "met", References.NONE)) {
            writer.appendVanished(-1, 7, "met-2");

            String sentence = "Layer file " + file + ": row 2 does not come after the one before it;"
                    + " expected rows in ascending order of key and extract";
            assertEquals(sentence, refused(() -> writer.appendVanished(1, 7, "met-2")));
            assertEquals(sentence, refused(() -> writer.appendVanished(-1, 6, "met-2")));
            assertEquals(sentence, refused(() -> writer.appendVanished(-1, 7, "met-1")));
            assertEquals(sentence, refused(() -> writer.appendVanished(-1, 7, "met-2")));
            writer.appendVanished(-1, 7, "met-3");
        }
        assertFalse(Files.exists(file), "a file that was not finished is left behind");
    }

    private static String refused(Executable work) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, work).getMessage());
    }

    @Test
    void refusesToOverwrite(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("layer.parquet"));

        assertEquals(
                "Could not write the layer file " + file
                        + ": there is a file of that name; expected none, as layers are"
                        + " never changed. Choose another name.",
                assertThrows(
                                LayerException.class,
                                () -> LayerWriter.create(file, RandomLayer.CODES, "met", References.NONE))
                        .getMessage());
    }

    /** Wherever a byte is wrong or missing, reading gives the rows that were written, or a sentence with the file's name. */
    @Test
    void aDamagedFileGivesASentence(@TempDir Path folder) throws IOException {
        RandomLayer layer = RandomLayer.of(41, 300);
        Path file = folder.resolve("layer.parquet");
        layer.write(file, 100, 40);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(42);
        int refused = 0;
        for (int attempt = 0; attempt < 300; attempt++) {
            byte[] damaged = attempt % 10 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (attempt % 10 != 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try {
                assertEquals(layer.rows, read(layer, file), "damage " + attempt);
            } catch (LayerException e) {
                refused++;
                assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
            }
        }
        assertTrue(refused > 200, "only " + refused + " damaged files were refused");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("gone.parquet");

        assertEquals(
                "Could not read the layer file " + file
                        + ": there is no such file; expected every file that the store's"
                        + " manifest names. Bring it back from a copy of the store.",
                assertThrows(LayerException.class, () -> read(RandomLayer.of(43, 1), file))
                        .getMessage());
    }

    @Test
    void namesACodeThatThisProgramDoesNotHave(@TempDir Path folder) {
        RandomLayer layer = RandomLayer.of(44, 200);
        Path file = folder.resolve("layer.parquet");
        layer.write(file, 100, 40);
        StoredCodes older = new StoredCodes(RandomLayer.AREAS.subList(0, 39));
        LayerReading reading = new LayerReading(older, layer.ordinals, false, false, false);

        try (LayerCursor cursor = LayerCursor.open(new LocalLayerInput(file), reading, KeyRange.ALL)) {
            assertTrue(cursor.next());
            assertEquals(
                    "Could not read a layer: the code 'E09000039' of column area_code is not in this program's code lists;"
                            + " expected a code that this version knows. Run vigil store reinterpret, or use the version"
                            + " of Vigil that wrote it.",
                    assertThrows(LayerException.class, cursor::columns).getMessage());
        }
    }

    private static List<Row> read(RandomLayer layer, Path file) {
        List<Row> rows = new ArrayList<>();
        try (LayerCursor cursor = LayerCursor.open(new LocalLayerInput(file), layer.reading(), KeyRange.ALL)) {
            while (cursor.next()) {
                rows.add(layer.at(cursor));
            }
        }
        return rows;
    }
}
