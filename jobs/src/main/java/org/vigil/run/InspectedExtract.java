package org.vigil.run;

import org.vigil.extract.Extract;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;

/**
 * An extract whose file was looked at and fits its profile.
 *
 * @param source index of its source in the plan
 * @param extract its place in the order of reading
 * @param inspection what the file was found to be
 * @param plan where the columns stand
 */
record InspectedExtract(int source, Extract extract, ExtractInspection inspection, ReadingPlan plan) {}
