package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RelatedSuppressionTest {
    private static final long SEED = 20261127;
    private static final int GROUPS = 10;

    @Test
    void protectsACountThatAPublishedWholeHolds() {
        Drawing whole = Drawing.of("""
                       jan  feb  mar | year
                north    6   14   15 | 35
                south   14   20   14 | 48
                all     20   34   29 | 83
                """);
        Drawing part = Drawing.of("""
                       jan  feb  mar | year
                north    4   12    9 | 25
                south   12   16   10 | 38
                all     16   28   19 | 63
                """);
        RelatedBlocks related = new RelatedBlocks(
                List.of(PrimarySuppression.of(whole.block()), PrimarySuppression.of(part.block())),
                List.of(new Relation(0, List.of(1), Relation.Cover.PARTIAL)));
        Block byItself = SecondarySuppression.of(related.blocks().get(1)).block();
        RelatedAudit before =
                RelatedAudit.of(new RelatedBlocks(List.of(related.blocks().get(0), byItself), related.relations()));
        assertTrue(before.unsafeCells(1).length > 0);
        RelatedSuppressed suppressed = RelatedSuppression.of(related);
        assertTrue(suppressed.isSafe());
        assertArrayEquals(new int[0], RelatedAuditTest.plain(suppressed.related())[1]);
    }

    @Test
    void keepsTheTotalsOfAllCommunitiesWhereTheseAreSparse() {
        Frame frame = Frame.ofYear(8);
        RandomIncidents incidents = new RandomIncidents(SEED, frame, 8);
        int[][] counts = incidents.counts(900);
        Relation all = new Relation(0, List.of(3, 4, 5, 6, 7, 8), Relation.Cover.PARTIAL);
        RelatedSuppressed suppressed = RelatedSuppression.of(new RelatedBlocks(
                Arrays.stream(counts)
                        .map(one -> PrimarySuppression.of(Block.shown(frame, one)))
                        .toList(),
                List.of(all, incidents.relations().get(1))));

        assertTrue(suppressed.isSafe());
        Block whole = suppressed.related().blocks().get(0);
        for (int cell = 0; cell < frame.cells(); cell++) {
            assertTrue(frame.row(cell) < frame.whole() || whole.isShown(cell), "cell " + cell);
        }
        int year = frame.cell(frame.whole(), frame.periods() - 1);
        suppressed
                .related()
                .blocks()
                .forEach(block -> assertTrue(PrimarySuppression.isSmall(block.count(year)) || block.isShown(year)));
    }

    @Test
    void leavesNothingThatALinearProgrammeOfEverythingCanNarrow() {
        System.out.println("seed of RelatedSuppressionTest: " + SEED);
        int safe = 0;
        for (int i = 0; i < GROUPS; i++) {
            Frame frame = i % 2 == 0 ? Frame.of(4, 3, 3, 3, -1) : Frame.of(5, -1);
            RandomIncidents incidents = new RandomIncidents(SEED + i, frame, 4);
            RelatedSuppressed suppressed =
                    RelatedSuppression.of(incidents.eachForItself(incidents.counts(30 + 20 * i)));
            int[][] unsafe = RelatedAuditTest.plain(suppressed.related());
            for (int community = 0; community < unsafe.length; community++) {
                assertArrayEquals(
                        unsafe[community], suppressed.unprotected().get(community), "group " + i + " " + community);
            }
            safe += suppressed.isSafe() ? 1 : 0;
        }
        System.out.println("safe " + safe + " of " + GROUPS);
        assertTrue(safe > GROUPS / 2);
    }

    @Test
    void leavesNothingToAnAttackerWhoKeepsAllVintagesOfAllCommunities() {
        System.out.println("seed of RelatedSuppressionTest: " + SEED);
        int chains = 0;
        int carried = 0;
        for (int i = 0; i < GROUPS; i++) {
            Frame frame = i % 2 == 0 ? Frame.of(4, 3, 3, 3, -1) : Frame.of(6, 2, 2, -1);
            RandomIncidents incidents = new RandomIncidents(SEED + i, frame, 4);
            int[][] counts = incidents.counts(200 + 60 * i);
            RelatedSuppressed first = RelatedSuppression.of(incidents.eachForItself(counts));
            if (!first.isSafe()) {
                continue;
            }
            chains++;
            VintageChain chain = VintageChain.of(first);
            for (int v = 0; v < 2; v++) {
                counts = incidents.later(counts, 40);
                chain = chain.next(counts);
            }
            assertEquals(List.of(), VintageAttack.finds(frame, incidents.relations(), chain.vintages()), "group " + i);
            for (Relation relation : incidents.relations()) {
                for (int part : relation.parts()) {
                    assertEquals(-1, Slack.firstBroken(chain.newest().table(), relation, part));
                }
            }
            for (int community = 0; community < counts.length; community++) {
                carried += chain.newest().carriedCells(community).length;
            }
        }
        System.out.println("chains " + chains + ", carried " + carried);
        assertTrue(chains > GROUPS / 4 && carried > 0);
    }
}
