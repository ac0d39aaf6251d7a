package org.vigil.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.extract.ReadingPlan;
import org.vigil.profile.IdentifyingColumn;
import org.vigil.profile.SourceProfile;

/**
 * A header beside the columns of its profile and the header of the extract before.
 *
 * @param missing columns of the profile that are not there
 * @param added columns that the extract before did not have and the profile does not read, by their place from 0
 * @param header names of all columns
 */
record ColumnFinding(List<Missing> missing, List<Integer> added, List<String> header) {
    /** Likeness of the name and share of the words that fit, together, from which a column is taken for a missing one. */
    private static final double LIKE = 0.5;

    /** Profile columns found from which a first row is a header and not a record. */
    private static final double HEADER_SHARE = 0.5;

    ColumnFinding {
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        header = List.copyOf(header);
    }

    /**
     * A column that is not there.
     *
     * @param column its name in the profile
     * @param place of the column that is probably meant, from 0
     */
    record Missing(String column, Optional<Integer> place) {}

    private record Pair(String column, int place, double likeness) {}

    /**
     * @param before header of the extract before; empty where none is known
     * @param fit how well the words of a column fit
     */
    static ColumnFinding of(SourceProfile profile, List<String> header, List<String> before, ColumnFit fit) {
        Set<String> declared = keys(ReadingPlan.declaredColumns(profile));
        Set<String> known = keys(before);
        Set<String> found = keys(header);
        List<String> missing = ReadingPlan.declaredColumns(profile).stream()
                .filter(column -> !found.contains(key(column)))
                .toList();
        List<Integer> unread = IntStream.range(0, header.size())
                .filter(i -> !declared.contains(key(header.get(i))))
                .boxed()
                .toList();
        List<Integer> added = before.isEmpty()
                ? List.of()
                : unread.stream()
                        .filter(i -> !known.contains(key(header.get(i))))
                        .toList();
        boolean isHeader = declared.size() - missing.size() >= HEADER_SHARE * declared.size();
        List<Pair> pairs = isHeader ? pairs(missing, unread, added, header, before, fit) : List.of();
        return new ColumnFinding(
                missing.stream()
                        .map(column -> new Missing(
                                column,
                                pairs.stream()
                                        .filter(pair -> pair.column.equals(column))
                                        .map(Pair::place)
                                        .findFirst()))
                        .toList(),
                isHeader ? added : List.of(),
                header);
    }

    /** The likeliest pairs, each column in one of them. What is new, and stands where the missing column stood, is it whatever it is called. */
    private static List<Pair> pairs(
            List<String> missing,
            List<Integer> unread,
            List<Integer> added,
            List<String> header,
            List<String> before,
            ColumnFit fit) {
        List<Pair> possible = new ArrayList<>();
        for (String column : missing) {
            for (int place : unread) {
                String name = header.get(place);
                boolean isNew = before.isEmpty() || added.contains(place);
                boolean isOnly = missing.size() == 1 && added.size() == 1 && added.contains(place);
                boolean isInPlace = added.contains(place)
                        && place < before.size()
                        && key(before.get(place)).equals(key(column));
                double likeness = Likeness.similarity(column, name);
                double share = isNew && Quotable.isColumnName(name) ? fit.share(missing, column, place) : 0;
                boolean isPossible =
                        isNew && Quotable.isColumnName(name) && (likeness + share >= LIKE || isOnly || isInPlace);
                if (isPossible) {
                    possible.add(new Pair(column, place, likeness + (isInPlace ? 1 : 0) + 2 * share));
                }
            }
        }
        possible.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness).thenComparingInt(Pair::place));
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : possible) {
            if (chosen.stream().noneMatch(c -> c.column.equals(pair.column) || c.place == pair.place)) {
                chosen.add(pair);
            }
        }
        return chosen;
    }

    /** What is missing and new, in words. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Set<Integer> meant = new HashSet<>();
        for (Missing m : missing) {
            m.place().ifPresent(meant::add);
            sentences.add("Column \"" + m.column() + "\" is missing"
                    + m.place()
                            .map(place -> "; column " + (place + 1) + ", \"" + header.get(place)
                                    + "\", is probably the same under a new name.")
                            .orElse("; no new column looks like it."));
        }
        List<Integer> others =
                added.stream().filter(place -> !meant.contains(place)).toList();
        if (!others.isEmpty()) {
            sentences.add((others.size() == 1 ? "A column is" : "Columns are")
                    + " new and the profile does not read " + (others.size() == 1 ? "it" : "them") + ": "
                    + others.stream().map(this::named).collect(Collectors.joining(", ")) + ".");
        }
        return sentences;
    }

    private String named(int place) {
        String name = header.get(place);
        if (Quotable.isColumnName(name)) {
            return "column " + (place + 1) + ", \"" + name + '"';
        }
        return "column " + (place + 1)
                + IdentifyingColumn.find(name)
                        .map(kind -> ", headed like " + kind)
                        .orElse("");
    }

    private static Set<String> keys(java.util.Collection<String> names) {
        return names.stream().map(ColumnFinding::key).collect(Collectors.toSet());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
