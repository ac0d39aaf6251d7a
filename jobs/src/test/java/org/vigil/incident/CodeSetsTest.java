package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CodeSetsTest {
    @Test
    void givesEqualSetsOneId() {
        CodeSets sets = new CodeSets();
        assertEquals(sets.idOf(1, 5, 127), sets.idOf(127, 1, 5, 5));
        assertArrayEquals(new int[] {1, 5, 127}, sets.members(sets.idOf(5, 1, 127)));
        assertEquals(1, sets.size());
    }

    @Test
    void holdsTheEmptySet() {
        CodeSets sets = new CodeSets();
        assertArrayEquals(new int[0], sets.members(sets.idOf(0, 0)));
        assertEquals(sets.idOf(), sets.idOf(0L, 0L));
    }

    @Test
    void refusesAnIndexThatNoSetHolds() {
        assertThrows(IllegalArgumentException.class, () -> new CodeSets().idOf(128));
        assertThrows(IllegalArgumentException.class, () -> new CodeSets().idOf(-1));
    }

    @Test
    void unitesLikeSetsOfNumbersHoweverManyThereAre() {
        long seed = 42;
        Random random = new Random(seed);
        CodeSets sets = new CodeSets();
        Map<TreeSet<Integer>, Integer> ids = new HashMap<>();
        TreeSet<Integer> last = new TreeSet<>();
        int lastId = sets.idOf();
        for (int n = 0; n < 5_000; n++) {
            TreeSet<Integer> set = new TreeSet<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                set.add(random.nextInt(128));
            }
            int id = sets.idOf(array(set));
            assertEquals(ids.computeIfAbsent(set, s -> id), id, "seed " + seed);
            TreeSet<Integer> union = new TreeSet<>(set);
            union.addAll(last);
            assertArrayEquals(array(union), sets.members(sets.union(id, lastId)), "seed " + seed);
            last = set;
            lastId = id;
        }
    }

    private static int[] array(Set<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }
}
