package org.vigil.cellkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values: the package cellkeyperturbation 3.0.0 of the Office for National Statistics on simulated records, and a maximum entropy table computed in R. */
class PerturbationTableTest {
    private static final PerturbationTable TABLE = PerturbationTable.STANDARD;
    private static final List<String> DIMENSIONS = List.of("borough", "community", "month");

    @Test
    void probabilitiesAndKeysAreThoseOfTheReference() {
        for (Row row : ReferenceValues.of("ckm_ptable_maxent.csv")) {
            int count = row.integer("pcv");
            int change = row.integer("pvalue");
            String where = count + " changed by " + change;
            assertEquals(row.number("p"), TABLE.probability(count, change), 1e-9, where);
            assertEquals(row.integer("n_keys"), TABLE.keys(count, change), where);
            for (int key = row.integer("ckey_lo"); key <= row.integer("ckey_hi"); key++) {
                assertEquals(change, TABLE.change(count, key), where + " at key " + key);
            }
        }
    }

    @Test
    void countsFromEightOnAreChangedAlike() {
        for (int key = 0; key < PerturbationTable.KEYS; key++) {
            assertEquals(TABLE.change(8, key), TABLE.change(9, key));
            assertEquals(TABLE.change(8, key), TABLE.change(1_000_000, key));
        }
    }

    @Test
    void cellsOfTheReferenceAreChangedByTheirKeysInEveryTable() {
        List<Row> microdata = ReferenceValues.of("ckm_microdata.csv");
        Map<String, long[]> cells = new TreeMap<>();
        for (Row record : microdata) {
            for (int kept = 0; kept < 8; kept++) {
                String cell = key(record, kept);
                long[] countAndKeys = cells.computeIfAbsent(cell, c -> new long[2]);
                countAndKeys[0]++;
                countAndKeys[1] += record.integer("record_key");
            }
        }
        int compared = 0;
        for (Row row : ReferenceValues.of("ckm_expected.csv")) {
            String name =
                    Stream.of("borough", "community", "month").map(row::text).reduce("", (a, b) -> a + "|" + b);
            long[] cell = cells.getOrDefault(name, new long[2]);
            int key = (int) (cell[1] % PerturbationTable.KEYS);
            ToLongBiFunction<Long, Integer> published =
                    row.text("ptable").equals("maxent") ? TABLE::published : PerturbationTableTest::toFives;
            long count = published.applyAsLong(cell[0], key);
            assertEquals(row.integer("pre_sdc_count"), cell[0], name);
            if (cell[0] > 0) {
                assertEquals(row.integer("ckey"), key, name);
            }
            boolean isShown = count >= row.integer("threshold");
            assertEquals(isShown ? Long.toString(count) : "NA", row.text("count"), name + " " + row.text("ptable"));
            compared++;
        }
        assertEquals(1194, compared);
    }

    private static String key(Row record, int kept) {
        StringBuilder key = new StringBuilder();
        for (int d = 0; d < DIMENSIONS.size(); d++) {
            key.append('|').append((kept >> d & 1) == 1 ? record.text(DIMENSIONS.get(d)) : "TOTAL");
        }
        return key.toString();
    }

    /** The table shipped with that package: counts below 10 become 0, others the nearest multiple of 5. */
    private static long toFives(long count, int cellKey) {
        return count < 10 ? 0 : Math.floorDiv(count + 2, 5) * 5;
    }

    @Test
    void oneAndTwoAreNeverPublishedAndZeroStaysZero() {
        for (int key = 0; key < PerturbationTable.KEYS; key++) {
            assertEquals(0, TABLE.published(0, key));
            for (int count = 1; count < 40; count++) {
                long published = TABLE.published(count, key);
                assertTrue(
                        published == 0 || published > 2, count + " with key " + key + " is published as " + published);
                assertTrue(Math.abs(published - count) <= TABLE.largest());
            }
        }
    }

    @Test
    void chancesAddUpToOneWithTheMeanAndVarianceDeclared() {
        for (int count = 1; count < 20; count++) {
            double sum = 0;
            double mean = 0;
            double square = 0;
            for (int published = 0; published <= count + TABLE.largest(); published++) {
                double chance = TABLE.chance(count, published);
                sum += chance;
                mean += chance * (published - count);
                square += chance * (published - count) * (published - count);
            }
            assertEquals(1, sum, 1e-12);
            assertEquals(0, mean, 0.016, "mean change of " + count);
            assertEquals(TABLE.variance(), square - mean * mean, 0.06, "variance of the change of " + count);
        }
    }

    @Test
    void refusesParametersThatLeaveNoRoom() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> PerturbationTable.of(5, 1, 2));

        assertTrue(String.valueOf(e.getMessage())
                .contains("mean 0 and variance 1.0; expected parameters that leave room"));
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertEquals(
                "Found a count of 3 with the cell key 256; expected 0 or more and 0 to 255",
                assertThrows(IllegalArgumentException.class, () -> TABLE.change(3, 256))
                        .getMessage());
    }
}
