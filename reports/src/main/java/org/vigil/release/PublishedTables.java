package org.vigil.release;

import java.util.List;

/** Every table of a release, in the order of the data dictionary. */
public final class PublishedTables {
    public static final List<Table> ALL = List.of(
            CountsTable.TABLE,
            BreakdownsTable.TABLE,
            AlarmsTable.TABLE,
            TrendsTable.TABLE,
            NowcastsTable.TABLE,
            LatestPeriodsTable.TABLE,
            EventEffectsTable.TABLE,
            EventCurvesTable.TABLE,
            EventShapesTable.TABLE,
            EventChecksTable.TABLE,
            EventPlacebosTable.TABLE,
            CalibrationTable.TABLE,
            RevisionsTable.TABLE,
            RevisionSummaryTable.TABLE,
            VintagesTable.TABLE,
            DailyCountsTable.TABLE,
            ReportingDelaysTable.TABLE,
            QualityTable.TABLE,
            QuarantineTable.TABLE,
            ExtractsTable.TABLE,
            SourcesTable.TABLE,
            SourceOverlapsTable.TABLE,
            PublisherLabelsTable.TABLE,
            AreasTable.TABLE,
            CommunitiesTable.TABLE,
            CodesTable.TABLE,
            ReferenceEventsTable.TABLE,
            EventCommunitiesTable.TABLE,
            SeriesBreaksTable.TABLE);

    private PublishedTables() {}
}
