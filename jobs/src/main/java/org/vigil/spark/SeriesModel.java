package org.vigil.spark;

import java.io.Serializable;

/**
 * A pure function of one series; it travels to the workers with all it knows.
 *
 * @param <S> series
 * @param <R> what is found out about it
 */
@FunctionalInterface
public interface SeriesModel<S extends Serializable, R extends Serializable> extends Serializable {
    /** The same answer for the same series, wherever and whenever it is asked. */
    R of(S series);
}
