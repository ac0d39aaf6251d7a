package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.geography.Geography;
import org.vigil.release.AreasTable;
import org.vigil.release.CodesTable;
import org.vigil.release.Column;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.Manifest;
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
import org.vigil.release.VintagesTable;
import org.vigil.revision.Revisions;
import org.vigil.tabulate.DimensionTabulation;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.QualityTabulation;
import org.vigil.tabulate.SourceFacts;

/** What every public release of protected counts has beside these: dimensions, revisions, rounded quality, extracts and checks. */
final class PublicAssembly {
    /** Tables beside those of figures. */
    private static final List<Table> BESIDE = List.of(
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

    private final Map<Table, TableRows> tables = new LinkedHashMap<>();

    /** @param of the tables of the release */
    PublicAssembly(List<Table> of) {
        PublishedTables.ALL.stream().filter(of::contains).forEach(one -> tables.put(one, ProtectedTable.rowsOf(one)));
    }

    /** The tables of a release: those of its figures, and those that every one has. */
    static List<Table> tables(Table... figures) {
        return Stream.concat(Arrays.stream(figures), BESIDE.stream()).toList();
    }

    /** The day whose state of a source is published: nothing was known of it after its newest extract was made. */
    static LocalDate knownOn(ProtectedRelease.Identity identity, String sourceCode, List<ExtractFacts> extracts) {
        return extracts.stream()
                .filter(extract -> extract.sourceCode().equals(sourceCode))
                .map(ExtractFacts::extractDate)
                .max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(identity.asOfDate()))
                .orElse(identity.asOfDate());
    }

    /** The rows of a table, to be filled. */
    TableRows rows(Table of) {
        return Objects.requireNonNull(tables.get(of), of::name);
    }

    /** Adds what explains a source. */
    void addSource(PublicSource source, List<SeriesBreak> breaks) {
        SourceFacts shown = new SourceFacts(
                source.facts().sourceCode(),
                source.facts().profile(),
                source.facts().geography(),
                source.facts().cube(),
                source.coverage());
        DimensionTabulation.addSource(rows(SourcesTable.TABLE), shown);
        DimensionTabulation.addPublisherLabels(rows(PublisherLabelsTable.TABLE), shown);
        DimensionTabulation.addBreaks(rows(SeriesBreaksTable.TABLE), shown, breaks);
    }

    /** Adds what explains codes and events. */
    void addDimensions(List<SourceAnswers> sources, List<ReferenceEvent> events) {
        sources.stream()
                .map(source -> source.facts().profile().geographyCode())
                .distinct()
                .forEach(code -> DimensionTabulation.addAreas(rows(AreasTable.TABLE), Geography.load(code)));
        DimensionTabulation.addCommunities(rows(CommunitiesTable.TABLE));
        DimensionTabulation.addCodes(rows(CodesTable.TABLE));
        DimensionTabulation.addEvents(rows(ReferenceEventsTable.TABLE), rows(EventCommunitiesTable.TABLE), events);
    }

    /**
     * The release of the rows that were filled.
     *
     * @param names names of extracts
     * @param predecessor the public release before, whose figures are compared
     * @param figures how many figures the ledger holds with those of this release
     * @param inspection sees every table as it will be published, and throws what must not be
     */
    ProtectedRelease finish(
            ProtectedRelease.Identity identity,
            Policy policy,
            List<ExtractFacts> extracts,
            PublicNames names,
            Optional<ReleaseReader> predecessor,
            LongSupplier figures,
            Consumer<List<TableRows>> inspection) {
        extracts.forEach(extract -> PublicQuality.addTo(rows(QualityTable.TABLE), extract, names::extract, policy));
        List<TableRows> finished =
                Revisions.apply(List.copyOf(tables.values()), identity.asOfDate(), predecessor).stream()
                        .map(PublicAssembly::withWholePercents)
                        .toList();
        inspection.accept(finished);
        return new ProtectedRelease(
                identity,
                policy,
                finished.stream().map(ProtectedTable::of).toList(),
                extracts.stream().map(extract -> entry(extract, names, policy)).toList(),
                checks(policy, extracts, names, predecessor, figures.getAsLong()));
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

    private static Manifest.ExtractEntry entry(ExtractFacts extract, PublicNames names, Policy policy) {
        SortedMap<String, Long> counts = new TreeMap<>();
        QualityTabulation.outcomes(extract)
                .forEach((outcome, count) -> counts.put(outcome, said(outcome, count, policy)));
        String name = names.extract(extract.extractId());
        return new Manifest.ExtractEntry(
                name,
                extract.sourceCode(),
                name,
                names.checksum(extract.sha256()),
                said("physical_rows", extract.tally().physicalRows(), policy),
                counts);
    }

    /** To the nearest ten; 0 stands for fewer than ten, or for what is not said. */
    private static long said(String outcome, long count, Policy policy) {
        return count < PublicQuality.ROUNDED_TO || PublicQuality.isHidden(outcome, policy)
                ? 0
                : PublicQuality.rounded(count);
    }

    private static List<Manifest.CheckEntry> checks(
            Policy policy,
            List<ExtractFacts> extracts,
            PublicNames names,
            Optional<ReleaseReader> predecessor,
            long figures) {
        List<Manifest.CheckEntry> checks = new ArrayList<>();
        for (ExtractFacts extract : extracts) {
            checks.add(new Manifest.CheckEntry(
                    "conservation " + names.extract(extract.extractId()),
                    extract.isConserved(),
                    "every record read is accounted for"));
        }
        checks.add(new Manifest.CheckEntry("policy", true, policy.code() + ": " + policy.explanation()));
        checks.add(LedgerCheck.of(figures));
        predecessor.ifPresent(release -> checks.add(new Manifest.CheckEntry(
                "predecessor",
                true,
                "compared with release " + release.manifest().releaseId())));
        return checks;
    }
}
