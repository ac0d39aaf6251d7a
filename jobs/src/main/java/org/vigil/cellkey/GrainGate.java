package org.vigil.cellkey;

import java.util.OptionalLong;

/**
 * How fine a series may be published in a financial year, by its protected count of the year before: small series only in long periods, because a 3 that is published of a
 * series which mostly has none is nearly always a 1.
 */
public enum GrainGate {
    /** One community in one area. */
    AREA_AND_COMMUNITY(Long.MAX_VALUE, 24, 8, 3),
    /** One community in the whole area, all incidents of an area, all incidents. */
    MARGIN(260, 24, 8, 3),
    /** One community in the whole area, or all incidents, by one further characteristic. */
    CHARACTERISTIC(Long.MAX_VALUE, Long.MAX_VALUE, 200, 40);

    private final long leastForWeeks;
    private final long leastForMonths;
    private final long leastForQuarters;
    private final long leastForYears;

    GrainGate(long leastForWeeks, long leastForMonths, long leastForQuarters, long leastForYears) {
        this.leastForWeeks = leastForWeeks;
        this.leastForMonths = leastForMonths;
        this.leastForQuarters = leastForQuarters;
        this.leastForYears = leastForYears;
    }

    /** The smallest first figure of a year with which a series begins to be shown: it stands for more than one or two whatever its change. */
    public long leastToBegin() {
        return Math.max(PerturbationTable.STANDARD.leastBeyondDoubt(), leastForYears);
    }

    /**
     * The grain of a series that was not shown so far.
     *
     * @param together protected counts of the last two years, which were not shown either
     */
    public PublicGrain afterTrials(long together) {
        return together >= leastTogether() ? PublicGrain.YEAR : PublicGrain.NONE;
    }

    /** What two years that were not shown must have together for the next one to be shown. */
    public long leastTogether() {
        return Math.max(leastToBegin(), 2 * leastForYears);
    }

    /**
     * The finest grain.
     *
     * @param yearBefore protected count of the financial year before
     */
    public PublicGrain finest(long yearBefore) {
        if (yearBefore >= leastForWeeks) {
            return PublicGrain.WEEK;
        }
        if (yearBefore >= leastForMonths) {
            return PublicGrain.MONTH;
        }
        if (yearBefore >= leastForQuarters) {
            return PublicGrain.QUARTER;
        }
        return yearBefore >= leastForYears ? PublicGrain.YEAR : PublicGrain.NONE;
    }

    /**
     * The smallest protected count of the year before that a grain asks for; none where the series never has that grain.
     */
    public OptionalLong least(PublicGrain grain) {
        long least = switch (grain) {
            case WEEK -> leastForWeeks;
            case MONTH -> leastForMonths;
            case QUARTER -> leastForQuarters;
            case YEAR -> leastForYears;
            case NONE -> 0;
        };
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }
}
