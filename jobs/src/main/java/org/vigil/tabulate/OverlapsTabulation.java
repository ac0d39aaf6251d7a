package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.CommunityKind;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.RecordClass;
import org.vigil.release.CellStatus;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.TableRows;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * The {@code source_overlaps} table: for every two sources of one geography what each recorded, how much of it can be the same, and how much is
 * known to be.
 *
 * <p>Nothing is merged. An incident of one source and one of the other can be the same only if they are of the same place, community and date, and
 * each has at most one partner; {@link ComparedCounts#mostPairs} counts the pairs. The whole area has the pairs of its widest areas; a place that is not
 * known is compared with none, and neither is a community that was not stated. What is known to be shared comes from the record numbers that one of the
 * two notes.
 */
public final class OverlapsTabulation {
    private final TableRows rows;
    private final SourceFacts first;
    private final SourceFacts second;
    private final ComparedMonths compared;
    private final Optional<SharedIncidents> shared;

    private OverlapsTabulation(
            TableRows rows,
            SourceFacts first,
            SourceFacts second,
            ComparedMonths compared,
            Optional<SharedIncidents> shared) {
        this.rows = rows;
        this.first = first;
        this.second = second;
        this.compared = compared;
        this.shared = shared;
    }

    /**
     * Adds the rows of every pair.
     *
     * @param sources in the order of the configuration
     * @param shared what sources that note the numbers of others share with them; at most one for a pair
     */
    public static void addTo(TableRows rows, List<SourceFacts> sources, List<SharedIncidents> shared) {
        for (int a = 0; a < sources.size(); a++) {
            for (int b = a + 1; b < sources.size(); b++) {
                SourceFacts first = sources.get(a);
                SourceFacts second = sources.get(b);
                if (first.geography().code().equals(second.geography().code())) {
                    ComparedMonths.of(first, second)
                            .ifPresent(compared -> new OverlapsTabulation(
                                            rows, first, second, compared, between(first, second, shared))
                                    .addAll());
                }
            }
        }
    }

    private static Optional<SharedIncidents> between(SourceFacts a, SourceFacts b, List<SharedIncidents> shared) {
        return shared.stream()
                .filter(s -> isBetween(s, a, b) || isBetween(s, b, a))
                .findFirst();
    }

    private static boolean isBetween(SharedIncidents shared, SourceFacts from, SourceFacts to) {
        return shared.sourceCode().equals(from.sourceCode())
                && shared.referencedCode().equals(to.sourceCode());
    }

    private void addAll() {
        List<Pair> pairs = pairs();
        List<Places> ofFirst = Places.of(first.geography(), first.profile());
        List<Places> ofSecond = Places.of(second.geography(), second.profile());
        for (int community : communities()) {
            long[][] ofWhole = new long[pairs.size()][compared.months().size()];
            for (int p = 1; p < ofFirst.size(); p++) {
                Places place = ofFirst.get(p);
                if (isKnown(place) && place.isCovered() && ofSecond.get(p).isCovered()) {
                    addPlace(place, community, pairs, isWidest(place) ? ofWhole : new long[0][]);
                }
            }
            addWhole(ofFirst.get(0), community, pairs, ofWhole);
        }
    }

    /** Adds the rows of a place, and its pairs to those of the whole. */
    private void addPlace(Places place, int community, List<Pair> pairs, long[][] ofWhole) {
        Side a = new Side(first, place, community);
        Side b = new Side(second, place, community);
        for (int p = 0; p < pairs.size(); p++) {
            ComparedCounts ofA = a.of(pairs.get(p).first());
            ComparedCounts ofB = b.of(pairs.get(p).second());
            long[] most = ComparedCounts.mostPairs(ofA, ofB);
            addRows(pairs.get(p), place, community, ofA, ofB, most);
            for (int m = 0; m < most.length && ofWhole.length > 0; m++) {
                ofWhole[p][m] += most[m];
            }
        }
    }

    private void addWhole(Places whole, int community, List<Pair> pairs, long[][] most) {
        Side a = new Side(first, whole, community);
        Side b = new Side(second, whole, community);
        for (int p = 0; p < pairs.size(); p++) {
            addRows(
                    pairs.get(p),
                    whole,
                    community,
                    a.of(pairs.get(p).first()),
                    b.of(pairs.get(p).second()),
                    most[p]);
        }
    }

    private void addRows(Pair pair, Places place, int community, ComparedCounts a, ComparedCounts b, long[] most) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        long[] known = shared(pair, place, community);
        for (int m = 0; m < most.length; m++) {
            Period month = compared.months().get(m);
            if (a.byMonth()[m] > 0 && b.byMonth()[m] > 0 && isTakenUp(community, month)) {
                addRow(pair, place, community, month, a.byMonth()[m], b.byMonth()[m]);
                rows.column(SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT).addInteger(most[m]);
                if (known.length > 0) {
                    rows.column(SourceOverlapsTable.SHARED_INCIDENT_COUNT).addInteger(known[m]);
                    rows.column(SourceOverlapsTable.COMBINED_INCIDENT_COUNT)
                            .addInteger(a.byMonth()[m] + b.byMonth()[m] - known[m]);
                } else {
                    rows.column(SourceOverlapsTable.SHARED_INCIDENT_COUNT).addEmpty();
                    rows.column(SourceOverlapsTable.COMBINED_INCIDENT_COUNT).addEmpty();
                }
            }
        }
    }

    private void addRow(Pair pair, Places place, int community, Period month, long count, long other) {
        rows.column(SourceOverlapsTable.SOURCE_CODE).addText(first.sourceCode());
        rows.column(SourceOverlapsTable.OTHER_SOURCE_CODE).addText(second.sourceCode());
        rows.column(SourceOverlapsTable.RECORD_CLASS).addText(pair.first().code());
        rows.column(SourceOverlapsTable.OTHER_RECORD_CLASS)
                .addText(pair.second().code());
        rows.column(SourceOverlapsTable.AREA_CODE).addText(place.area().code());
        rows.column(SourceOverlapsTable.COMMUNITY_CODE)
                .addText(
                        community == first.cube().all()
                                ? Communities.ALL
                                : CodeLists.communities().get(community).code());
        rows.column(SourceOverlapsTable.MONTH_START_DATE).addDate(month.start());
        rows.column(SourceOverlapsTable.DATE_BASIS).addText(compared.basis().code());
        rows.column(SourceOverlapsTable.MATCHED_ON)
                .addText((compared.byDay() ? DatePrecision.DAY : DatePrecision.MONTH).code());
        rows.column(SourceOverlapsTable.INCIDENT_COUNT).addInteger(count);
        rows.column(SourceOverlapsTable.OTHER_INCIDENT_COUNT).addInteger(other);
        rows.column(SourceOverlapsTable.STATUS)
                .addText(CellStatus.text(
                        compared.coverage().isProvisional(month)
                                ? EnumSet.of(CellStatus.PROVISIONAL)
                                : EnumSet.noneOf(CellStatus.class)));
    }

    /** What is known to be shared, by month; nothing where neither source notes the other's numbers. */
    private long[] shared(Pair pair, Places place, int community) {
        return shared.map(s -> {
                    boolean isFirst = s.sourceCode().equals(first.sourceCode());
                    return ComparedCounts.of(
                                    isFirst ? first : second,
                                    s.cube(),
                                    compared,
                                    (isFirst ? pair.first() : pair.second()).members(),
                                    place.members(),
                                    community)
                            .byMonth();
                })
                .orElseGet(() -> new long[0]);
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (RecordClasses a : compared(first)) {
            for (RecordClasses b : compared(second)) {
                pairs.add(new Pair(a, b));
            }
        }
        return pairs;
    }

    private static List<RecordClasses> compared(SourceFacts facts) {
        return facts.recordClasses().stream()
                .filter(classes -> !classes.code().equals(RecordClass.TERRORISM_RELATED.code()))
                .toList();
    }

    /** The total if both have one, then what both know as a community. */
    private List<Integer> communities() {
        List<Integer> communities = new ArrayList<>();
        if (first.profile().meaning().hasTotal() && second.profile().meaning().hasTotal()) {
            communities.add(first.cube().all());
        }
        first.communities().stream()
                .filter(second.communities()::contains)
                .filter(c -> CodeLists.communities().get(c).kind() != CommunityKind.UNKNOWN)
                .forEach(communities::add);
        return communities;
    }

    private boolean isTakenUp(int community, Period month) {
        return first.isTakenUp(community, month) && second.isTakenUp(community, month);
    }

    private boolean isKnown(Places place) {
        return !place.area().code().equals(first.geography().unknownAreaCode());
    }

    /** Whether no other area with rows of its own holds the place, so that every incident is in one such place at most. */
    private boolean isWidest(Places place) {
        int index = first.geography().indexOf(place.area().code()).orElseThrow();
        int[] ancestors = first.geography().ancestors(index);
        return ancestors[ancestors.length - 1] == index;
    }

    /** Record classes of the two. */
    private record Pair(RecordClasses first, RecordClasses second) {}

    /** The counts of one source in one place and community, made once for each record class. */
    private final class Side {
        private final SourceFacts facts;
        private final Places place;
        private final int community;
        private final Map<String, ComparedCounts> byClass = new HashMap<>();

        Side(SourceFacts facts, Places place, int community) {
            this.facts = facts;
            this.place = place;
            this.community = community;
        }

        ComparedCounts of(RecordClasses classes) {
            return byClass.computeIfAbsent(
                    classes.code(),
                    code -> ComparedCounts.of(
                            facts, facts.cube(), compared, classes.members(), place.members(), community));
        }
    }
}
