package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A block drawn as a table: a column for each period, {@code |} between smaller and wider ones; a row for each area, last the whole area. {@code 3c} is a hidden 3,
 * {@code 3w} one that is withheld.
 */
record Drawing(String header, List<String> names, Block block) {
    static Drawing of(String text) {
        List<String> lines = text.lines().toList();
        String[] levels = lines.get(0).strip().split("\\|");
        int[] sizes = Arrays.stream(levels)
                .mapToInt(level -> level.strip().split(" +").length)
                .toArray();
        int periods = Arrays.stream(sizes).sum();
        int[] parents = new int[periods];
        int first = 0;
        for (int level = 0; level < sizes.length; level++) {
            for (int i = 0; i < sizes[level]; i++) {
                parents[first + i] =
                        level == sizes.length - 1 ? -1 : first + sizes[level] + i * sizes[level + 1] / sizes[level];
            }
            first += sizes[level];
        }
        Frame frame = Frame.of(lines.size() - 2, parents);
        int[] counts = new int[frame.cells()];
        Publication[] publications = new Publication[frame.cells()];
        List<String> names = new ArrayList<>();
        for (int row = 0; row <= frame.whole(); row++) {
            String[] words = lines.get(row + 1).replace("|", " ").strip().split(" +");
            names.add(words[0]);
            for (int period = 0; period < periods; period++) {
                String word = words[period + 1];
                int cell = frame.cell(row, period);
                counts[cell] = Integer.parseInt(word.replaceAll("[cw]", ""));
                publications[cell] = word.endsWith("c")
                        ? Publication.HIDDEN
                        : word.endsWith("w") ? Publication.WITHHELD : Publication.SHOWN;
            }
        }
        return new Drawing(
                String.join(" | ", Arrays.stream(levels).map(String::strip).toList()),
                names,
                Block.of(frame, counts, publications));
    }

    /** A drawing with one blank between words, as the others are made. */
    static String tidy(String drawn) {
        return String.join(
                        "\n",
                        drawn.lines()
                                .map(line -> line.strip().replaceAll(" +", " "))
                                .toList()) + "\n";
    }

    /** The table as a reader sees it: {@code [c]} for a hidden count, {@code ?} for one that is withheld. */
    String published(Block published) {
        return draw(cell -> switch (published.publication(cell)) {
            case SHOWN -> String.valueOf(published.count(cell));
            case HIDDEN -> "[c]";
            case WITHHELD -> "?";
        });
    }

    /** The table with the range of each hidden count; {@code +} where more of it was not looked for. */
    String show(BlockAudit audit) {
        return draw(cell -> switch (audit.verdict(cell)) {
            case NOT_AUDITED -> block.isShown(cell) ? String.valueOf(block.count(cell)) : "?";
            case SAFE -> range(audit, cell) + "+";
            case UNSAFE, DISCLOSED -> range(audit, cell);
        });
    }

    private String range(BlockAudit audit, int cell) {
        return (block.count(cell) - audit.fall(cell)) + ".." + (block.count(cell) + audit.rise(cell));
    }

    private String draw(IntFunction<String> text) {
        StringBuilder drawn = new StringBuilder(header).append('\n');
        Frame frame = block.frame();
        for (int row = 0; row <= frame.whole(); row++) {
            drawn.append(names.get(row));
            for (int period = 0; period < frame.periods(); period++) {
                boolean isFirstOfLevel = period > 0
                        && (frame.parent(period - 1) == period
                                || frame.parent(period) != frame.parent(period - 1)
                                        && frame.isLeaf(period - 1) != frame.isLeaf(period));
                drawn.append(isFirstOfLevel ? " | " : " ").append(text.apply(frame.cell(row, period)));
            }
            drawn.append('\n');
        }
        return tidy(drawn.toString());
    }
}
