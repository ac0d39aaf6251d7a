package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.event.ReferenceEvent;
import org.vigil.geography.Geography;
import org.vigil.release.AlarmsTable;
import org.vigil.release.AreasTable;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CodesTable;
import org.vigil.release.Column;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.CountsTable;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Manifest;
import org.vigil.release.NowcastsTable;
import org.vigil.release.PublishedTables;
import org.vigil.release.PublisherLabelsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.SeriesBreaksTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.release.VintagesTable;
import org.vigil.revision.Revisions;
import org.vigil.tabulate.DimensionTabulation;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.QualityTabulation;
import org.vigil.tabulate.SourceFacts;
import org.vigil.trend.Comparability;

/** A public release by the cell key method: every table from protected counts, the calendar and the profile. */
public final class CellKeyRelease {
    /** Tables that such a release has. Others show what nobody outside may see. */
    static final List<Table> TABLES = List.of(
            CountsTable.TABLE,
            BreakdownsTable.TABLE,
            AlarmsTable.TABLE,
            EventEffectsTable.TABLE,
            TrendsTable.TABLE,
            NowcastsTable.TABLE,
            CalibrationTable.TABLE,
            RevisionsTable.TABLE,
            RevisionSummaryTable.TABLE,
            VintagesTable.TABLE,
            QualityTable.TABLE,
            SourcesTable.TABLE,
            PublisherLabelsTable.TABLE,
            AreasTable.TABLE,
            CommunitiesTable.TABLE,
            CodesTable.TABLE,
            ReferenceEventsTable.TABLE,
            EventCommunitiesTable.TABLE,
            SeriesBreaksTable.TABLE);

    /** Where delays are not known: the share of incidents still to come at the end of a period, and the weeks in which it falls to a third of itself. */
    private static final double UNKNOWN_LATE_SHARE = 0.1;

    private static final double UNKNOWN_LATE_WEEKS = 13;

    private final ProtectedRelease.Identity identity;
    private final VintageLedger ledger;
    private final PublicNames names;
    private final Map<Table, TableRows> tables = new LinkedHashMap<>();

    private CellKeyRelease(ProtectedRelease.Identity identity, VintageLedger ledger, PublicNames names) {
        this.identity = identity;
        this.ledger = ledger;
        this.names = names;
        PublishedTables.ALL.stream()
                .filter(TABLES::contains)
                .forEach(one -> tables.put(one, ProtectedTable.rowsOf(one)));
    }

    /**
     * Draws what is due and fills the tables. What was drawn is in the ledger's additions, which must be kept before the release is published.
     *
     * @param ledger what was published before
     * @param names names of extracts
     * @param events all reference events
     * @param predecessor the public release before, whose figures are compared
     */
    public static ProtectedRelease make(
            ProtectedRelease.Identity identity,
            List<SourceAnswers> sources,
            List<ExtractFacts> extracts,
            VintageLedger ledger,
            PublicNames names,
            List<ReferenceEvent> events,
            Optional<ReleaseReader> predecessor) {
        CellKeyRelease release = new CellKeyRelease(identity, ledger, names);
        sources.forEach(
                source -> release.add(source, release.knownOn(source.facts().sourceCode(), extracts)));
        release.addDimensions(sources, events);
        extracts.forEach(extract -> PublicQuality.addTo(release.rows(QualityTable.TABLE), extract, names::extract));
        List<TableRows> revised =
                Revisions.apply(List.copyOf(release.tables.values()), identity.asOfDate(), predecessor);
        return new ProtectedRelease(
                identity,
                Policy.CELL_KEY,
                revised.stream()
                        .map(CellKeyRelease::withWholePercents)
                        .map(ProtectedTable::of)
                        .toList(),
                extracts.stream().map(release::entry).toList(),
                release.checks(extracts, predecessor));
    }

    /** How much figures usually move is said in whole percents and counts. */
    private static TableRows withWholePercents(TableRows rows) {
        TableRows rounded = rows;
        if (rows.table().equals(RevisionSummaryTable.TABLE)) {
            for (Column column : List.of(
                    RevisionSummaryTable.CHANGE_PERCENT_MEDIAN,
                    RevisionSummaryTable.CHANGE_PERCENT_P90,
                    RevisionSummaryTable.ABSOLUTE_CHANGE_MEDIAN,
                    RevisionSummaryTable.ABSOLUTE_CHANGE_P90)) {
                rounded = rounded.withDecimals(column, Math::rint);
            }
        }
        return rounded;
    }

    /** The day whose state of a source is published: nothing was known of it after its newest extract was made. */
    private LocalDate knownOn(String sourceCode, List<ExtractFacts> extracts) {
        return extracts.stream()
                .filter(extract -> extract.sourceCode().equals(sourceCode))
                .map(ExtractFacts::extractDate)
                .max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(identity.asOfDate()))
                .orElse(identity.asOfDate());
    }

    private void add(SourceAnswers answers, LocalDate knownOn) {
        PublicSource source = PublicSource.of(answers.facts());
        PerturbationTable table = ledger.table();
        DrawSafety safety = new DrawSafety(
                table,
                weeks -> answers.completeness()
                        .after(weeks)
                        .orElse(1 - UNKNOWN_LATE_SHARE * StrictMath.exp(-weeks / UNKNOWN_LATE_WEEKS)));
        SeriesProtection protection = new SeriesProtection(
                ledger,
                safety,
                knownOn,
                source.coverage().start(),
                source.coverage().end());
        PublicCounts counts = PublicCounts.of(source, protection);
        PublicCountsTable.addTo(rows(CountsTable.TABLE), source, counts, table.variance());
        PublicBreakdowns.addTo(rows(BreakdownsTable.TABLE), source, protection);
        PublicAlarms.addTo(rows(AlarmsTable.TABLE), source, counts, answers, table.variance());
        PublicEffects.addTo(rows(EventEffectsTable.TABLE), source, protection, answers, table.variance());
        PublicNowcasts.addTo(rows(NowcastsTable.TABLE), source, counts, answers, table.variance());
        PublicTrends.addTo(rows(TrendsTable.TABLE), source, counts, Comparability.of(answers.breaks()));
        PublicCalibration.addTo(rows(CalibrationTable.TABLE), answers);
        SourceFacts shown = new SourceFacts(
                source.facts().sourceCode(),
                source.facts().profile(),
                source.facts().geography(),
                source.facts().cube(),
                source.coverage());
        DimensionTabulation.addSource(rows(SourcesTable.TABLE), shown);
        DimensionTabulation.addPublisherLabels(rows(PublisherLabelsTable.TABLE), shown);
        DimensionTabulation.addBreaks(rows(SeriesBreaksTable.TABLE), shown, answers.breaks());
    }

    private void addDimensions(List<SourceAnswers> sources, List<ReferenceEvent> events) {
        sources.stream()
                .map(source -> source.facts().profile().geographyCode())
                .distinct()
                .forEach(code -> DimensionTabulation.addAreas(rows(AreasTable.TABLE), Geography.load(code)));
        DimensionTabulation.addCommunities(rows(CommunitiesTable.TABLE));
        DimensionTabulation.addCodes(rows(CodesTable.TABLE));
        DimensionTabulation.addEvents(rows(ReferenceEventsTable.TABLE), rows(EventCommunitiesTable.TABLE), events);
    }

    private Manifest.ExtractEntry entry(ExtractFacts extract) {
        SortedMap<String, Long> counts = new TreeMap<>();
        QualityTabulation.outcomes(extract).forEach((outcome, count) -> counts.put(outcome, roundedDown(count)));
        String name = names.extract(extract.extractId());
        return new Manifest.ExtractEntry(
                name,
                extract.sourceCode(),
                name,
                names.checksum(extract.sha256()),
                roundedDown(extract.tally().physicalRows()),
                counts);
    }

    /** To the nearest ten; 0 stands for fewer than ten. */
    private static long roundedDown(long count) {
        return count < PublicQuality.ROUNDED_TO ? 0 : PublicQuality.rounded(count);
    }

    private List<Manifest.CheckEntry> checks(List<ExtractFacts> extracts, Optional<ReleaseReader> predecessor) {
        List<Manifest.CheckEntry> checks = new ArrayList<>();
        for (ExtractFacts extract : extracts) {
            checks.add(new Manifest.CheckEntry(
                    "conservation " + names.extract(extract.extractId()),
                    extract.isConserved(),
                    "every record read is accounted for"));
        }
        checks.add(
                new Manifest.CheckEntry("policy", true, Policy.CELL_KEY.code() + ": " + Policy.CELL_KEY.explanation()));
        checks.add(LedgerCheck.of(ledger));
        predecessor.ifPresent(release -> checks.add(new Manifest.CheckEntry(
                "predecessor",
                true,
                "compared with release " + release.manifest().releaseId())));
        return checks;
    }

    private TableRows rows(Table of) {
        return Objects.requireNonNull(tables.get(of), of::name);
    }
}
