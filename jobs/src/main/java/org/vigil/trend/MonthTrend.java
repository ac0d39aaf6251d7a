package org.vigil.trend;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;

/**
 * What is known of a series up to one of its months.
 *
 * @param month first day of the month
 * @param ofMonth its count beside that of the same month a year before
 * @param ofYear the count of the twelve months that end with it beside that of the twelve before
 * @param level the month's level; null where there is none
 * @param levelStatus how the level may be read, or why there is none
 */
public record MonthTrend(
        LocalDate month,
        YearComparison ofMonth,
        YearComparison ofYear,
        @Nullable TrendLevel level,
        Set<CellStatus> levelStatus)
        implements Serializable {
    /** Copies the statuses. */
    public MonthTrend {
        levelStatus = Set.copyOf(levelStatus);
    }

    /** The same of counts that were changed before they were published. */
    public MonthTrend ofChangedCounts() {
        return new MonthTrend(month, ofMonth.ofChangedCounts(), ofYear.ofChangedCounts(), level, levelStatus);
    }
}
