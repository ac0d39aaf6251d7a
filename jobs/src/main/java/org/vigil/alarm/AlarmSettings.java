package org.vigil.alarm;

import java.io.Serializable;
import java.time.LocalDate;
import org.vigil.series.TimeSeries;

/**
 * What is asked of a series.
 *
 * @param farrington choices of the method for series of three years and more; its alpha holds for all methods
 * @param newestWeeks how many of the newest whole weeks are judged, at least 1
 * @param completeTo last day up to which nearly all incidents are recorded; weeks that end later are judged, but no baseline holds one
 */
public record AlarmSettings(FarringtonSettings farrington, int newestWeeks, LocalDate completeTo)
        implements Serializable {
    /** Weeks that records entered late still change. */
    private static final int NEWEST = 8;

    /** A year, to see where the newest weeks come from. */
    private static final int YEAR = 52;

    /** The newest eight weeks of a series that is complete. */
    public static final AlarmSettings STANDARD = new AlarmSettings(FarringtonSettings.STANDARD, NEWEST, LocalDate.MAX);

    /** Every week of a series that is complete. */
    public static final AlarmSettings WHOLE_HISTORY =
            new AlarmSettings(FarringtonSettings.STANDARD, Integer.MAX_VALUE, LocalDate.MAX);

    public AlarmSettings {
        if (newestWeeks < 1) {
            throw new IllegalArgumentException("Found " + newestWeeks + " weeks to be judged; expected at least 1");
        }
    }

    /** The same of a year of weeks. */
    public AlarmSettings ofYear() {
        return new AlarmSettings(farrington, YEAR, completeTo);
    }

    /** The same of a series that is complete only up to a day. */
    public AlarmSettings withCompleteTo(LocalDate lastDay) {
        return new AlarmSettings(farrington, newestWeeks, lastDay);
    }

    /** Weeks of a series up to the last that is complete. */
    int completeWeeks(TimeSeries weeks) {
        return completeTo.isBefore(weeks.startOf(weeks.size()))
                ? Math.max(0, weeks.indexOf(completeTo.plusDays(1)))
                : weeks.size();
    }
}
