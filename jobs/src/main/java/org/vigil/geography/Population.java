package org.vigil.geography;

/**
 * A number of residents.
 *
 * @param residents people
 * @param year year the number is of
 * @param series name of the series; numbers of two series are never compared
 * @param isCarriedForward whether a later year was asked for than the series has, so that its last year stands in
 */
public record Population(long residents, int year, String series, boolean isCarriedForward) {
    /** Refuses a negative number and a blank series. */
    public Population {
        if (residents < 0 || series.isBlank()) {
            throw new IllegalArgumentException("Cannot make a population: found " + residents + " residents in series '"
                    + series + "'; expected 0 or more in a named series");
        }
    }
}
