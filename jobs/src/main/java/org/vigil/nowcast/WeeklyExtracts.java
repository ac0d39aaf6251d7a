package org.vigil.nowcast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigil.series.Grain;

/**
 * The weeks up to the last whole one in each of which an extract was made. From these it can be told how late records appear in extracts.
 *
 * @param firstWeek Monday of the first of them
 * @param lastWeek Monday of the last, which was over when the newest extract was made
 */
public record WeeklyExtracts(LocalDate firstWeek, LocalDate lastWeek) {
    /** Finds the weeks; empty where they are too few for a nowcast. */
    public static Optional<WeeklyExtracts> of(Collection<LocalDate> extractDates) {
        Set<LocalDate> weeks = extractDates.stream()
                .map(date -> Grain.WEEK.startOf(lastDay(date)))
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<LocalDate> newest = extractDates.stream().max(LocalDate::compareTo);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = Grain.WEEK.startOf(newest.get()).minusWeeks(1);
        LocalDate first = last.plusWeeks(1);
        while (weeks.contains(first.minusWeeks(1))) {
            first = first.minusWeeks(1);
        }
        return Grain.WEEK.between(first, last) + 1 < SourceNowcasts.FEWEST_WEEKS
                ? Optional.empty()
                : Optional.of(new WeeklyExtracts(first, last));
    }

    /** The last day that an extract can know as a whole: the one before it was made. */
    public static LocalDate lastDay(LocalDate extractDate) {
        return extractDate.minusDays(1);
    }
}
