package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.KeyRange;

final class KeyedIncidentsTest {
    private record Entry(long high, long low, long order) {}

    private static final Comparator<Entry> BY_KEY = Comparator.<Entry>comparingLong(e -> e.high() ^ Long.MIN_VALUE)
            .thenComparingLong(e -> e.low() ^ Long.MIN_VALUE)
            .thenComparingLong(Entry::order);

    @Test
    void handsOnEveryRecordInTheOrderOfKeysThenOfSpeaking(@TempDir Path scratch) {
        for (int rowsInMemory : new int[] {100_000, 5_000, 300, 40}) {
            Random random = new Random(rowsInMemory);
            List<Entry> expected = new ArrayList<>();
            KeyedIncidents incidents = new KeyedIncidents(KeyRange.of(1, 4), rowsInMemory, scratch);
            for (int block = 0; block < 12; block++) {
                incidents.add(block(random, expected, 500));
            }
            expected.sort(BY_KEY);
            assertEquals(expected, read(incidents), rowsInMemory + " rows in memory");
        }
    }

    @Test
    void leavesNoFileOfASplitBehind(@TempDir Path scratch) throws IOException {
        KeyedIncidents incidents = new KeyedIncidents(KeyRange.of(1, 4), 100, scratch);
        List<Entry> expected = new ArrayList<>();
        incidents.add(block(new Random(1), expected, 1_000));
        try (Stream<Path> made = Files.list(scratch)) {
            assertTrue(made.findAny().isPresent(), "ten times too large, so split");
        }
        assertEquals(1_000, read(incidents).size());
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Records of random keys of the second quarter; every fifth shares its key with another, some keys differ in the low half only. */
    private static PackedIncidents block(Random random, List<Entry> expected, int rows) {
        PackedIncidents block = new PackedIncidents();
        IncidentColumns columns = new IncidentColumns(1);
        columns.communitySet[0] = columns.communities.idOf(3);
        columns.offenceGroupSet[0] = columns.offenceGroups.idOf(1);
        columns.locationTypeSet[0] = columns.locationTypes.idOf(1);
        columns.contextSet[0] = columns.contexts.idOf();
        for (int i = 0; i < rows; i++) {
            long high = 1L << 62 | random.nextLong() >>> 2;
            long low = random.nextLong();
            if (i % 5 == 0 && !expected.isEmpty()) {
                Entry other = expected.get(random.nextInt(expected.size()));
                high = other.high();
                low = i % 10 == 0 ? other.low() : low;
            }
            columns.keyHigh[0] = high;
            columns.keyLow[0] = low;
            long order = PackedIncidents.orderOf(random.nextInt(3), expected.size(), 0);
            block.append(columns, 0, order);
            expected.add(new Entry(high, low, order));
        }
        return block;
    }

    private static List<Entry> read(KeyedIncidents incidents) {
        List<Entry> read = new ArrayList<>();
        incidents.forEachKey((rows, places, count) -> {
            for (int i = 0; i < count; i++) {
                assertEquals(rows.keyHigh(places[0]), rows.keyHigh(places[i]));
                assertEquals(rows.keyLow(places[0]), rows.keyLow(places[i]));
                read.add(new Entry(rows.keyHigh(places[i]), rows.keyLow(places[i]), rows.order(places[i])));
            }
        });
        return read;
    }
}
