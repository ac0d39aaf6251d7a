package org.vigil.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A table as it stands in the documents. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String first, List<String> columns) {
        List<String> header = new ArrayList<>(List.of(first));
        header.addAll(columns);
        add(header);
        add(header.stream().map(column -> "---").toList());
    }

    void add(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |").append(System.lineSeparator());
    }

    /** Adds shares in percent, to two decimals. */
    void addPercent(String label, Collection<Double> shares) {
        add(label, shares, 100, "%.2f %%");
    }

    /** Adds shares as they are, to three decimals. */
    void addShares(String label, Collection<Double> shares) {
        add(label, shares, 1, "%.3f");
    }

    /** Adds differences with their sign, to two decimals. */
    void addDifferences(String label, Collection<Double> differences) {
        add(label, differences, 1, "%+.2f");
    }

    private void add(String label, Collection<Double> values, int factor, String format) {
        List<String> cells = new ArrayList<>(List.of(label));
        values.forEach(value -> cells.add(String.format(Locale.ROOT, format, factor * value)));
        add(cells);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
