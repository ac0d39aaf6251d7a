package org.vigil.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.incident.KeyRing;
import org.vigil.release.CalibrationTable;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.ReleaseReader;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A configuration run as the weekly command does it, without reports, and its release as a reader sees it. */
final class PublishedRun {
    private final ReleaseReader release;

    private PublishedRun(ReleaseReader release) {
        this.release = release;
    }

    /** Runs a configuration and publishes below a folder of the test, whatever folder the configuration names. */
    static PublishedRun of(Path configurationFile, Path releases) {
        Configuration c = movedTo(ConfigurationReader.read(configurationFile), releases);
        try (StoredRun stored = StoredRun.open(c, KeyRing.demonstration(), Progress.SILENT)) {
            CountedRun counted = stored.run(SharedWorkers.get());
            return new PublishedRun(ReleaseReader.open(
                    Publication.publish(c, counted, folder -> {}).folder()));
        }
    }

    /** The same configuration with another folder of releases and no reports. */
    static Configuration movedTo(Configuration c, Path releases) {
        return new Configuration(
                c.file(),
                c.title(),
                c.sources(),
                c.asOf(),
                releases.resolveSibling(releases.getFileName() + "-store").toString(),
                releases,
                c.eventCatalogue(),
                c.key(),
                Configuration.Reports.NONE,
                c.spark(),
                Configuration.Runs.beside(releases));
    }

    ReleaseReader release() {
        return release;
    }

    /** A series of the counts table by first day; a cell without a figure is left out. */
    SortedMap<LocalDate, Long> series(
            String basis, String recordClass, String area, String community, String periodType) {
        Table rows = release.table(
                CountsTable.TABLE,
                List.of(CountsTable.PERIOD_START_DATE, CountsTable.INCIDENT_COUNT),
                Map.of(
                        CountsTable.DATE_BASIS, Set.of(basis),
                        CountsTable.RECORD_CLASS, Set.of(recordClass),
                        CountsTable.AREA_CODE, Set.of(area),
                        CountsTable.COMMUNITY_CODE, Set.of(community),
                        CountsTable.PERIOD_TYPE, Set.of(periodType)));
        SortedMap<LocalDate, Long> series = new TreeMap<>();
        for (Row row : rows) {
            if (!row.isMissing(CountsTable.INCIDENT_COUNT.name())) {
                series.put(
                        row.getDate(CountsTable.PERIOD_START_DATE.name()),
                        row.getLong(CountsTable.INCIDENT_COUNT.name()));
            }
        }
        return series;
    }

    /** Crimes by month of the series date in the whole area, from one month on. */
    List<Long> months(String basis, String area, String community, String firstMonth, int count) {
        SortedMap<LocalDate, Long> series = series(basis, "crime", area, community, "month");
        LocalDate first = LocalDate.parse(firstMonth + "-01");
        return IntStream.range(0, count)
                .mapToObj(i -> series.getOrDefault(first.plusMonths(i), -1L))
                .toList();
    }

    /** Crimes by day of the series date over all areas, for days that hold any. */
    SortedMap<LocalDate, Long> days(String community) {
        Table rows = release.table(
                DailyCountsTable.TABLE,
                List.of(DailyCountsTable.PERIOD_DATE, DailyCountsTable.INCIDENT_COUNT),
                Map.of(
                        DailyCountsTable.COMMUNITY_CODE, Set.of(community),
                        DailyCountsTable.DATE_PRECISION, Set.of("day")));
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (Row row : rows) {
            days.merge(
                    row.getDate(DailyCountsTable.PERIOD_DATE.name()),
                    row.getLong(DailyCountsTable.INCIDENT_COUNT.name()),
                    Long::sum);
        }
        return days;
    }

    /**
     * What was recorded in a window after an event, what is usual, its range, and the verdict: {@code 70 against 18.3 [6, 37], above_usual}.
     *
     * @param first first unit of the window, 0 being the one of the event
     * @param last last unit
     * @param kind whether windows follow one another or all start with the event
     */
    String effect(String area, String eventId, String community, String kind, int first, int last) {
        Table rows = release.table(
                EventEffectsTable.TABLE,
                EventEffectsTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.AREA_CODE, Set.of(area),
                        EventEffectsTable.EVENT_ID, Set.of(eventId),
                        EventEffectsTable.COMMUNITY_CODE, Set.of(community),
                        EventEffectsTable.WINDOW_KIND, Set.of(kind)));
        for (Row row : rows) {
            if (row.getLong(EventEffectsTable.WINDOW_FIRST.name()) == first
                    && row.getLong(EventEffectsTable.WINDOW_LAST.name()) == last) {
                return row.isMissing(EventEffectsTable.EXPECTED.name())
                        ? text(row, EventEffectsTable.MODEL_STATUS)
                        : row.getLong(EventEffectsTable.OBSERVED_COUNT.name()) + " against "
                                + row.getDouble(EventEffectsTable.EXPECTED.name()) + " ["
                                + row.getLong(EventEffectsTable.EXPECTED_LOWER95.name()) + ", "
                                + row.getLong(EventEffectsTable.EXPECTED_UPPER95.name()) + "], "
                                + text(row, EventEffectsTable.VERDICT);
            }
        }
        return "no such window";
    }

    /** Share of all windows without an event, none overlapping another of its series, that held what was recorded, over all classes of series. */
    double coveredShare() {
        double covered = 0;
        long windows = 0;
        for (Row row : release.table(CalibrationTable.TABLE)) {
            if (!row.isMissing(CalibrationTable.COVERED_SHARE.name())) {
                long separate = row.getLong(CalibrationTable.SEPARATE_PLACEBO_COUNT.name());
                covered += separate * row.getDouble(CalibrationTable.COVERED_SHARE.name());
                windows += separate;
            }
        }
        return covered / windows;
    }

    /** What became of the records of an extract: {@code outcome/rule} to number. */
    SortedMap<String, Long> quality(String extractId) {
        SortedMap<String, Long> quality = new TreeMap<>();
        for (Row row : release.table(QualityTable.TABLE)) {
            if (text(row, QualityTable.EXTRACT_ID).equals(extractId)) {
                quality.put(
                        text(row, QualityTable.OUTCOME_CODE) + '/' + text(row, QualityTable.RULE_CODE),
                        row.getLong(QualityTable.RECORD_COUNT.name()));
            }
        }
        return quality;
    }

    private static String text(Row row, Column column) {
        return row.getString(column.name());
    }
}
