package org.vigil.alarm;

import java.util.Optional;
import java.util.OptionalInt;
import org.vigil.series.SeriesKey;

/**
 * A judged week beside the same week of all other series of its source.
 *
 * @param key series
 * @param week what was judged
 * @param q p adjusted for its family; {@code NaN} where there is no p
 * @param familySize series of the family, 0 where the week belongs to none
 * @param rank place in the list of the week's alarms, from 1; empty where the week is not listed
 * @param isEarlySignal whether it would be listed if the week were complete: what is recorded so far is enough
 * @param under series that is listed too and counts these incidents among others, under which this one is listed
 */
public record RankedWeek(
        SeriesKey key,
        AlarmWeek week,
        double q,
        int familySize,
        OptionalInt rank,
        boolean isEarlySignal,
        Optional<SeriesKey> under) {}
