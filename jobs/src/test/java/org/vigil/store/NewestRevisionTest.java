package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.incident.Incidents;
import org.vigil.incident.PackedIncidents;

final class NewestRevisionTest {
    private static final int EXTRACTS = 3;

    @Test
    void acceptsAnIncidentThatStandsOnce() {
        assertEquals("""
                speak: 1@0
                0: 1 accepted
                """, resolved(false, "1 0 a"));
    }

    @Test
    void theLastEqualRowOfAnExtractSpeaksAndTheOthersAreDuplicates() {
        assertEquals("""
                speak: 1@2
                0: 1 accepted 2 duplicates
                """, resolved(false, "1 0 a", "1 0 a", "1 0 a"));
    }

    @Test
    void theLastDifferentRowOfAnExtractSupersedesTheOthersAndIsAConflict() {
        assertEquals("""
                speak: 1@2
                0: 1 accepted 1 duplicates 1 superseded 1 conflicts
                """, resolved(false, "1 0 b", "1 0 a", "1 0 b"));
    }

    @Test
    void theNewestExtractSupersedesOlderOnesWithoutAConflict() {
        assertEquals("""
                speak: 1@2
                0: 1 superseded
                1: 1 superseded
                2: 1 accepted
                """, resolved(false, "1 0 a", "1 1 b", "1 2 a"));
    }

    @Test
    void anUnchangedRowOfALaterExtractSupersedesAllTheSame() {
        assertEquals("""
                speak: 1@1
                0: 1 superseded
                1: 1 accepted
                """, resolved(false, "1 0 a", "1 1 a"));
    }

    @Test
    void theOlderExtractKeepsItsOwnDuplicates() {
        assertEquals("""
                speak: 1@2
                0: 1 duplicates 1 superseded
                1: 1 accepted
                """, resolved(false, "1 0 a", "1 0 a", "1 1 b"));
    }

    @Test
    void rowsOfAMergedIdentityUnite() {
        assertEquals("""
                speak: 1@0[1, 2]
                0: 1 accepted 2 merged
                """, resolved(true, "1 0 a", "1 0 b", "1 0 a"));
    }

    @Test
    void rowsOfAMergedIdentityThatDisagreeAreAConflict() {
        assertEquals("""
                speak: 1@0
                0: 1 accepted 1 merged 1 conflicts
                """, resolved(true, "1 0 a", "1 0 z"));
    }

    @Test
    void mergedRowsOfAnOlderExtractAreSupersededAsOne() {
        assertEquals("""
                speak: 1@2
                0: 1 merged 1 superseded
                1: 1 accepted
                """, resolved(true, "1 0 a", "1 0 b", "1 1 a"));
    }

    @Test
    void incidentsDoNotTouchOneAnother() {
        assertEquals("""
                speak: 1@0 2@1 3@3
                0: 2 accepted 1 superseded
                1: 1 accepted
                """, resolved(false, "1 0 a", "2 0 a", "3 0 a", "3 1 a"));
    }

    @Test
    void resolvesNothing() {
        assertEquals("speak: \n", resolved(false));
    }

    @Test
    void keysThatShareALowHalfStayApart() {
        PackedIncidents rows = new Incidents().key(1).add(0).packed();
        PackedIncidents other = new Incidents().key(1 + (1L << 40)).add(0).packed();
        rows.appendAll(other);
        RecordFates[] fates = fates();
        SameKey[] last = {SameKey.LAST_SPEAKS, SameKey.LAST_SPEAKS, SameKey.LAST_SPEAKS};
        NewestRevision.resolve(rows, last, fates, row -> {});
        assertEquals(2, fates[0].accepted());
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        long seed = 20231007;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                rows.add((1 + random.nextInt(round < 25 ? 40 : 1)) + " " + random.nextInt(EXTRACTS) + " "
                        + "abz".charAt(random.nextInt(3)));
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
            boolean isMerged = random.nextBoolean();
            String straight = resolved(isMerged, rows, order);
            Collections.shuffle(order, random);
            assertEquals(straight, resolved(isMerged, rows, order), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void everyRowHasOneFate() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            PackedIncidents rows = new PackedIncidents();
            Incidents incidents = new Incidents();
            for (int i = 0; i < 200; i++) {
                incidents.key(1 + random.nextInt(60)).area(random.nextInt(2)).add(random.nextInt(EXTRACTS));
            }
            rows.appendAll(incidents.packed());
            RecordFates[] fates = fates();
            int[] speaking = new int[1];
            NewestRevision.resolve(
                    rows,
                    new SameKey[] {
                        SameKey.LAST_SPEAKS, SameKey.UNITE, random.nextBoolean() ? SameKey.UNITE : SameKey.LAST_SPEAKS
                    },
                    fates,
                    row -> speaking[0]++);
            long all = Arrays.stream(fates)
                    .mapToLong(f -> f.accepted() + f.merged() + f.duplicates() + f.superseded())
                    .sum();
            assertEquals(200, all, "seed " + seed);
            assertEquals(
                    speaking[0],
                    Arrays.stream(fates).mapToLong(RecordFates::accepted).sum());
        }
    }

    @Test
    void addsTheFatesOfPartitions() {
        RecordFates one = new RecordFates();
        one.accepted = 1;
        one.merged = 2;
        one.duplicates = 3;
        one.superseded = 4;
        one.conflicts = 5;
        one.add(one);
        assertEquals("2 accepted 4 merged 6 duplicates 8 superseded 10 conflicts", text(one));
    }

    private static String resolved(boolean isMerged, String... rows) {
        return resolved(
                isMerged, List.of(rows), IntStream.range(0, rows.length).boxed().toList());
    }

    /** Rows as {@code key extract content}: a and b differ in community, z in area. Answers who speaks, and the fates by extract. */
    private static String resolved(boolean isMerged, List<String> lines, List<Integer> arrival) {
        Incidents incidents = new Incidents();
        for (int place : arrival) {
            String[] words = lines.get(place).split(" ");
            incidents
                    .key(Long.parseLong(words[0]))
                    .communities(words[2].equals("b") ? 2 : 1)
                    .area(words[2].equals("z") ? 9 : 1)
                    .addAt(Integer.parseInt(words[1]), place);
        }
        PackedIncidents rows = incidents.packed();
        SameKey[] merged = new SameKey[EXTRACTS];
        Arrays.fill(merged, isMerged ? SameKey.UNITE : SameKey.LAST_SPEAKS);
        RecordFates[] fates = fates();
        List<String> speaking = new ArrayList<>();
        NewestRevision.resolve(
                rows,
                merged,
                fates,
                row -> speaking.add(rows.keyLow(row) + "@"
                        + (rows.order(row) >>> 12 & 0xffff)
                        + (rows.communities(row).length > 1 ? Arrays.toString(rows.communities(row)) : "")));
        Collections.sort(speaking);
        StringBuilder text = new StringBuilder("speak: " + String.join(" ", speaking) + "\n");
        for (int e = 0; e < EXTRACTS; e++) {
            if (!text(fates[e]).isEmpty()) {
                text.append(e).append(": ").append(text(fates[e])).append('\n');
            }
        }
        return text.toString();
    }

    private static RecordFates[] fates() {
        return IntStream.range(0, EXTRACTS).mapToObj(i -> new RecordFates()).toArray(RecordFates[]::new);
    }

    private static String text(RecordFates f) {
        long[] numbers = {f.accepted(), f.merged(), f.duplicates(), f.superseded(), f.conflicts()};
        String[] names = {"accepted", "merged", "duplicates", "superseded", "conflicts"};
        return IntStream.range(0, names.length)
                .filter(i -> numbers[i] > 0)
                .mapToObj(i -> numbers[i] + " " + names[i])
                .collect(Collectors.joining(" "));
    }
}
