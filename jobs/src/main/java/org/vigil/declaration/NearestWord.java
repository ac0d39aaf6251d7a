package org.vigil.declaration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The allowed word that a mistyped one is most likely to mean. */
final class NearestWord {
    private NearestWord() {}

    /**
     * The allowed word with the smallest Levenshtein distance, ignoring case and {@code _} for {@code -}; none if more than a third of the
     * letters would have to change.
     */
    static Optional<String> find(String word, Collection<String> allowed) {
        String plain = plain(word);
        return allowed.stream()
                .filter(candidate -> distance(plain, plain(candidate))
                        <= Math.max(1, Math.max(plain.length(), candidate.length()) / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance(plain, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
