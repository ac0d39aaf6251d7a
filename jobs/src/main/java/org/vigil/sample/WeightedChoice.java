package org.vigil.sample;

import java.util.ArrayList;
import java.util.List;

/** Values with unequal chances. */
final class WeightedChoice<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Double> cumulative = new ArrayList<>();
    private double total;

    /** Adds a value; a weight of 0 or less leaves it out. */
    WeightedChoice<T> with(T value, double weight) {
        if (weight > 0) {
            total += weight;
            values.add(value);
            cumulative.add(total);
        }
        return this;
    }

    /** One value, with probability proportional to its weight. */
    T pick(Draws draws) {
        return at(draws.uniform());
    }

    /** The value in whose part of [0, 1) the position lies. */
    T at(double position) {
        double target = position * total;
        int low = 0;
        int high = values.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative.get(middle) > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }

    /** The values in the order they were added. */
    List<T> values() {
        return List.copyOf(values);
    }
}
