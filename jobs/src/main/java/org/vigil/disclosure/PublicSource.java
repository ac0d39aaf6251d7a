package org.vigil.disclosure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.RecordClass;
import org.vigil.profile.Field;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.Places;
import org.vigil.tabulate.SourceFacts;

/**
 * The frame of what a public release says of a source: which classes, places, communities and days. It follows from the profile and the calendar, never from which cells hold an
 * incident.
 *
 * @param facts the source
 * @param coverage whole months from the first on, up to the last whole week, or month where only months are known
 * @param recordClasses classes that no incident is in two of
 * @param communities indexes, the one of all incidents first where the source has a total
 * @param places the whole area first
 */
record PublicSource(
        SourceFacts facts,
        Coverage coverage,
        List<RecordClass> recordClasses,
        List<Integer> communities,
        List<Places> places) {
    static PublicSource of(SourceFacts facts) {
        List<Integer> communities = new ArrayList<>();
        if (facts.profile().meaning().hasTotal()) {
            communities.add(facts.cube().all());
        }
        for (int c = 0; c < CodeLists.communities().size(); c++) {
            if (facts.profile()
                    .coveredCommunities()
                    .contains(CodeLists.communities().get(c).code())) {
                communities.add(c);
            }
        }
        boolean hasClasses = facts.profile().reading(Field.RECORD_CLASS).isPresent();
        return new PublicSource(
                facts,
                coverage(facts.coverage(), facts.profile().series().isDaily()),
                hasClasses ? List.of(RecordClass.values()) : List.of(RecordClass.CRIME),
                List.copyOf(communities),
                List.copyOf(Places.of(facts.geography(), facts.profile())));
    }

    private static Coverage coverage(Coverage exact, boolean isDaily) {
        LocalDate start = exact.start().withDayOfMonth(1);
        LocalDate after = exact.end().plusDays(1);
        LocalDate end = (isDaily
                        ? after.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        : after.withDayOfMonth(1))
                .minusDays(1);
        // The day of the last record must not show through.
        LocalDate provisionalFrom = isDaily
                ? exact.provisionalFrom().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : exact.provisionalFrom().withDayOfMonth(1);
        return new Coverage(start, end.isBefore(start) ? start : end, provisionalFrom);
    }

    boolean isTotal(int community) {
        return community == facts.cube().all();
    }

    String communityCode(int community) {
        return isTotal(community)
                ? Communities.ALL
                : CodeLists.communities().get(community).code();
    }

    /** Crimes stand by area; other classes are too few for that. */
    boolean isShown(RecordClass recordClass, Places place) {
        return place.isWhole() || recordClass == RecordClass.CRIME;
    }

    /** Whether weeks of a series have rows at all. */
    boolean hasWeeks(Places place, int community) {
        return facts.profile().series().isDaily()
                && (place.isWhole() || (isTotal(community) && facts.geography().publishesAreaWeeks()));
    }

    /** What is counted of a community in a place. */
    ExactSeries exact(RecordClass recordClass, Places place, int community) {
        return ExactSeries.of(
                facts.cube(), recordClass.ordinal(), place.members(), community, coverage.start(), coverage.end());
    }

    SeriesName name(RecordClass recordClass, Places place, int community) {
        return SeriesName.of(
                facts.sourceCode(),
                facts.seriesBasis(),
                recordClass.code(),
                place.area().code(),
                communityCode(community));
    }
}
