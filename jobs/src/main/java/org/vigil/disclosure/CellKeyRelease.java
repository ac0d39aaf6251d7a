package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.event.ReferenceEvent;
import org.vigil.release.AlarmsTable;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CountsTable;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.NowcastsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.trend.Comparability;
import org.vigil.trend.MonthTrend;

/** A public release by the cell key method: every table from protected counts, the calendar and the profile. */
public final class CellKeyRelease {
    /** Tables that such a release has. Others show what nobody outside may see. */
    static final List<Table> TABLES = PublicAssembly.tables(
            CountsTable.TABLE,
            BreakdownsTable.TABLE,
            AlarmsTable.TABLE,
            EventEffectsTable.TABLE,
            EventCurvesTable.TABLE,
            TrendsTable.TABLE,
            NowcastsTable.TABLE,
            CalibrationTable.TABLE);

    /** Where delays are not known: the share of incidents still to come at the end of a period, and the weeks in which it falls to a third of itself. */
    private static final double UNKNOWN_LATE_SHARE = 0.1;

    private static final double UNKNOWN_LATE_WEEKS = 13;

    private final VintageLedger ledger;
    private final PublicAssembly assembly = new PublicAssembly(TABLES);

    private CellKeyRelease(VintageLedger ledger) {
        this.ledger = ledger;
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
        CellKeyRelease release = new CellKeyRelease(ledger);
        sources.forEach(source -> release.add(
                source, PublicAssembly.knownOn(identity, source.facts().sourceCode(), extracts)));
        release.assembly.addDimensions(sources, events);
        return release.assembly.finish(
                identity, Policy.CELL_KEY, extracts, names, predecessor, ledger::figures, tables -> {});
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
        PublicEvents events = PublicEvents.of(source, answers.effects());
        PublicEffects.addTo(
                rows(EventEffectsTable.TABLE), source, events, protection, answers.calibration(), table.variance());
        new PublicCurves(
                        source,
                        events,
                        counts,
                        protection,
                        answers.calibration(),
                        table.variance(),
                        rows(EventCurvesTable.TABLE))
                .add();
        PublicNowcasts.addTo(rows(NowcastsTable.TABLE), source, counts, answers, table.variance());
        PublicTrends.addTo(
                rows(TrendsTable.TABLE),
                source,
                counts::find,
                MonthTrend::ofChangedCounts,
                Comparability.of(answers.breaks()));
        PublicCalibration.addTo(rows(CalibrationTable.TABLE), answers);
        assembly.addSource(source, answers.breaks());
    }

    private TableRows rows(Table of) {
        return assembly.rows(of);
    }
}
