package org.vigil.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known word another one was probably meant to be. */
final class Likeness {
    /** Letters of a word for each that may differ: with fewer, other words are as near as the one meant. */
    private static final int LETTERS_PER_SLIP = 5;

    private static final int MOST_SLIPS = 2;

    private Likeness() {}

    /** The one known word that differs in case, spaces and signs only, or else in one letter of five and at most two; none if several do. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String folded = folded(word);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        int allowed = Math.min(MOST_SLIPS, folded.length() / LETTERS_PER_SLIP);
        for (int slips = 0; slips <= allowed; slips++) {
            int wanted = slips;
            List<String> near = known.stream()
                    .filter(k -> !k.isBlank() && distance(folded, folded(k)) == wanted)
                    .toList();
            if (!near.isEmpty()) {
                return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** 1 for names that differ in case, spaces and signs only, 0 for names without a letter in common. */
    static double similarity(String a, String b) {
        String x = folded(a);
        String y = folded(b);
        int longer = Math.max(x.length(), y.length());
        return longer == 0 ? 0 : 1 - (double) distance(x, y) / longer;
    }

    /** Letters and digits only, in lower case. */
    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Insertions, deletions, replacements and exchanges of neighbours that make one word of the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
