package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigil.alarm.AlarmPhase;
import org.vigil.alarm.AlarmRanking;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.FarringtonSettings;
import org.vigil.alarm.ModelStatus;
import org.vigil.alarm.RankedWeek;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;
import org.vigil.statistics.CountDistribution;
import org.vigil.tabulate.QBand;

/**
 * The {@code alarms} table of a public release: the published weeks of weekly series. What was usual comes from the models as a whole number; everything that is said of a week follows
 * from its published count, which varies about what is usual with φ μ + V: as counts do, and by one change of the method.
 */
final class PublicAlarms {
    private static final double CENTRAL_95 = 0.975;
    private static final int RECENT_WEEKS = 4;
    private static final long LEAST_RECENT = 5;

    private final PublicCounts counts;
    private final double variance;
    private final TableRows rows;

    private PublicAlarms(PublicCounts counts, double variance, TableRows rows) {
        this.counts = counts;
        this.variance = variance;
        this.rows = rows;
    }

    /** Adds the rows of a source; {@code variance} is that of one change. */
    static void addTo(
            TableRows rows, PublicSource source, PublicCounts counts, SourceAnswers answers, double variance) {
        PublicAlarms alarms = new PublicAlarms(counts, variance, rows);
        List<SeriesAlarms> judged = answers.alarms().stream()
                .map(alarms::judge)
                .flatMap(Optional::stream)
                .toList();
        AlarmRanking.of(judged, answers.completeTo()).forEach(alarms::add);
    }

    /** The published weeks of a series; nothing of one that is published in longer periods. */
    private Optional<SeriesAlarms> judge(SeriesAlarms exact) {
        Optional<PublicSeries> series = counts.find(name(exact.key()));
        if (series.isEmpty()) {
            return Optional.empty();
        }
        List<AlarmWeek> weeks = new ArrayList<>();
        int inAlarm = 0;
        for (AlarmWeek week : exact.weeks()) {
            Optional<Long> count = count(series.get(), week.monday());
            if (count.isEmpty()) {
                inAlarm = 0;
                continue;
            }
            AlarmWeek judged = judge(series.get(), week, count.get(), inAlarm);
            inAlarm = judged.weeksInAlarm();
            weeks.add(judged);
        }
        return weeks.isEmpty() ? Optional.empty() : Optional.of(new SeriesAlarms(exact.key(), exact.level(), weeks));
    }

    private AlarmWeek judge(PublicSeries series, AlarmWeek exact, long count, int inAlarmBefore) {
        double usual = exact.hasBound() ? Math.round(exact.expected()) : 0;
        if (usual < 1) {
            return new AlarmWeek(
                    exact.monday(),
                    count,
                    ModelStatus.NOT_MODELLED,
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    false,
                    0);
        }
        double spread = exact.dispersion() * usual + variance;
        CountDistribution weekly = CountDistribution.ofVariance(usual, spread);
        long upper = weekly.quantile(1 - FarringtonSettings.STANDARD.alpha());
        boolean isAlarm = count > upper && recent(series, exact.monday()) >= LEAST_RECENT;
        return new AlarmWeek(
                exact.monday(),
                count,
                ModelStatus.OK,
                exact.baselineWeeks(),
                usual,
                weekly.quantile(CENTRAL_95),
                upper,
                weekly.atLeast(count),
                spread / usual,
                isAlarm,
                isAlarm ? inAlarmBefore + 1 : 0);
    }

    private static long recent(PublicSeries series, LocalDate monday) {
        long sum = 0;
        for (int back = 0; back < RECENT_WEEKS; back++) {
            sum += count(series, monday.minusWeeks(back)).orElse(0L);
        }
        return sum;
    }

    private static Optional<Long> count(PublicSeries series, LocalDate monday) {
        PublicSeries.PublicPeriod week = series.week(monday);
        return week.isWhole() ? week.count().map(ProtectedCount::value) : Optional.empty();
    }

    private static SeriesName name(SeriesKey key) {
        return SeriesName.of(key.sourceCode(), key.dateBasis(), key.recordClass(), key.areaCode(), key.communityCode());
    }

    private void add(RankedWeek ranked) {
        AlarmWeek week = ranked.week();
        text(CountsTable.SOURCE_CODE, ranked.key().sourceCode());
        text(CountsTable.DATE_BASIS, ranked.key().dateBasis());
        text(CountsTable.RECORD_CLASS, ranked.key().recordClass());
        text(CountsTable.AREA_CODE, ranked.key().areaCode());
        text(CountsTable.COMMUNITY_CODE, ranked.key().communityCode());
        rows.column(AlarmsTable.WEEK_START_DATE).addDate(week.monday());
        PublicCountsTable.addCount(
                rows.column(AlarmsTable.INCIDENT_COUNT), published(ranked).flatMap(PublicSeries.PublicPeriod::count));
        if (week.hasBound()) {
            rows.column(AlarmsTable.EXPECTED_COUNT).addDecimal(week.expected());
        } else {
            rows.column(AlarmsTable.EXPECTED_COUNT).addEmpty();
        }
        number(AlarmsTable.EXPECTED_UPPER95, week.hasBound(), Math.round(week.upper95()));
        number(AlarmsTable.BOUND_COUNT, week.hasBound(), Math.round(week.upper()));
        number(AlarmsTable.LEAST_EXCESS_COUNT, week.hasBound(), week.leastExcess());
        rows.column(AlarmsTable.Q_BAND)
                .addText(QBand.find(ranked.q()).map(QBand::code).orElse(null));
        number(AlarmsTable.TESTED_SERIES_COUNT, week.hasBound(), ranked.familySize());
        text(AlarmsTable.MODEL_STATUS, week.status().code());
        rows.column(AlarmsTable.IS_ALARM).addBoolean(week.isAlarm());
        rows.column(AlarmsTable.WEEKS_IN_ALARM).addInteger(week.weeksInAlarm());
        rows.column(AlarmsTable.ALARM_PHASE)
                .addText(week.phase().map(AlarmPhase::code).orElse(null));
        number(AlarmsTable.ALARM_RANK, ranked.rank().isPresent(), ranked.rank().orElse(0));
        rows.column(AlarmsTable.IS_EARLY_SIGNAL).addBoolean(ranked.isEarlySignal());
        rows.column(AlarmsTable.UNDER_AREA_CODE)
                .addText(ranked.under().map(SeriesKey::areaCode).orElse(null));
        rows.column(AlarmsTable.UNDER_COMMUNITY_CODE)
                .addText(ranked.under().map(SeriesKey::communityCode).orElse(null));
        rows.column(AlarmsTable.STATUS).addText(CellStatus.text(statuses(ranked)));
    }

    private Optional<PublicSeries.PublicPeriod> published(RankedWeek ranked) {
        return counts.find(name(ranked.key()))
                .map(series -> series.week(ranked.week().monday()));
    }

    private Set<CellStatus> statuses(RankedWeek ranked) {
        Set<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        status.addAll(PublicCountsTable.statuses(published(ranked)));
        if (!ranked.week().hasBound()) {
            status.add(CellStatus.NOT_AVAILABLE);
        } else if (ranked.week().isUncertain()) {
            status.add(CellStatus.LOW_RELIABILITY);
        }
        return status;
    }

    private void text(Column column, String text) {
        rows.column(column).addText(text);
    }

    private void number(Column column, boolean isKnown, long value) {
        if (isKnown) {
            rows.column(column).addInteger(value);
        } else {
            rows.column(column).addEmpty();
        }
    }
}
