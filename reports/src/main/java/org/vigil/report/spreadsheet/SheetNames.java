package org.vigil.report.spreadsheet;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of sheets that say what is on them and that every spreadsheet program takes: at most {@value #LONGEST} characters, none of {@code []*?:/\'}, and no
 * two alike, whatever their case.
 */
final class SheetNames {
    static final int LONGEST = 31;

    /** A name that ends in one of these reads as if it were cut off in a sentence. */
    private static final Set<String> NO_LAST_WORDS = Set.of(
            "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "was", "were", "with");

    private final Set<String> taken = new HashSet<>();

    /** A new name from the first words of a title. */
    String next(String title) {
        String plain = plain(title);
        String whole = plain.isEmpty() ? "Sheet" : plain;
        String name = shortened(whole, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            name = shortened(whole, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\[\\]*?:/\\\\'\"\\p{C}]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return withoutEnd(text);
        }
        int cut = text.lastIndexOf(' ', most);
        if (cut <= 0) {
            return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
        }
        List<String> words = List.of(text.substring(0, cut).split(" "));
        int last = words.size();
        while (last > 1 && NO_LAST_WORDS.contains(words.get(last - 1).toLowerCase(Locale.ROOT))) {
            last--;
        }
        return withoutEnd(String.join(" ", words.subList(0, last)));
    }

    private static String withoutEnd(String name) {
        return name.replaceFirst("[,;.(\u2013-]+$", "").strip();
    }
}
