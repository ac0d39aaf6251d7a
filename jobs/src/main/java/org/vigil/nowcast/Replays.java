package org.vigil.nowcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nowcasts made again as they would have been made in earlier weeks, beside what has come to be recorded since.
 *
 * @param made how many weeks allowed one
 * @param byHorizon by horizon from 0, one pair for each of these weeks, the latest first
 */
record Replays(int made, List<List<Later>> byHorizon) {
    Replays {
        byHorizon = byHorizon.stream().map(List::copyOf).toList();
    }

    /**
     * What was still to come of one week.
     *
     * @param expected number that the nowcast expected, of the delays that are known by now
     * @param recorded number recorded since
     */
    record Later(double expected, int recorded) {}

    /**
     * Replays the last weeks.
     *
     * @param historyRows rows that each estimate of the delays sees
     * @param replays weeks to go back; fewer are made where the triangle has fewer rows, or a week allowed no estimate
     */
    static Replays of(ReportingTriangle triangle, int historyRows, int replays) {
        List<List<Later>> byHorizon = new ArrayList<>();
        for (int horizon = 0; horizon < triangle.maximumDelay(); horizon++) {
            byHorizon.add(new ArrayList<>());
        }
        int made = 0;
        for (int weeks = 1; weeks <= replays && triangle.rows() - weeks >= historyRows; weeks++) {
            ReportingTriangle then = triangle.asOfWeeksAgo(weeks);
            Optional<DelayDistribution> delays = DelayDistribution.estimate(then.latest(historyRows));
            if (delays.isPresent()) {
                made++;
                for (int horizon = 0; horizon < triangle.maximumDelay(); horizon++) {
                    byHorizon.get(horizon).add(later(triangle, then, delays.get(), horizon));
                }
            }
        }
        return new Replays(made, byHorizon);
    }

    private static Later later(ReportingTriangle now, ReportingTriangle then, DelayDistribution delays, int horizon) {
        int row = then.rows() - 1 - horizon;
        int until = Math.min(now.maximumDelay(), now.horizon(row));
        int recorded = 0;
        for (int delay = horizon + 1; delay <= until; delay++) {
            recorded += now.count(row, delay);
        }
        return new Later(delays.expected(then.reported(row), horizon, until), recorded);
    }

    /** The pairs of a horizon; those from {@code pooledFrom} on all together. */
    List<Later> at(int horizon, int pooledFrom) {
        if (horizon < pooledFrom) {
            return byHorizon.get(horizon);
        }
        return byHorizon.subList(pooledFrom, byHorizon.size()).stream()
                .flatMap(List::stream)
                .toList();
    }
}
