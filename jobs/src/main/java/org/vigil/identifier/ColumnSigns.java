package org.vigil.identifier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a column looks like by a sample of its values.
 *
 * <p>A kind is found where one value is certain, or where enough distinct values are possible: at least {@link IdentifierKind#fewest()} of them and
 * a share of {@link IdentifierKind#share()} of all distinct values. Three kinds show in a column only: bare dates are dates of birth in a
 * column of words, and where their years lie far apart in one that is not read, names have to be many, and free text has to be nearly as many texts as records.
 */
public final class ColumnSigns {
    /** Years between the earliest and the latest tenth of the dates of a column from which they are those of people and not of events. */
    static final int YEARS_OF_LIVES = 30;

    /** Records that share a text, on average, up to which it is written for each and not chosen from a list. */
    static final double RECORDS_A_TEXT = 2;

    private ColumnSigns() {}

    /**
     * Judges a column.
     *
     * @param values distinct values that are neither empty nor known to the profile, with the number of sampled records that hold each
     * @param role what the column is to the profile; what is made of digits is no sign in one of numbers, dates or counts
     * @return what it shows, refused kinds first
     */
    public static List<ColumnSign> of(Map<String, Integer> values, ColumnRole role) {
        Map<IdentifierKind, Integer> hits = new EnumMap<>(IdentifierKind.class);
        Map<IdentifierKind, Long> records = new EnumMap<>(IdentifierKind.class);
        Set<IdentifierKind> certain = EnumSet.noneOf(IdentifierKind.class);
        List<Integer> years = new ArrayList<>();
        values.forEach((value, count) -> {
            for (Sign sign : role.isNumeric() ? ValueSigns.ofWords(value) : ValueSigns.of(value)) {
                hits.merge(sign.kind(), 1, Integer::sum);
                records.merge(sign.kind(), (long) count, Long::sum);
                if (sign.isCertain()) {
                    certain.add(sign.kind());
                }
            }
            if (!role.isNumeric()) {
                PersonSigns.findYear(value.strip()).ifPresent(years::add);
            }
        });
        if (role == ColumnRole.LABEL || areOfLives(years)) {
            hits.merge(IdentifierKind.DATE_OF_BIRTH, years.size(), Integer::sum);
        }
        List<ColumnSign> refused = new ArrayList<>();
        List<ColumnSign> remarked = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            int found = hits.getOrDefault(kind, 0);
            boolean isFound = certain.contains(kind)
                    || found >= kind.fewest()
                            && found >= kind.share() * values.size()
                            && (kind != IdentifierKind.FREE_TEXT
                                    || records.getOrDefault(kind, 0L) <= RECORDS_A_TEXT * found);
            if (isFound && !(role.isNumeric() && kind.isNumeric())) {
                boolean isRefused = role != ColumnRole.UNREAD || kind.isRefusedUnread();
                (isRefused ? refused : remarked).add(new ColumnSign(kind, isRefused));
            }
        }
        refused.addAll(remarked);
        return List.copyOf(refused);
    }

    private static boolean areOfLives(List<Integer> years) {
        if (years.isEmpty()) {
            return false;
        }
        int[] sorted = years.stream().mapToInt(Integer::intValue).sorted().toArray();
        int tenth = sorted.length / 10;
        return sorted[sorted.length - 1 - tenth] - sorted[tenth] >= YEARS_OF_LIVES;
    }
}
