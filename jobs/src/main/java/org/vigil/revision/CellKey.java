package org.vigil.revision;

import java.time.LocalDate;

/**
 * One cell of {@code counts}.
 *
 * @param series what it shares with the other periods of its series
 * @param periodStart first day of its period
 */
public record CellKey(PublishedSeries series, LocalDate periodStart) {}
