package org.vigil.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.IncidentColumns;
import org.vigil.layer.RandomLayer.Row;

/** The cursor against a plain list of the rows that were written. */
final class LayerCursorTest {
    /** Row groups and dictionaries so small that several of each, and pages without one, occur. */
    @ParameterizedTest(name = "seed {0}: {1} rows, groups of {2}, batches of {3}, dictionaries up to {4}")
    @CsvSource({
        "1, 0, 100, 50, 1000",
        "2, 1, 100, 50, 1000",
        "3, 700, 100, 33, 1000",
        "4, 700, 1000, 64, 1000",
        "5, 700, 97, 1000, 0",
        "6, 700, 300, 41, 20",
        "7, 700, 64, 8, 3",
        "8, 3000, 2000, 500, 1000",
        "9, 3000, 2000, 777, 0",
    })
    void readsBackWhatWasWritten(
            long seed, int size, int groupRows, int batchRows, int dictionaryLimit, @TempDir Path folder) {
        RandomLayer layer = RandomLayer.of(seed, size);
        Path file = folder.resolve("layer.parquet");
        layer.write(file, groupRows, dictionaryLimit);

        List<Row> read = new ArrayList<>();
        try (LayerCursor cursor =
                LayerCursor.open(new LocalLayerInput(file), layer.reading(), KeyRange.ALL, batchRows)) {
            while (cursor.next()) {
                read.add(layer.at(cursor));
            }
            assertFalse(cursor.next());
            assertFalse(cursor.advanceTo(0, 0));
        }

        assertEquals(layer.rows, read);
    }

    @ParameterizedTest(name = "seed {0}: groups of {1}, batches of {2}, dictionaries up to {3}")
    @CsvSource({
        "11, 100, 33, 1000",
        "12, 1000, 1, 1000",
        "13, 97, 1000, 0",
        "14, 300, 41, 20",
        "15, 64, 1, 3",
        "16, 5000, 5000, 1000",
        "17, 200, 7, 1000",
        "18, 50, 50, 5",
    })
    void goesWhereAListWouldGo(long seed, int groupRows, int batchRows, int dictionaryLimit, @TempDir Path folder) {
        RandomLayer layer = RandomLayer.of(seed, 900);
        Path file = folder.resolve("layer.parquet");
        layer.write(file, groupRows, dictionaryLimit);
        Random random = new Random(seed * 31);
        for (int walk = 0; walk < 40; walk++) {
            KeyRange range = range(random, layer);
            List<Row> expected = layer.rows.stream()
                    .filter(row -> range.contains(row.high()))
                    .toList();
            try (LayerCursor cursor = LayerCursor.open(new LocalLayerInput(file), layer.reading(), range, batchRows)) {
                walk(layer, expected, cursor, random);
            }
        }
    }

    private static void walk(RandomLayer layer, List<Row> expected, LayerCursor cursor, Random random) {
        int at = -1;
        while (at < expected.size()) {
            boolean isThere;
            if (random.nextInt(3) > 0) {
                at++;
                isThere = cursor.next();
            } else {
                Row target = someRow(random, layer.rows);
                long high = target.high() + random.nextInt(3) - 1;
                long low = random.nextBoolean() ? target.low() : random.nextLong();
                at = Math.max(at, 0);
                while (at < expected.size() && expected.get(at).isBelow(high, low)) {
                    at++;
                }
                isThere = cursor.advanceTo(high, low);
            }
            assertEquals(at < expected.size(), isThere);
            if (isThere) {
                at = foldSome(layer, expected, cursor, random, at);
            }
        }
    }

    /** Looks at the current row, and sometimes at the run of rows below a key, as a fold does. */
    private static int foldSome(RandomLayer layer, List<Row> expected, LayerCursor cursor, Random random, int from) {
        Row current = expected.get(from);
        assertEquals(current.high(), cursor.keyHigh());
        assertEquals(current.low(), cursor.keyLow());
        if (random.nextInt(3) == 0) {
            assertEquals(current, layer.at(cursor));
        }
        if (random.nextInt(3) > 0) {
            return from;
        }
        Row until = someRow(random, layer.rows);
        int row = cursor.row();
        int end = cursor.batchEnd(until.high(), until.low());
        IncidentColumns columns = cursor.columns();
        int at = from;
        for (int i = row; i < end; i++) {
            assertTrue(expected.get(at).isBelow(until.high(), until.low()));
            assertEquals(expected.get(at++), layer.at(cursor, columns, i));
        }
        if (end < cursor.batchSize()) {
            assertFalse(expected.get(at).isBelow(until.high(), until.low()));
            cursor.moveTo(end);
            return at;
        }
        cursor.moveTo(end - 1);
        return at - 1;
    }

    private static KeyRange range(Random random, RandomLayer layer) {
        int partitions = 1 + random.nextInt(9);
        return switch (random.nextInt(4)) {
            case 0 -> KeyRange.of(random.nextInt(partitions), partitions);
            case 1 -> {
                long a = someRow(random, layer.rows).high();
                long b = someRow(random, layer.rows).high();
                yield Long.compareUnsigned(a, b) <= 0 ? new KeyRange(a, b) : new KeyRange(b, a);
            }
            case 2 -> {
                long only = someRow(random, layer.rows).high();
                yield new KeyRange(only, only);
            }
            default -> KeyRange.ALL;
        };
    }

    private static Row someRow(Random random, List<Row> rows) {
        return rows.get(random.nextInt(rows.size()));
    }
}
