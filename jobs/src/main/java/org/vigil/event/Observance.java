package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar that recur and on which life differs from other days.
 *
 * @param name name for people
 * @param communityCode community that keeps them; null where everybody does
 * @param occurrences in the order of time
 */
public record Observance(String name, @Nullable String communityCode, List<Occurrence> occurrences)
        implements Serializable {
    /** Occurrences that a fit window must hold. */
    public static final int MINIMUM_OCCURRENCES = 3;

    /** Puts the occurrences in order; refuses a blank name. */
    public Observance {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Found an observance without a name; expected one");
        }
        occurrences = occurrences.stream()
                .sorted(Comparator.comparing(Occurrence::first).thenComparing(Occurrence::last))
                .toList();
    }

    /** Whether a series of this community, or of all for the total, may show it. */
    public boolean concerns(String community) {
        return communityCode == null || communityCode.equals(community);
    }

    /** Whether a model of these days may take it up. */
    boolean isOftenEnough(LocalDate from, LocalDate to) {
        return occurrencesWithin(from, to) >= MINIMUM_OCCURRENCES;
    }

    /** How many occurrences lie wholly within two days, margins not counted. */
    public int occurrencesWithin(LocalDate from, LocalDate to) {
        return Math.toIntExact(occurrences.stream()
                .filter(one -> !one.first().isBefore(from) && !one.last().isAfter(to))
                .count());
    }

    /**
     * The observance as a regressor.
     *
     * @param epochDays days since 1970-01-01, in any order
     * @return 1 on each of the days that it may be kept on, margins included, 0 on others
     */
    public double[] column(int[] epochDays) {
        Set<Integer> kept = days();
        double[] column = new double[epochDays.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = kept.contains(epochDays[i]) ? 1 : 0;
        }
        return column;
    }

    private Set<Integer> days() {
        Set<Integer> days = new HashSet<>();
        for (Occurrence one : occurrences) {
            int last = Math.toIntExact(one.last().toEpochDay()) + one.marginDays();
            for (int day = Math.toIntExact(one.first().toEpochDay()) - one.marginDays(); day <= last; day++) {
                days.add(day);
            }
        }
        return days;
    }

    /**
     * One time that it is kept.
     *
     * @param first first full day; what begins at sunset begins on the evening before
     * @param last last full day, not before the first
     * @param marginDays days by which the day that is kept may differ either way
     */
    public record Occurrence(LocalDate first, LocalDate last, int marginDays) implements Serializable {
        /** Refuses days out of order and a margin below 0. */
        public Occurrence {
            if (last.isBefore(first) || marginDays < 0) {
                throw new IllegalArgumentException("Found days from " + first + " to " + last + " with a margin of "
                        + marginDays + "; expected the last not before the first and a margin of at least 0");
            }
        }
    }
}
