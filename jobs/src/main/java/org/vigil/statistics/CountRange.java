package org.vigil.statistics;

import java.io.Serializable;

/**
 * A range of counts, both ends within.
 *
 * @param lower at least 0
 * @param upper at least the lower end
 */
public record CountRange(long lower, long upper) implements Serializable {
    public CountRange {
        if (lower < 0 || upper < lower) {
            throw new IllegalArgumentException("Found counts from " + lower + " to " + upper
                    + "; expected at least 0, the upper end not below the lower");
        }
    }
}
