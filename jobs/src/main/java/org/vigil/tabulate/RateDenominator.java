package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.Optional;
import org.vigil.geography.Population;
import org.vigil.incident.CodeLists;
import org.vigil.incident.CommunityKind;
import org.vigil.release.CellStatus;

/** What rates of a source are divided by: residents of the middle year, a community's own residents where the census asked. */
public final class RateDenominator {
    private static final int CENSUS_YEAR = 2021;

    private final SourceFacts facts;

    public RateDenominator(SourceFacts facts) {
        this.facts = facts;
    }

    /** All residents for the total and for flags that hold several communities; a community's own residents otherwise. */
    public Optional<Population> find(Places place, int community, int year) {
        if (place.populated().isEmpty()) {
            return Optional.empty();
        }
        return hasOwnResidents(community)
                ? facts.geography()
                        .populations()
                        .sumCommunity(
                                place.populated(),
                                CodeLists.communities().get(community).code())
                : facts.geography().populations().sum(place.populated(), year);
    }

    /** How a rate of a period with these residents is to be read. */
    public EnumSet<CellStatus> statuses(int community, Period period, Population residents) {
        EnumSet<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        int year = period.middleYear();
        if (hasOwnResidents(community) ? year != CENSUS_YEAR : residents.isCarriedForward()) {
            status.add(CellStatus.ESTIMATED);
        }
        if (!hasOwnResidents(community) && facts.geography().populations().seriesChangesBetween(year - 1, year)) {
            status.add(CellStatus.BREAK_IN_SERIES);
        }
        if (facts.coverage().isProvisional(period)) {
            status.add(CellStatus.PROVISIONAL);
        }
        return status;
    }

    private boolean hasOwnResidents(int community) {
        return community != facts.cube().all()
                && CodeLists.communities().get(community).kind() != CommunityKind.UMBRELLA;
    }
}
