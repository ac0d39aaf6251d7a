package org.vigil.layer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Wording;

/** Numbers the publisher's words of one file, column by column, whichever blocks they come from. */
final class WordNumbers {
    private final List<List<byte[]>> texts = new ArrayList<>();
    private final List<Map<String, Integer>> numberByText = new ArrayList<>();

    /** Ids of the blocks met against the numbers here; a merge of several goes to and fro between them. */
    private final IdentityHashMap<Wording, Known[]> known = new IdentityHashMap<>();

    private @Nullable Wording last;
    private Known[] lastKnown = {};

    WordNumbers(int columns) {
        for (int c = 0; c < columns; c++) {
            texts.add(new ArrayList<>());
            numberByText.add(new HashMap<>());
        }
    }

    /** Number of the words of a row; the block must have words for the column. */
    int numberOf(Wording words, int column, int row) {
        if (words != last) {
            last = words;
            lastKnown = known.computeIfAbsent(words, block -> newKnown(texts.size()));
        }
        Known numbers = lastKnown[column];
        int generation = words.generation(column);
        if (generation != numbers.generation) {
            numbers.generation = generation;
            Arrays.fill(numbers.byId, 0);
        }
        int id = words.idOf(column, row);
        if (id >= numbers.byId.length) {
            numbers.byId = Arrays.copyOf(numbers.byId, Math.max(64, id * 2));
        }
        if (numbers.byId[id] == 0) {
            numbers.byId[id] = number(column, words.text(column, id)) + 1;
        }
        return numbers.byId[id] - 1;
    }

    byte[] utf8(int column, int number) {
        return texts.get(column).get(number);
    }

    /** Lets go of the blocks met so far; what their words are numbered stays. */
    void forgetBlocks() {
        known.clear();
        last = null;
    }

    private int number(int column, String text) {
        return numberByText.get(column).computeIfAbsent(text, words -> {
            texts.get(column).add(words.getBytes(StandardCharsets.UTF_8));
            return texts.get(column).size() - 1;
        });
    }

    private static Known[] newKnown(int columns) {
        Known[] known = new Known[columns];
        Arrays.setAll(known, c -> new Known());
        return known;
    }

    /** Of one column of one block: by id the number here plus one, or 0 where it was not met. */
    private static final class Known {
        private int[] byId = {};
        private int generation;
    }
}
