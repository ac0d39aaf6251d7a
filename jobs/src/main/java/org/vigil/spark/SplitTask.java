package org.vigil.spark;

import java.io.Serializable;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.Split;

/**
 * One split of one extract, to be read by one task.
 *
 * @param source index of the source in the run
 * @param extractOrdinal place of the extract in date order; later is newer
 * @param extractDay date of the extract in days since 1970-01-01
 * @param plan where the columns stand in this file
 * @param split the bytes
 */
public record SplitTask(int source, int extractOrdinal, int extractDay, ReadingPlan plan, Split split)
        implements Serializable {}
