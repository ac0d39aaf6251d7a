package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What suppression costs, in time and in cells: prints tables, tests nothing. Blocks of 32 areas by 12 months, 384 smallest cells, as a police force of London has. */
final class SuppressionMeasurement {
    private static final long SEED = 384;
    private static final int AREAS = 32;
    private static final int BLOCKS = 157;
    private static final int WARM_UPS = 3;
    private static final double[] MEANS = {0.05, 0.3, 1, 2, 4, 8, 16};

    private SuppressionMeasurement() {}

    public static void main(String[] arguments) {
        System.out.println("seed " + SEED);
        if (List.of(arguments).contains("cost")) {
            cost();
        }
        if (List.of(arguments).contains("time")) {
            time();
        }
        if (List.of(arguments).contains("vintages")) {
            vintages();
        }
        if (List.of(arguments).contains("related")) {
            related();
        }
    }

    /** Hidden cells, and hidden incidents of the smallest cells, by mean count. */
    private static void cost() {
        System.out.println(
                "mean | primary | + cheapest ways | unsafe before | + one partner a sum | unsafe still | + all to 10 | unsafe still | ms a block");
        for (double mean : MEANS) {
            RandomBlocks random = new RandomBlocks(SEED);
            List<Block> blocks = IntStream.range(0, 10)
                    .mapToObj(i -> PrimarySuppression.of(random.block(Frame.ofYear(AREAS), mean)))
                    .toList();
            blocks.forEach(SecondarySuppression::of);
            long start = System.nanoTime();
            List<Suppressed> ours =
                    blocks.stream().map(SecondarySuppression::of).toList();
            double ms = (System.nanoTime() - start) / 1e6 / blocks.size();
            List<Block> partners =
                    blocks.stream().map(SuppressionMeasurement::partners).toList();
            List<Block> small =
                    blocks.stream().map(SuppressionMeasurement::toTen).toList();
            System.out.printf(
                    "%5.2f | %s | %s (%d not safe) | %d | %s | %d | %s | %d | %.1f%n",
                    mean,
                    hidden(blocks),
                    hidden(ours.stream().map(Suppressed::block).toList()),
                    ours.stream().filter(one -> !one.isSafe()).count(),
                    unsafe(blocks),
                    hidden(partners),
                    unsafe(partners),
                    hidden(small),
                    unsafe(small),
                    ms);
        }
    }

    private static String hidden(List<Block> blocks) {
        int cells = blocks.stream()
                .mapToInt(block -> block.cells(Publication.HIDDEN))
                .sum();
        int all = blocks.stream().mapToInt(block -> block.frame().cells()).sum();
        long sums = 0;
        for (Block block : blocks) {
            for (int cell = 0; cell < block.frame().cells(); cell++) {
                boolean isSmallest = block.frame().row(cell) < AREAS
                        && block.frame().isLeaf(block.frame().period(cell));
                sums += !isSmallest && block.publication(cell) == Publication.HIDDEN ? 1 : 0;
            }
        }
        return String.format("%.1f %% (sums %d)", 100.0 * cells / all, sums / blocks.size());
    }

    private static int unsafe(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> NetworkAudit.of(block).unsafeCells().length)
                .sum();
    }

    /** The common practice: wherever a sum has one hidden part, hide its next smallest too. */
    private static Block partners(Block block) {
        Publication[] publications = block.publications();
        Frame frame = block.frame();
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (int node = 0; node < frame.nodes(); node++) {
                int[] cells = frame.incident(node);
                long hidden = Arrays.stream(cells)
                        .filter(cell -> publications[cell] != Publication.SHOWN)
                        .count();
                int[] shown = Arrays.stream(cells)
                        .filter(cell -> publications[cell] == Publication.SHOWN)
                        .toArray();
                if (hidden == 1 && shown.length > 0) {
                    int next = shown[0];
                    for (int cell : shown) {
                        boolean isSmaller = block.count(cell) < block.count(next) && block.count(cell) > 0;
                        next = isSmaller || block.count(next) == 0 ? cell : next;
                    }
                    publications[next] = Publication.HIDDEN;
                    isChanged = true;
                }
            }
        }
        return block.with(publications);
    }

    /** Every count to ten is hidden, zeros too. */
    private static Block toTen(Block block) {
        Publication[] publications = block.publications();
        for (int cell = 0; cell < publications.length; cell++) {
            if (block.count(cell) <= 10) {
                publications[cell] = Publication.HIDDEN;
            }
        }
        return block.with(publications);
    }

    private static void time() {
        List<Block> blocks = new ArrayList<>();
        RandomBlocks random = new RandomBlocks(SEED);
        for (int i = 0; i < BLOCKS; i++) {
            Block primary = PrimarySuppression.of(random.block(Frame.ofYear(AREAS), MEANS[i % MEANS.length]));
            blocks.add(i % 2 == 0 ? primary : SecondarySuppression.of(primary).block());
        }
        for (int i = 0; i < WARM_UPS; i++) {
            blocks.forEach(NetworkAudit::of);
        }
        measure("network", blocks, BLOCKS, block -> {
            NetworkAudit.of(block);
        });
        AuditCache cache = new AuditCache(Set.of());
        List<Block> safe =
                blocks.stream().filter(block -> NetworkAudit.of(block).isSafe()).toList();
        measure("safe blocks through an empty cache", safe, safe.size(), block -> {
            cache.isSafe(block);
        });
        measure("safe blocks through a cache that knows them", safe, safe.size(), block -> {
            cache.isSafe(block);
        });
        measure("linear programmes with evidence", blocks, 14, block -> {
            double[] falls = new double[block.frame().cells()];
            double[] rises = new double[block.frame().cells()];
            Room room = Room.of(block);
            for (int cell = 0; cell < falls.length; cell++) {
                falls[cell] = room.fall()[cell];
                rises[cell] = room.rise()[cell];
            }
            int[] audited =
                    IntStream.range(0, falls.length).filter(block::isAudited).toArray();
            int[] narrow = LinearAudit.moves(block.frame(), falls, rises).narrow(audited, PrimarySuppression.THRESHOLD);
            if (!Arrays.equals(narrow, NetworkAudit.of(block).unsafeCells())) {
                throw new IllegalStateException("the audits differ");
            }
        });
        measure("plain linear programmes", blocks, 7, block -> {
            LinearAudit.ranges(block);
        });
    }

    private static void vintages() {
        System.out.println("mean | more a step, mean | hidden | changed of shown | carried of changed | ms a step");
        for (double mean : MEANS) {
            for (double more : new double[] {0.02, 0.1, 0.5}) {
                RandomBlocks random = new RandomBlocks(SEED);
                Frame frame = Frame.ofYear(AREAS);
                int changed = 0;
                int carried = 0;
                int shown = 0;
                int hidden = 0;
                long start = System.nanoTime();
                for (int i = 0; i < 5; i++) {
                    int[] counts = random.counts(frame, mean);
                    VintageChain chain = VintageChainTest.chain(Block.shown(frame, counts));
                    int[] first = counts;
                    for (int v = 0; v < 2; v++) {
                        counts = VintageChainTest.later(random, frame, counts, mean * more);
                        chain = chain.next(new int[][] {counts});
                    }
                    for (int cell = 0; cell < frame.cells(); cell++) {
                        boolean isShown = chain.newest().shown(0, cell).isPresent();
                        shown += isShown ? 1 : 0;
                        hidden += isShown ? 0 : 1;
                        changed += isShown && first[cell] != counts[cell] ? 1 : 0;
                        carried += chain.newest().isCarried(0, cell) ? 1 : 0;
                    }
                }
                double ms = (System.nanoTime() - start) / 1e6 / 10;
                System.out.printf(
                        "%5.2f | %.2f | %.1f %% | %.1f %% | %.1f %% | %.0f%n",
                        mean,
                        mean * more,
                        100.0 * hidden / (hidden + shown),
                        100.0 * changed / shown,
                        100.0 * carried / Math.max(1, changed),
                        ms);
            }
        }
    }

    private static void related() {
        System.out.println(
                "incidents, cover | alone hidden | unsafe then, unproven | together hidden | unsafe still, unproven | audit ms | suppression ms");
        for (int incidents : new int[] {1_000, 4_000, 15_000, 60_000}) {
            for (Relation.Cover cover : Relation.Cover.values()) {
                RandomIncidents random = new RandomIncidents(SEED, Frame.ofYear(AREAS), 12);
                RelatedBlocks complete = random.eachForItself(random.counts(incidents));
                Relation all = complete.relations().get(0);
                RelatedBlocks alone = new RelatedBlocks(
                        complete.blocks(),
                        List.of(
                                new Relation(all.whole(), all.parts(), cover),
                                complete.relations().get(1)));
                RelatedAudit.of(alone);
                long start = System.nanoTime();
                RelatedAudit audit = RelatedAudit.of(alone);
                double auditMs = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                RelatedSuppressed together = RelatedSuppression.of(alone);
                double ms = (System.nanoTime() - start) / 1e6;
                RelatedAudit after = RelatedAudit.of(together.related());
                System.out.printf(
                        "%d %s | %s | %s | %s | %s | %.0f | %.0f%n",
                        incidents,
                        cover,
                        hidden(alone.blocks()),
                        found(audit),
                        hidden(together.related().blocks()),
                        found(after),
                        auditMs,
                        ms);
            }
        }
    }

    private static String found(RelatedAudit audit) {
        return IntStream.range(0, 13).map(i -> audit.unsafeCells(i).length).sum() + ", "
                + IntStream.range(0, 13).map(i -> audit.unprovenCells(i).length).sum();
    }

    private static void measure(String name, List<Block> blocks, int count, Consumer<Block> audit) {
        long start = System.nanoTime();
        blocks.subList(0, count).forEach(audit);
        double ms = (System.nanoTime() - start) / 1e6 / count;
        System.out.printf("%s: %.2f ms a block, %.2f s for 60,000 cells%n", name, ms, ms * BLOCKS / 1000);
    }
}
