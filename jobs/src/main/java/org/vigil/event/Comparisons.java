package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.CommunityKind;
import org.vigil.incident.TargetCommunity;
import org.vigil.series.Grain;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * The series of communities in the whole area of one source, each of which may say of another what happened to recording as a whole.
 *
 * <p>An event's comparison is the series with the most incidents in the baseline among the communities that the catalogue does not list for any event of the
 * estimate, nor names a ground to test for an event near by. None is a whole or a part of the studied or of a listed community, an umbrella of one of their strands or the unknown: these may hold the same
 * incidents. The total has no comparison, as it holds all of them.
 */
final class Comparisons implements Serializable {
    private static final long serialVersionUID = 1;

    /** No series is compared. */
    static final Comparisons NONE = new Comparisons(List.of(), List.of());

    private final List<StudiedSeries> series;
    private final List<StudiedEvent> events;

    Comparisons(List<StudiedSeries> series, List<StudiedEvent> events) {
        this.events = List.copyOf(events);
        this.series = series.stream()
                .filter(one -> one.level() == SeriesLevel.WHOLE_AREA)
                .toList();
    }

    /**
     * The comparison of a series, empty if there is none; what it is chosen by does not depend on any count from the event on.
     *
     * @param cluster events of the estimate
     * @param reach units before and behind the estimate within which another event is near
     */
    Optional<Candidate> find(
            String community, EventCluster cluster, TimeSeries studied, int[] baselineUnits, int reach) {
        if (community.equals(Communities.ALL) || baselineUnits.length == 0) {
            return Optional.empty();
        }
        LocalDate first = studied.startOf(baselineUnits[0]);
        int start = studied.indexOf(cluster.start());
        List<StudiedEvent> near = events.stream()
                .filter(event -> Math.abs(studied.indexOf(event.responseFrom()) - start) < reach)
                .toList();
        Candidate best = null;
        long most = EventBaseline.LEAST_INCIDENTS - 1L;
        for (StudiedSeries one : series) {
            String other = one.key().communityCode();
            TimeSeries counts = studied.grain() == Grain.DAY ? one.byDay().orElse(one.months()) : one.months();
            if (counts.grain() != studied.grain()
                    || counts.isEmpty()
                    || counts.start().isAfter(first)
                    || counts.indexOf(studied.startOf(studied.size() - 1)) >= counts.size()
                    || sharesIncidents(other, community)
                    || near.stream().anyMatch(event -> event.isTestedFor(other))
                    || cluster.events().stream().anyMatch(event -> isListed(event, other))) {
                continue;
            }
            long incidents = 0;
            for (int unit : baselineUnits) {
                incidents += counts.count(counts.indexOf(studied.startOf(unit)));
            }
            // In the order of the code list, so that of two that are equal the first is taken.
            if (incidents > most) {
                most = incidents;
                best = new Candidate(other, counts);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isListed(StudiedEvent event, String community) {
        return event.isListedFor(community)
                || event.communities().stream().anyMatch(listed -> sharesIncidents(community, listed));
    }

    private static boolean sharesIncidents(String one, String other) {
        Communities list = CodeLists.communities();
        return one.equals(other)
                || list.isPartOf(one, other)
                || list.isPartOf(other, one)
                || list.get(one).kind() == CommunityKind.UNKNOWN
                || isUmbrellaOver(list.get(one), list.get(other))
                || isUmbrellaOver(list.get(other), list.get(one));
    }

    private static boolean isUmbrellaOver(TargetCommunity umbrella, TargetCommunity other) {
        return umbrella.kind() == CommunityKind.UMBRELLA
                && other.strands().stream().anyMatch(umbrella.strands()::contains);
    }

    /**
     * A series to compare with.
     *
     * @param communityCode its community
     * @param counts its counts, at the grain of the studied series
     */
    record Candidate(String communityCode, TimeSeries counts) {
        /** Days over which daily counts are added up: whole weeks, so that days of the week cancel. */
        private static final int SPAN_DAYS = 21;

        private static final double HALF = 0.5;

        /**
         * By unit of the studied series log(s + ½), where s is the sum of the other series over {@value #SPAN_DAYS} days with the unit in the middle, or of the
         * month alone; where the span leaves the series, s is what it holds in proportion. 0 where the series is not covered.
         */
        double[] covariate(TimeSeries studied) {
            int reach = studied.grain() == Grain.DAY ? SPAN_DAYS / 2 : 0;
            double[] covariate = new double[studied.size()];
            int first = counts.indexOf(studied.start());
            for (int unit = 0; unit < covariate.length; unit++) {
                int middle = first + unit;
                if (middle < 0 || middle >= counts.size()) {
                    continue;
                }
                int from = Math.max(0, middle - reach);
                int to = Math.min(counts.size(), middle + reach + 1);
                double sum = counts.sum(from, to) * (2.0 * reach + 1) / (to - from);
                covariate[unit] = StrictMath.log(sum + HALF);
            }
            return covariate;
        }
    }
}
