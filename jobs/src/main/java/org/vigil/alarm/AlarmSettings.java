package org.vigil.alarm;

import java.io.Serializable;

/**
 * What is asked of a series.
 *
 * @param farrington choices of the method for series of three years and more; its alpha holds for all methods
 * @param newestWeeks how many of the newest whole weeks are judged, at least 1
 */
public record AlarmSettings(FarringtonSettings farrington, int newestWeeks) implements Serializable {
    /** Weeks that records entered late still change. */
    private static final int NEWEST = 8;

    /** The newest eight weeks. */
    public static final AlarmSettings STANDARD = new AlarmSettings(FarringtonSettings.STANDARD, NEWEST);

    /** Every week of the history. */
    public static final AlarmSettings WHOLE_HISTORY = new AlarmSettings(FarringtonSettings.STANDARD, Integer.MAX_VALUE);

    public AlarmSettings {
        if (newestWeeks < 1) {
            throw new IllegalArgumentException("Found " + newestWeeks + " weeks to be judged; expected at least 1");
        }
    }
}
