package org.vigil.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.vigil.incident.Wording;
import org.vigil.release.Column;

/** The publisher's words of the batch at hand. Ids are given once for the whole file, so that they never begin to mean other words. */
final class LayerWords implements Wording {
    private static final String NO_WORDS = "";

    private final List<IntColumn> columns = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private int firstRow;

    LayerWords(boolean areWanted) {
        if (areWanted) {
            for (Column column : LayerSchema.WORDS) {
                List<String> known = new ArrayList<>();
                Map<String, Integer> ids = new HashMap<>();
                known.add(NO_WORDS);
                ids.put(NO_WORDS, 0);
                texts.add(known);
                columns.add(new IntColumn(
                        LayerSchema.descriptor(column),
                        IntMeaning.ofTexts(text -> ids.computeIfAbsent(text, words -> {
                            known.add(words);
                            return known.size() - 1;
                        })),
                        0));
            }
        }
    }

    void open(PageReadStore rowGroup) {
        columns.forEach(column -> column.open(rowGroup));
    }

    void startBatch(int first) {
        firstRow = first;
    }

    @Override
    public boolean has(int column) {
        return !columns.isEmpty() && columns.get(column).hasValues();
    }

    @Override
    public int idOf(int column, int row) {
        return columns.get(column).at(firstRow + row);
    }

    @Override
    public String text(int column, int id) {
        return texts.get(column).get(id);
    }

    @Override
    public int generation(int column) {
        return 0;
    }
}
