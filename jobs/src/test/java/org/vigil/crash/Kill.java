package org.vigil.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.vigil.run.Step;

/**
 * When a job is killed.
 *
 * @param number tells it from others
 * @param job what is killed
 * @param step right after this; empty for a time of its own
 * @param share that time, as a share of what the job takes undisturbed
 */
record Kill(int number, Job job, Optional<Step> step, double share) {
    /** A little after the usual end, so that some jobs are killed as they end or just afterwards. */
    private static final double LATEST = 1.05;

    /** One right after each step of each job. */
    static List<Kill> atEveryStep() {
        List<Kill> kills = new ArrayList<>();
        for (Job job : Job.values()) {
            for (Step step : job.steps()) {
                kills.add(new Kill(kills.size() + 1, job, Optional.of(step), 0));
            }
        }
        return kills;
    }

    /** At random times: half of them in the weekly job, which compacts and sweeps as well, a quarter in each of these alone. */
    static List<Kill> atRandom(int count, Random random) {
        List<Kill> kills = new ArrayList<>();
        while (kills.size() < count) {
            Job job = Job.values()[random.nextInt(Job.values().length)];
            kills.add(new Kill(kills.size() + 1, job, Optional.empty(), random.nextDouble() * LATEST));
        }
        return kills;
    }

    @Override
    public String toString() {
        String when = step.map(Step::name)
                .orElseGet(() -> String.format(Locale.ROOT, "%.0f %% of its time, number %d", 100 * share, number));
        return job.name().toLowerCase(Locale.ROOT) + " at " + when;
    }
}
