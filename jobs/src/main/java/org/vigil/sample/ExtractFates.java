package org.vigil.sample;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the records of one extract once all extracts of the set are read.
 *
 * @param read records, blank lines and the header not counted
 * @param accepted records that are the newest valid word on their incident, withdrawn ones included
 * @param withdrawn accepted records that say that there was no such incident, and are not counted
 * @param superseded valid records with a newer one on the same incident
 * @param duplicate records equal to another of the same extract
 * @param outOfScope repeated headers
 * @param quarantined records held back, by rule
 * @param blankLines lines that hold nothing
 * @param untidy readable records with an untidiness, by kind; they are among the accepted or superseded
 */
public record ExtractFates(
        int read,
        int accepted,
        int withdrawn,
        int superseded,
        int duplicate,
        int outOfScope,
        Map<String, Integer> quarantined,
        int blankLines,
        Map<String, Integer> untidy) {

    public ExtractFates {
        quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
        untidy = Collections.unmodifiableSortedMap(new TreeMap<>(untidy));
        int sum = accepted + superseded + duplicate + outOfScope + total(quarantined);
        if (read != sum) {
            throw new IllegalArgumentException("Records do not add up: read " + read + ", fates sum to " + sum);
        }
    }

    /** Records held back by any rule. */
    public int quarantinedTotal() {
        return total(quarantined);
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
