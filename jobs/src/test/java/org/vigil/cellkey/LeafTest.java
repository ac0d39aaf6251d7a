package org.vigil.cellkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeafTest {
    @ParameterizedTest
    @EnumSource(PublicGrain.class)
    void leavesOfAYearFollowOneAnother(PublicGrain grain) {
        for (int year = 2009; year < 2035; year++) {
            List<Leaf> leaves = Leaf.ofYear(year, grain, Leaf.startOfYear(year));

            for (int i = 1; i < leaves.size(); i++) {
                assertEquals(leaves.get(i - 1).to().plusDays(1), leaves.get(i).from());
            }
            assertEquals(Leaf.startOfYear(year), leaves.get(0).from());
        }
    }

    @Test
    void aWeekBelongsToTheYearAndMonthOfItsThursday() {
        List<Leaf> leaves = Leaf.ofYear(2024, PublicGrain.WEEK, LocalDate.of(2024, 4, 1));

        assertEquals(LocalDate.of(2024, 4, 1), leaves.get(0).periodStart());
        Leaf last = leaves.get(leaves.size() - 1);
        assertEquals(LocalDate.of(2025, 3, 24), last.periodStart());
        assertEquals(LocalDate.of(2025, 3, 30), last.to());
        assertEquals("2025-03", last.firstMonth().toString());
    }

    @Test
    void monthsAfterWeeksBeginWhereTheWeeksEnded() {
        List<Leaf> weeks = Leaf.ofYear(2024, PublicGrain.WEEK, LocalDate.of(2024, 4, 1));
        LocalDate next = weeks.get(weeks.size() - 1).to().plusDays(1);

        Leaf april = Leaf.ofYear(2025, PublicGrain.MONTH, next).get(0);

        assertEquals(LocalDate.of(2025, 3, 31), april.from());
        assertEquals(LocalDate.of(2025, 4, 30), april.to());
        assertTrue(!april.isWhole());
        assertEquals("2025-04", april.firstMonth().toString());
    }

    @Test
    void noDayIsInTwoLeavesHoweverGrainsChange() {
        long seed = 42;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            LocalDate next = LocalDate.of(2015, 4, 1);
            LocalDate first = next;
            long days = 0;
            for (int year = 2015; year < 2027; year++) {
                PublicGrain grain = PublicGrain.values()[random.nextInt(PublicGrain.values().length)];
                for (Leaf leaf : Leaf.ofYear(year, grain, next)) {
                    assertEquals(next, leaf.from(), "seed " + seed + ", run " + run);
                    next = leaf.to().plusDays(1);
                    days += leaf.to().toEpochDay() - leaf.from().toEpochDay() + 1;
                    assertEquals(year, Leaf.yearOf(leaf.lastMonth().atDay(1)), "seed " + seed + ", run " + run);
                }
            }
            assertEquals(next.toEpochDay() - first.toEpochDay(), days);
        }
    }
}
