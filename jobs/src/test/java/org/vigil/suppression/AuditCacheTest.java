package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuditCacheTest {
    private static final Drawing TABLE = Drawing.of("""
                   jan  feb  mar | year
            north    3c   9c  15 | 27
            south   14   20   14 | 48
            east    14c   9c   8 | 31
            all     31   38   37 | 106
            """);

    @Test
    void remembersWhatIsSafe() {
        AuditCache cache = new AuditCache(Set.of());
        assertTrue(cache.isSafe(TABLE.block()));
        assertTrue(cache.isSafe(TABLE.block()));
        assertEquals(1, cache.keys().size());
        assertEquals(cache.keys(), new AuditCache(cache.keys()).keys());
    }

    @Test
    void believesTheKeysOfEarlierRuns() {
        AuditCache first = new AuditCache(Set.of());
        first.isSafe(TABLE.block());
        AuditCache second = new AuditCache(first.keys());
        second.isSafe(TABLE.block());
        assertEquals(first.keys(), second.keys());
    }

    @Test
    void remembersNothingUnsafe() {
        AuditCache cache = new AuditCache(Set.of());
        Publication[] publications = TABLE.block().publications();
        publications[TABLE.block().frame().cell(2, 0)] = Publication.SHOWN;
        assertFalse(cache.isSafe(TABLE.block().with(publications)));
        assertEquals(Set.of(), cache.keys());
    }

    @Test
    void knowsTablesApartByCountsPatternAndRelations() {
        AuditCache cache = new AuditCache(Set.of());
        Block block = TABLE.block();
        int[] counts = block.counts();
        counts[block.frame().cell(1, 0)]++;
        Publication[] publications = block.publications();
        publications[block.frame().cell(1, 2)] = Publication.WITHHELD;
        cache.isSafe(block);
        cache.isSafe(Block.of(block.frame(), block.frame().added(counts), block.publications()));
        cache.isSafe(block.with(publications));
        cache.isSafe(new RelatedBlocks(List.of(block, block), List.of()));
        assertEquals(4, cache.keys().size());
        cache.isSafe(
                new RelatedBlocks(List.of(block, block), List.of(new Relation(0, List.of(1), Relation.Cover.PARTIAL))));
        assertEquals(5, cache.keys().size());
    }
}
