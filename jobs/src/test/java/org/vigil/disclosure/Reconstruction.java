package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What follows from everything published at once: counts of many small cells, Poisson with known means, of which sums were published that were changed or that vary otherwise. Cells are
 * drawn one after the other from what all the others leave possible (Gibbs sampling: Geman and Geman 1984), beginning at the truth, which helps the attacker.
 */
final class Reconstruction {
    private static final double IMPOSSIBLE = -1e6;
    private static final int TRIED_SWEEPS = 40;
    private static final int KEPT_SWEEPS = 160;

    private final double[] means;
    private final int[] counts;
    private final Random random;
    private final List<List<Observation>> ofCell = new ArrayList<>();
    private final List<int[]> targets = new ArrayList<>();

    /** Something that was published of the sum of some cells. */
    private interface Likelihood {
        /** Logarithm of the likelihood of a sum. */
        double of(double sum);
    }

    private static final class Observation {
        private final Likelihood likelihood;
        private final double weight;
        private double sum;

        private Observation(Likelihood likelihood, double weight) {
            this.likelihood = likelihood;
            this.weight = weight;
        }
    }

    /**
     * Nothing observed yet.
     *
     * @param means incidents usual in each cell
     * @param truth incidents in each cell
     */
    Reconstruction(double[] means, int[] truth, long seed) {
        this.means = means.clone();
        this.counts = truth.clone();
        this.random = new Random(seed);
        for (int cell = 0; cell < means.length; cell++) {
            ofCell.add(new ArrayList<>());
        }
    }

    /** The chances, by the sum of some cells from {@code first} on, of what was published. */
    void observe(List<Integer> cells, int first, double[] chances) {
        double[] logs = Arrays.stream(chances)
                .map(chance -> chance > 0 ? Math.log(chance) : IMPOSSIBLE)
                .toArray();
        add(
                cells,
                sum -> {
                    int index = (int) sum - first;
                    return index >= 0 && index < logs.length ? logs[index] : IMPOSSIBLE;
                },
                1);
    }

    /** A published sum of parts of some cells, with the variance of what was changed and of what part that is. */
    void observe(List<Integer> cells, double part, double published, double variance) {
        add(cells, sum -> -(sum - published) * (sum - published) / (2 * variance), part);
    }

    /** Whether anything is in some cells. */
    void observeSome(List<Integer> cells, double logOfNone, double logOfSome) {
        add(cells, sum -> sum > 0 ? logOfSome : logOfNone, 1);
    }

    private void add(List<Integer> cells, Likelihood likelihood, double weight) {
        Observation observation = new Observation(likelihood, weight);
        for (int cell : cells) {
            observation.sum += weight * counts[cell];
            ofCell.get(cell).add(observation);
        }
    }

    /** Asks for the sum of some cells; answered in the order of the questions. */
    void ask(List<Integer> cells) {
        targets.add(cells.stream().mapToInt(Integer::intValue).toArray());
    }

    /** For each question, how likely the sum is 1 and how likely it is 2. */
    List<double[]> answers() {
        int[][] found = new int[targets.size()][2];
        for (int sweep = 0; sweep < TRIED_SWEEPS + KEPT_SWEEPS; sweep++) {
            for (int cell = 0; cell < counts.length; cell++) {
                draw(cell);
            }
            if (sweep >= TRIED_SWEEPS) {
                for (int t = 0; t < found.length; t++) {
                    int sum = 0;
                    for (int cell : targets.get(t)) {
                        sum += counts[cell];
                    }
                    if (sum == 1 || sum == 2) {
                        found[t][sum - 1]++;
                    }
                }
            }
        }
        return Arrays.stream(found)
                .map(each -> new double[] {each[0] / (double) KEPT_SWEEPS, each[1] / (double) KEPT_SWEEPS})
                .toList();
    }

    private void draw(int cell) {
        double mean = means[cell];
        int before = counts[cell];
        int most = Math.max(before, (int) Math.ceil(mean + 6 * Math.sqrt(mean) + 4));
        double[] logs = new double[most + 1];
        double prior = 0;
        double top = Double.NEGATIVE_INFINITY;
        List<Observation> observations = ofCell.get(cell);
        for (int n = 0; n <= most; n++) {
            prior += n == 0 ? 0 : Math.log(mean / n);
            logs[n] = prior;
            for (int o = 0; o < observations.size(); o++) {
                Observation observation = observations.get(o);
                logs[n] += observation.likelihood.of(observation.sum + observation.weight * (n - before));
            }
            top = Math.max(top, logs[n]);
        }
        double sum = 0;
        for (int n = 0; n <= most; n++) {
            logs[n] = Math.exp(logs[n] - top);
            sum += logs[n];
        }
        double drawn = random.nextDouble() * sum;
        int after = 0;
        while (after < most && drawn >= logs[after]) {
            drawn -= logs[after++];
        }
        if (after != before) {
            counts[cell] = after;
            for (Observation observation : observations) {
                observation.sum += observation.weight * (after - before);
            }
        }
    }
}
