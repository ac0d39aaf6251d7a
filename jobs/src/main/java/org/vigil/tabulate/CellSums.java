package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.RecordClass;

/**
 * What single cells of {@code counts} would hold if they were filled from a cube, which may hold changes and so be negative.
 *
 * <p>Asked for cells of one series one after the other it counts the series once. Not safe for use by several threads.
 */
public final class CellSums {
    private static final int NONE = -1;

    private final SourceFacts facts;
    private final SeriesCounts counts;
    private final Map<String, Places> placeByCode = new HashMap<>();

    private List<String> series = List.of();
    private long[] byDay = {};
    private long[] byMonth = {};
    private long[] byOtherMonth = {};

    /** @param facts the source with its cube; the coverage says where its published periods begin and end */
    public CellSums(SourceFacts facts) {
        this.facts = facts;
        this.counts = new SeriesCounts(facts.cube(), facts.coverage());
        Places.of(facts.geography(), facts.profile())
                .forEach(place -> placeByCode.put(place.area().code(), place));
    }

    /**
     * The sum of a cell by the codes of its key; 0 where a code is not known today, so that nothing can have been counted under it.
     *
     * @param start first day of its period
     */
    public long at(
            String dateBasis, String recordClass, String area, String community, String periodType, LocalDate start) {
        Optional<Period.Type> type = Period.Type.find(periodType);
        Places place = placeByCode.get(area);
        int communityIndex = indexOf(community);
        int[] classes = membersOf(recordClass);
        if (type.isEmpty() || place == null || communityIndex == NONE || classes.length == 0) {
            return 0;
        }
        turnTo(List.of(recordClass, area, community), classes, place, communityIndex);
        Period period = Period.startingOn(type.get(), start);
        if (!dateBasis.equals(facts.seriesBasis())) {
            return counts.sumMonths(byOtherMonth, period);
        }
        return type.get() == Period.Type.ISO_WEEK ? counts.sumDays(byDay, period) : counts.sumMonths(byMonth, period);
    }

    private void turnTo(List<String> wanted, int[] classes, Places place, int community) {
        if (!wanted.equals(series)) {
            series = wanted;
            byDay = counts.byDay(classes, place.members(), community);
            byMonth = counts.byMonth(classes, place.members(), community);
            byOtherMonth = counts.byOtherMonth(classes, place.members(), community);
        }
    }

    private int indexOf(String community) {
        return community.equals(Communities.ALL)
                ? facts.cube().all()
                : CodeLists.communities().indexOf(community).orElse(NONE);
    }

    private static int[] membersOf(String recordClass) {
        if (recordClass.equals(SourceFacts.RecordClasses.BOTH)) {
            return new int[] {RecordClass.CRIME.ordinal(), RecordClass.NON_CRIME_INCIDENT.ordinal()};
        }
        return RecordClass.find(recordClass)
                .map(found -> new int[] {found.ordinal()})
                .orElseGet(() -> new int[0]);
    }
}
