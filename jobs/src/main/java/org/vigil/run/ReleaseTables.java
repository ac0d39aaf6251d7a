package org.vigil.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigil.config.Configuration;
import org.vigil.disclosure.SourceAnswers;
import org.vigil.event.EventCatalogue;
import org.vigil.event.HolidayCalendar;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.event.SeriesBreaks;
import org.vigil.geography.Geography;
import org.vigil.nowcast.SourceNowcasts;
import org.vigil.release.AlarmsTable;
import org.vigil.release.AreasTable;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CodesTable;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.CountsTable;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.EventChecksTable;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.EventPlacebosTable;
import org.vigil.release.EventShapesTable;
import org.vigil.release.ExtractsTable;
import org.vigil.release.LatestPeriodsTable;
import org.vigil.release.NowcastsTable;
import org.vigil.release.PublishedTables;
import org.vigil.release.PublisherLabelsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.release.ReportingDelaysTable;
import org.vigil.release.SeriesBreaksTable;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.spark.Workers;
import org.vigil.tabulate.AlarmsTabulation;
import org.vigil.tabulate.BreakdownsTabulation;
import org.vigil.tabulate.CalibrationTabulation;
import org.vigil.tabulate.CountsTabulation;
import org.vigil.tabulate.DetailTabulation;
import org.vigil.tabulate.DimensionTabulation;
import org.vigil.tabulate.EventChecksTabulation;
import org.vigil.tabulate.EventCurvesTabulation;
import org.vigil.tabulate.EventEffectsTabulation;
import org.vigil.tabulate.EventPlacebosTabulation;
import org.vigil.tabulate.EventShapesTabulation;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.LatestPeriodsTabulation;
import org.vigil.tabulate.NowcastsTabulation;
import org.vigil.tabulate.OverlapsTabulation;
import org.vigil.tabulate.QualityTabulation;
import org.vigil.tabulate.SourceDelays;
import org.vigil.tabulate.SourceFacts;
import org.vigil.tabulate.TrendsTabulation;

/**
 * Every table of a restricted release, filled.
 *
 * @param tables in the order of the data dictionary
 * @param answers what a public release may need of each source beside
 */
record ReleaseTables(List<TableRows> tables, List<SourceAnswers> answers) {
    ReleaseTables {
        tables = List.copyOf(tables);
        answers = List.copyOf(answers);
    }

    static ReleaseTables of(Configuration configuration, ReadRun run, Supplier<Workers> workers, Progress progress) {
        Map<Table, TableRows> tables = new LinkedHashMap<>();
        PublishedTables.ALL.forEach(table -> tables.put(table, new TableRows(table)));
        List<ReferenceEvent> events = new ArrayList<>();
        List<SeriesBreak> breaks = new ArrayList<>();
        for (String catalogue : List.of(configuration.eventCatalogue())) {
            events.addAll(EventCatalogue.load(catalogue).events());
            breaks.addAll(SeriesBreaks.load(catalogue).breaks());
        }
        HolidayCalendar holidays = HolidayCalendar.load(configuration.eventCatalogue());
        List<SourceFacts> sources = new ArrayList<>();
        List<SourceAnswers> answers = new ArrayList<>();
        for (SourceFacts read : run.sources()) {
            SourceFacts source = SourceDelays.of(read, breaks, run.showings()).provisional();
            SourceDelays delays = SourceDelays.of(source, breaks, run.showings());
            sources.add(source);
            CountsTabulation.addTo(rows(tables, CountsTable.TABLE), source);
            BreakdownsTabulation.addTo(rows(tables, BreakdownsTable.TABLE), source);
            NowcastsTabulation.addTo(rows(tables, NowcastsTable.TABLE), source, delays);
            progress.say("Asking the models about " + source.sourceCode());
            SourceModels models = SourceModels.of(source, delays.completeTo(), events, breaks, holidays, workers);
            answers.add(new SourceAnswers(
                    source,
                    delays.completeness(),
                    delays.ofStudied().flatMap(SourceNowcasts::shared),
                    source.breaksAmong(breaks),
                    models.alarms(),
                    delays.completeTo(),
                    models.studied(),
                    models.calibration(),
                    models.quietWeeks()));
            AlarmsTabulation.addTo(
                    rows(tables, AlarmsTable.TABLE), source.coverage(), delays.completeTo(), models.alarms());
            TrendsTabulation.addTo(rows(tables, TrendsTable.TABLE), models.trends());
            LatestPeriodsTabulation.addTo(rows(tables, LatestPeriodsTable.TABLE), source, models.latest());
            EventEffectsTabulation.addTo(rows(tables, EventEffectsTable.TABLE), source, models.effects());
            EventCurvesTabulation.addTo(rows(tables, EventCurvesTable.TABLE), source, models.details());
            EventShapesTabulation.addTo(rows(tables, EventShapesTable.TABLE), source, models.details());
            EventChecksTabulation.addTo(rows(tables, EventChecksTable.TABLE), models.details());
            EventPlacebosTabulation.addTo(rows(tables, EventPlacebosTable.TABLE), models.details());
            CalibrationTabulation.addWindows(rows(tables, CalibrationTable.TABLE), models.calibration());
            CalibrationTabulation.addAlarmWeeks(rows(tables, CalibrationTable.TABLE), models.quietWeeks());
            DetailTabulation.addDailyCounts(rows(tables, DailyCountsTable.TABLE), source);
            DetailTabulation.addReportingDelays(rows(tables, ReportingDelaysTable.TABLE), source);
            DimensionTabulation.addSource(rows(tables, SourcesTable.TABLE), source);
            DimensionTabulation.addPublisherLabels(rows(tables, PublisherLabelsTable.TABLE), source);
            DimensionTabulation.addBreaks(rows(tables, SeriesBreaksTable.TABLE), source, breaks);
        }
        OverlapsTabulation.addTo(rows(tables, SourceOverlapsTable.TABLE), sources, run.shared());
        sources.stream()
                .map(s -> s.profile().geographyCode())
                .distinct()
                .forEach(code -> DimensionTabulation.addAreas(rows(tables, AreasTable.TABLE), Geography.load(code)));
        DimensionTabulation.addCommunities(rows(tables, CommunitiesTable.TABLE));
        DimensionTabulation.addCodes(rows(tables, CodesTable.TABLE));
        DimensionTabulation.addEvents(
                rows(tables, ReferenceEventsTable.TABLE), rows(tables, EventCommunitiesTable.TABLE), events);
        for (ExtractFacts extract : run.extracts()) {
            QualityTabulation.addQuality(rows(tables, QualityTable.TABLE), extract);
            QualityTabulation.addQuarantine(rows(tables, QuarantineTable.TABLE), extract);
            QualityTabulation.addExtract(rows(tables, ExtractsTable.TABLE), extract);
        }
        return new ReleaseTables(List.copyOf(tables.values()), answers);
    }

    private static TableRows rows(Map<Table, TableRows> tables, Table table) {
        TableRows rows = tables.get(table);
        if (rows == null) {
            throw new IllegalStateException("Table " + table.name() + " is not among the published tables");
        }
        return rows;
    }
}
