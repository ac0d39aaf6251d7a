package org.vigil.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.cellkey.Leaf;
import org.vigil.incident.CodeLists;
import org.vigil.incident.RecordClass;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Relation;
import org.vigil.tabulate.Places;

/** The exact counts of a record class by community, area and month, a financial year at a time, and how communities hold each other. Counted when they are first asked for. */
final class ExactYears {
    private final PublicSource source;
    private final RecordClass recordClass;
    private final List<Places> areas;
    private final Frame frame;
    private ExactSeries @Nullable [][] series;

    /** @param areas disjoint, without the whole one */
    ExactYears(PublicSource source, RecordClass recordClass, List<Places> areas) {
        this.source = source;
        this.recordClass = recordClass;
        this.areas = areas;
        frame = PublishedBlock.frame(areas.size());
    }

    Frame frame() {
        return frame;
    }

    List<String> areaCodes() {
        return areas.stream().map(place -> place.area().code()).toList();
    }

    List<String> communityCodes() {
        return source.communities().stream().map(source::communityCode).toList();
    }

    /** For each community one a cell. The row before the last holds what is in the whole area and in none of the others. */
    int[][] counts(int year) {
        ExactSeries[][] all = series();
        int[][] counts = new int[all.length][frame.cells()];
        YearMonth april = YearMonth.from(Leaf.startOfYear(year));
        for (int community = 0; community < all.length; community++) {
            for (int period = 0; period < frame.periods(); period++) {
                if (frame.isLeaf(period)) {
                    YearMonth month = april.plusMonths(period);
                    int rest = count(all[community][areas.size()], month);
                    for (int area = 0; area < areas.size(); area++) {
                        int count = count(all[community][area], month);
                        counts[community][frame.cell(area, period)] = count;
                        rest -= count;
                    }
                    counts[community][frame.cell(areas.size(), period)] = rest;
                }
            }
            counts[community] = frame.added(counts[community]);
        }
        return counts;
    }

    private static int count(ExactSeries series, YearMonth month) {
        return Math.toIntExact(series.ofMonths(month, month).count());
    }

    private ExactSeries[][] series() {
        if (series == null) {
            series = new ExactSeries[source.communities().size()][areas.size() + 1];
            for (int community = 0; community < series.length; community++) {
                for (int area = 0; area <= areas.size(); area++) {
                    Places place = area < areas.size()
                            ? areas.get(area)
                            : source.places().get(0);
                    series[community][area] = source.exact(
                            recordClass, place, source.communities().get(community));
                }
            }
        }
        return series;
    }

    /**
     * What holds in all cells: each community within the nearest wider one that the source has, and within all; all within the widest communities together, where the
     * profile says that every record has one. A relation that does not hold is nothing that a reader could build on.
     */
    List<Relation> relations(int[][] counts) {
        List<Integer> every =
                IntStream.range(hasTotal() ? 1 : 0, counts.length).boxed().toList();
        List<Relation> relations = new ArrayList<>();
        List<Integer> widest = new ArrayList<>(every);
        for (int whole : every) {
            List<Integer> parts = every.stream()
                    .filter(part -> nearest(part) == whole && isWithin(part, whole, counts))
                    .toList();
            if (!parts.isEmpty()) {
                relations.add(new Relation(whole, parts, Relation.Cover.PARTIAL));
                widest.removeAll(parts);
            }
        }
        if (hasTotal() && !every.isEmpty()) {
            Relation complete = new Relation(0, widest, Relation.Cover.COMPLETE);
            boolean isComplete = isAnyCommunityInEachRecord() && complete.holds(counts);
            if (isComplete) {
                relations.add(complete);
            }
            if (!isComplete || widest.size() < every.size()) {
                relations.add(new Relation(0, every, Relation.Cover.PARTIAL));
            }
        }
        return List.copyOf(relations);
    }

    private static boolean isWithin(int part, int whole, int[][] counts) {
        return new Relation(whole, List.of(part), Relation.Cover.PARTIAL).holds(counts);
    }

    /** Whether every word that the profile knows stands for a community that the source covers: no record can then be in all of them together and in none. */
    private boolean isAnyCommunityInEachRecord() {
        List<String> codes = communityCodes();
        return source.facts()
                .profile()
                .reading(Field.TARGET_COMMUNITIES)
                .filter(reading -> reading instanceof FieldReading.Labels labels
                        && labels.vocabulary() == FieldReading.Vocabulary.DECLARED
                        && labels.labels().values().stream()
                                .allMatch(of -> of.stream().anyMatch(codes::contains)))
                .isPresent();
    }

    private boolean hasTotal() {
        return source.isTotal(source.communities().get(0));
    }

    /** Place of the nearest community that holds one by the code list and that the source has; −1 for none. */
    private int nearest(int community) {
        List<String> codes = communityCodes();
        Optional<String> wider =
                CodeLists.communities().get(codes.get(community)).partOf();
        while (wider.isPresent() && !codes.contains(wider.get())) {
            wider = CodeLists.communities().get(wider.get()).partOf();
        }
        return wider.map(codes::indexOf).orElse(-1);
    }
}
