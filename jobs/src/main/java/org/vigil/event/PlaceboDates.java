package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.statistics.Prediction;

/** The dates of a series that no event listed for its community is near to, on a grid of seven days, or of every week or month. */
final class PlaceboDates {
    /** Dates beyond this are thinned out evenly: more would tell nothing new. */
    private static final int MOST = 250;

    private final StudyRule rule;
    private final StudyCalendar calendar;
    private final List<MeasurementChange> changes;
    private final List<StudiedEvent> listed;

    PlaceboDates(StudyRule rule, StudyCalendar calendar, List<MeasurementChange> changes, List<EventCluster> listed) {
        this.rule = rule;
        this.calendar = calendar;
        this.changes = changes;
        this.listed =
                listed.stream().flatMap(cluster -> cluster.events().stream()).toList();
    }

    /** Every window at every date that has a whole window and enough of a baseline, with at least {@value EventBaseline#LEAST_INCIDENTS} incidents. */
    List<Placebos> placebos(GrainStudy study, long seed, IntPredicate isAllowed) {
        List<Window> windows = Window.of(rule.grain());
        int[] grid = grid();
        int[] quiet = IntStream.range(0, grid.length)
                .filter(date -> !isNearEvent(grid[date]) && !isInPeriod(grid[date]) && isAllowed.test(grid[date]))
                .toArray();
        int every = Math.max(1, (quiet.length + MOST - 1) / MOST);
        int[] noted = new int[windows.size()];
        List<Placebos> placebos = new ArrayList<>();
        for (Window window : windows) {
            int spacing = (window.length() + rule.block() - 1) / rule.block();
            placebos.add(Placebos.of(window, calendar.series().start(), grid.length, spacing));
        }
        @Nullable EventBaseline like = null;
        for (int place = 0; place < quiet.length; place += every) {
            int date = quiet[place];
            int unit = grid[date];
            EventBaseline baseline = study.comparison(unit, like).orElse(null);
            if (baseline == null) {
                continue;
            }
            like = baseline;
            for (int w = 0; w < noted.length; w++) {
                Window window = windows.get(w);
                int first = unit + window.first();
                if (overlapsResponse(first, window.length())) {
                    continue;
                }
                Optional<Prediction> prediction = baseline.expect(first, window.length(), calendar.firstDay(unit));
                if (prediction.isPresent()) {
                    long observed = calendar.observed(first, window.length());
                    double random = uniform(seed + 31L * calendar.firstDay(unit) + w);
                    placebos.get(w).note(noted[w]++, date, first, observed, prediction.get(), random);
                }
            }
        }
        List<Placebos> filled = new ArrayList<>();
        for (int w = 0; w < noted.length; w++) {
            filled.add(placebos.get(w).first(noted[w]));
        }
        return filled;
    }

    /** Units with a baseline of the headline before and the shortest window behind. */
    private int[] grid() {
        List<Integer> units = new ArrayList<>();
        for (int unit = rule.headline(); unit + rule.block() <= calendar.size(); unit += rule.block()) {
            units.add(unit);
        }
        return units.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isNearEvent(int unit) {
        return listed.stream().anyMatch(event -> {
            int distance = unit - unitOf(event.responseFrom());
            return distance >= -rule.quietBefore() && distance <= rule.quietAfter();
        });
    }

    /** A window in the weeks after a listed event is not one without an event. */
    private boolean overlapsResponse(int first, int length) {
        return listed.stream().anyMatch(event -> {
            int start = unitOf(event.responseFrom());
            return first < start + rule.response() && first + length > start;
        });
    }

    private boolean isInPeriod(int unit) {
        return changes.stream()
                .anyMatch(
                        change -> !change.isBreak() && change.covers(calendar.firstDay(unit), calendar.lastDay(unit)));
    }

    private int unitOf(LocalDate day) {
        return calendar.series().indexOf(day);
    }

    /**
     * A number from 0 to 1 that is the same wherever it is asked for: one step of SplitMix64 (Steele, G., Lea, D. and Flood, C. (2014), Fast splittable
     * pseudorandom number generators, OOPSLA).
     */
    private static double uniform(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1.0p-53;
    }
}
