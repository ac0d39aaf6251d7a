package org.vigil.tabulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.series.SeriesKey;
import org.vigil.trend.MonthTrend;
import org.vigil.trend.PercentChange;
import org.vigil.trend.SeriesTrend;
import org.vigil.trend.TrendLevel;
import org.vigil.trend.YearComparison;

/** The {@code trends} table of one source: every whole month of every series in which anything was recorded. */
public final class TrendsTabulation {
    private final TableRows rows;

    private TrendsTabulation(TableRows rows) {
        this.rows = rows;
    }

    /**
     * Adds the rows of a source.
     *
     * @param trends of its series
     */
    public static void addTo(TableRows rows, List<SeriesTrend> trends) {
        TrendsTabulation tabulation = new TrendsTabulation(rows);
        trends.forEach(tabulation::add);
    }

    private void add(SeriesTrend trend) {
        for (MonthTrend month : trend.months()) {
            addRow(trend.key(), month);
        }
    }

    private void addRow(SeriesKey key, MonthTrend month) {
        rows.column(TrendsTable.SOURCE_CODE).addText(key.sourceCode());
        rows.column(TrendsTable.DATE_BASIS).addText(key.dateBasis());
        rows.column(TrendsTable.RECORD_CLASS).addText(key.recordClass());
        rows.column(TrendsTable.AREA_CODE).addText(key.areaCode());
        rows.column(TrendsTable.COMMUNITY_CODE).addText(key.communityCode());
        rows.column(TrendsTable.MONTH_START_DATE).addDate(month.month());
        YearComparison ofMonth = month.ofMonth();
        addCount(TrendsTable.INCIDENT_COUNT, ofMonth.count());
        rows.column(TrendsTable.INCIDENT_COUNT_STATUS).addText(CellStatus.text(ofMonth.countStatus()));
        addCount(TrendsTable.YEAR_BEFORE_COUNT, ofMonth.yearBefore());
        addChange(ofMonth.change(), TrendsTable.CHANGE_PERCENT, TrendsTable.CHANGE_LOWER95, TrendsTable.CHANGE_UPPER95);
        rows.column(TrendsTable.CHANGE_STATUS).addText(CellStatus.text(ofMonth.changeStatus()));
        YearComparison ofYear = month.ofYear();
        addCount(TrendsTable.ROLLING_COUNT, ofYear.count());
        rows.column(TrendsTable.ROLLING_COUNT_STATUS).addText(CellStatus.text(ofYear.countStatus()));
        addCount(TrendsTable.ROLLING_YEAR_BEFORE_COUNT, ofYear.yearBefore());
        addChange(
                ofYear.change(),
                TrendsTable.ROLLING_CHANGE_PERCENT,
                TrendsTable.ROLLING_CHANGE_LOWER95,
                TrendsTable.ROLLING_CHANGE_UPPER95);
        rows.column(TrendsTable.ROLLING_CHANGE_STATUS).addText(CellStatus.text(ofYear.changeStatus()));
        addLevel(month.level());
        rows.column(TrendsTable.TREND_STATUS).addText(CellStatus.text(month.levelStatus()));
    }

    private void addCount(Column column, @Nullable Long count) {
        if (count == null) {
            rows.column(column).addEmpty();
        } else {
            rows.column(column).addInteger(count);
        }
    }

    private void addChange(@Nullable PercentChange change, Column percent, Column lower, Column upper) {
        if (change == null) {
            rows.column(percent).addEmpty();
            rows.column(lower).addEmpty();
            rows.column(upper).addEmpty();
        } else {
            rows.column(percent).addDecimal(change.percent());
            rows.column(lower).addDecimal(change.lower95());
            rows.column(upper).addDecimal(change.upper95());
        }
    }

    private void addLevel(@Nullable TrendLevel level) {
        if (level == null) {
            rows.column(TrendsTable.TREND_METHOD).addEmpty();
            rows.column(TrendsTable.TREND_UNIT).addEmpty();
            rows.column(TrendsTable.TREND_LEVEL).addEmpty();
        } else {
            rows.column(TrendsTable.TREND_METHOD).addText(level.method().code());
            rows.column(TrendsTable.TREND_UNIT).addText(level.unit().code());
            rows.column(TrendsTable.TREND_LEVEL).addDecimal(level.level());
        }
        if (level == null || !level.hasComponents()) {
            rows.column(TrendsTable.TREND_COMPONENT).addEmpty();
            rows.column(TrendsTable.SEASONAL_COMPONENT).addEmpty();
        } else {
            rows.column(TrendsTable.TREND_COMPONENT).addDecimal(level.trend());
            rows.column(TrendsTable.SEASONAL_COMPONENT).addDecimal(level.seasonal());
        }
    }
}
