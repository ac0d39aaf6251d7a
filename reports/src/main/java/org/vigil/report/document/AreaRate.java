package org.vigil.report.document;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigil.report.text.PeriodCount;

/**
 * Count and rate of an area in a period.
 *
 * @param count the count with its period
 * @param rate per 100,000 residents a year
 * @param lower95 lower end of its interval
 * @param upper95 upper end of its interval
 * @param rateStatus shorthand of the rate, the empty text for none
 * @param population denominator
 * @param populationText year and series of the population, or the empty text
 */
record AreaRate(
        PeriodCount count,
        OptionalDouble rate,
        OptionalDouble lower95,
        OptionalDouble upper95,
        String rateStatus,
        OptionalLong population,
        String populationText) {}
