package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigil.event.ReferenceEvent;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import org.vigil.release.TrendsTable;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.trend.Comparability;

/** A public release of exact counts of which the small ones are hidden, with others so that they cannot be worked out. */
public final class SuppressRelease {
    /** Tables that such a release has. What is said of weeks, days, further characteristics and single series is not: nothing of it is proven safe beside exact counts. */
    static final List<Table> TABLES = PublicAssembly.tables(CountsTable.TABLE, TrendsTable.TABLE);

    /** Of a count that is exact. */
    private static final double NO_VARIANCE = 0;

    private SuppressRelease() {}

    /**
     * Publishes the vintages that are due and fills the tables. What is new is in the ledger's additions, which must be kept before the release is published.
     *
     * @param ledger what was published before
     * @param names names of extracts
     * @param events all reference events
     * @param predecessor the public release before, whose figures are compared
     * @throws DisclosureException if the tables would show what must be hidden
     */
    public static ProtectedRelease make(
            ProtectedRelease.Identity identity,
            List<SourceAnswers> sources,
            List<ExtractFacts> extracts,
            SuppressionLedger ledger,
            PublicNames names,
            List<ReferenceEvent> events,
            Optional<ReleaseReader> predecessor) {
        PublicAssembly assembly = new PublicAssembly(TABLES);
        List<PublicSource> shown = new ArrayList<>();
        List<SuppressedBlocks.Standing> standing = new ArrayList<>();
        for (SourceAnswers answers : sources) {
            PublicSource source = PublicSource.of(answers.facts());
            SuppressedBlocks blocks = SuppressedBlocks.of(
                    source,
                    ledger,
                    PublicAssembly.knownOn(identity, source.facts().sourceCode(), extracts));
            SuppressedCounts counts = new SuppressedCounts(source, blocks::find);
            PublicCountsTable.addTo(assembly.rows(CountsTable.TABLE), source, counts, NO_VARIANCE);
            PublicTrends.addTo(
                    assembly.rows(TrendsTable.TABLE),
                    source,
                    counts::months,
                    UnaryOperator.identity(),
                    Comparability.of(answers.breaks()));
            assembly.addSource(source, answers.breaks());
            shown.add(source);
            standing.addAll(blocks.all());
        }
        assembly.addDimensions(sources, events);
        return assembly.finish(
                identity,
                Policy.SUPPRESS,
                extracts,
                names,
                predecessor,
                ledger::figures,
                tables -> SuppressionInspection.of(shown, standing).inspect(tables));
    }
}
