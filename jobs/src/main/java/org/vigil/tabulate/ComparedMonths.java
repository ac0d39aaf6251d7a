package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.incident.DateBasis;
import org.vigil.profile.Field;

/**
 * The common ground of two sources: the months that both cover whole, and the date by which they can be compared.
 *
 * <p>Only the day on which an incident happened belongs to the incident. The day on which it was recorded belongs to the recorder, and two bodies
 * enter the same incident on different days. So days are compared only where both series go by the day of occurrence; otherwise months are, by the
 * date of occurrence where both know it, else by the date of recording.
 *
 * @param basis the date compared
 * @param byDay whether days are compared
 * @param coverage the days that both cover; of use to align what is counted
 * @param months the months that both cover whole, in order
 */
record ComparedMonths(DateBasis basis, boolean byDay, Coverage coverage, List<Period> months) {
    ComparedMonths {
        months = List.copyOf(months);
    }

    /** Empty where the two have no whole month, or no date, in common. */
    static Optional<ComparedMonths> of(SourceFacts a, SourceFacts b) {
        LocalDate start = later(a.coverage().start(), b.coverage().start());
        LocalDate end = earlier(a.coverage().end(), b.coverage().end());
        if (end.isBefore(start)) {
            return Optional.empty();
        }
        Coverage both = new Coverage(
                start, end, earlier(a.coverage().provisionalFrom(), b.coverage().provisionalFrom()));
        List<Period> months = Period.within(Period.Type.MONTH, both).stream()
                .filter(both::coversWhole)
                .toList();
        Optional<DateBasis> basis = knows(a, DateBasis.OCCURRED) && knows(b, DateBasis.OCCURRED)
                ? Optional.of(DateBasis.OCCURRED)
                : knows(a, DateBasis.RECORDED) && knows(b, DateBasis.RECORDED)
                        ? Optional.of(DateBasis.RECORDED)
                        : Optional.empty();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        return basis.map(date -> new ComparedMonths(
                date, date == DateBasis.OCCURRED && isDailyByOccurrence(a) && isDailyByOccurrence(b), both, months));
    }

    /** Whether the basis is the one of the source's own series. */
    boolean isSeriesOf(SourceFacts facts) {
        return facts.seriesBasis().equals(basis.code());
    }

    private static boolean knows(SourceFacts facts, DateBasis basis) {
        return facts.seriesBasis().equals(basis.code())
                || facts.profile()
                        .reading(basis == DateBasis.OCCURRED ? Field.OCCURRED_DATE : Field.RECORDED_DATE)
                        .isPresent();
    }

    private static boolean isDailyByOccurrence(SourceFacts facts) {
        return !facts.isSeriesRecorded() && facts.profile().series().isDaily();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
