package org.vigil.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.layer.KeyRange;

/** The files of a layer hold exactly what the partitions of a run hold. */
final class KeyPartitionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 1000})
    void theRangesOfAStoreAreThePartitionsOfARun(int partitions) {
        Random random = new Random(partitions);
        for (int p = 0; p < partitions; p++) {
            KeyRange range = KeyRange.of(p, partitions);
            long inside = range.from() + Long.remainderUnsigned(random.nextLong(), range.to() - range.from());
            assertEquals(p, ReadSplit.partitionOf(range.from(), partitions));
            assertEquals(p, ReadSplit.partitionOf(inside, partitions));
            assertEquals(p, ReadSplit.partitionOf(range.to(), partitions));
            long next = p == partitions - 1 ? 0 : KeyRange.of(p + 1, partitions).from();
            assertEquals(next, range.to() + 1);
        }
    }
}
