package org.vigil.geography;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Folded names of areas and the index of the area that each means. */
final class AreaNames {
    private final Map<String, Integer> indexByName = new HashMap<>();

    /** Adds a name; returns false if it already means another area. */
    boolean add(String name, int index) {
        Integer former = indexByName.putIfAbsent(fold(name), index);
        return former == null || former == index;
    }

    OptionalInt find(String name) {
        Integer index = indexByName.get(fold(name));
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Folds a name: lower case, {@code &} as {@code and}, hyphens and runs of white space as one blank, no zeros before
     * a number.
     */
    static String fold(String name) {
        String folded = name.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[\\s\\u00a0-]+", " ")
                .strip();
        return folded.matches("[0-9]+") ? folded.replaceFirst("^0+(?=.)", "") : folded;
    }
}
