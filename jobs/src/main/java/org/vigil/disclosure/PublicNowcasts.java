package org.vigil.disclosure;

import java.util.EnumSet;
import java.util.Optional;
import org.vigil.cellkey.PublicGrain;
import org.vigil.incident.RecordClass;
import org.vigil.nowcast.Nowcast;
import org.vigil.nowcast.NowcastModel;
import org.vigil.nowcast.NowcastStatus;
import org.vigil.release.CellStatus;
import org.vigil.release.NowcastsTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.CountRange;
import org.vigil.tabulate.Places;

/**
 * The {@code nowcasts} table of a public release: the published weeks of weekly series of the whole area of which not everything was recorded when they were drawn. The estimate follows from the
 * published count n and the whole percent c of incidents that usually are recorded by then, which all communities share: (n + 1 − c) (1 − c) / c are still to come. Its interval is that of the estimate, wider by one change of the method: each half-width becomes √(h² + z² V).
 */
final class PublicNowcasts {
    private static final double Z = 1.959963984540054;

    private final PublicSource source;
    private final NowcastModel delays;
    private final double variance;
    private final TableRows rows;

    private PublicNowcasts(PublicSource source, NowcastModel delays, double variance, TableRows rows) {
        this.source = source;
        this.delays = delays;
        this.variance = variance;
        this.rows = rows;
    }

    /** Adds the rows of a source whose delays are known; {@code variance} is that of one change. */
    static void addTo(
            TableRows rows, PublicSource source, PublicCounts counts, SourceAnswers answers, double variance) {
        answers.delays().ifPresent(delays -> new PublicNowcasts(source, delays, variance, rows).add(counts));
    }

    private void add(PublicCounts counts) {
        Places whole = source.places().get(0);
        for (int community : source.communities()) {
            SeriesName name = source.name(RecordClass.CRIME, whole, community);
            counts.find(name)
                    .ifPresent(series -> series.leaves().stream()
                            .filter(leaf -> leaf.leaf().grain() == PublicGrain.WEEK
                                    && leaf.leaf().isWhole()
                                    && leaf.count().isPresent()
                                    && percent(leaf) > 0
                                    && percent(leaf) < 100)
                            .forEach(leaf -> addRow(name, leaf)));
        }
    }

    private void addRow(SeriesName name, PublicSeries.PublicLeaf leaf) {
        ProtectedCount count = leaf.count().orElseThrow();
        double complete = percent(leaf) / 100.0;
        Nowcast nowcast = new Nowcast(
                Math.toIntExact(count.value()),
                (count.value() + 1 - complete) * (1 - complete) / complete,
                delays.size(leaf.ageWeeks()));
        CountRange range = nowcast.interval95();
        double change = Z * Z * variance;
        rows.column(NowcastsTable.SOURCE_CODE).addText(name.sourceCode());
        rows.column(NowcastsTable.DATE_BASIS).addText(name.dateBasis());
        rows.column(NowcastsTable.RECORD_CLASS).addText(name.recordClass());
        rows.column(NowcastsTable.COMMUNITY_CODE).addText(name.communityCode());
        rows.column(NowcastsTable.WEEK_START_DATE).addDate(leaf.leaf().periodStart());
        rows.column(NowcastsTable.KNOWN_UNTIL_DATE).addDate(leaf.leaf().to().plusWeeks(leaf.ageWeeks()));
        EnumSet<CellStatus> status = EnumSet.of(CellStatus.PROVISIONAL);
        if (count.value() == 0) {
            status.add(CellStatus.ROUNDS_TO_ZERO);
        }
        PublicCountsTable.addCount(rows.column(NowcastsTable.REPORTED_COUNT), Optional.of(count));
        rows.column(NowcastsTable.REPORTED_COUNT_STATUS).addText(CellStatus.text(status));
        rows.column(NowcastsTable.ESTIMATED_FINAL_COUNT).addInteger(nowcast.median());
        double middle = nowcast.median();
        rows.column(NowcastsTable.ESTIMATED_FINAL_LOWER95).addInteger(Math.max(0, (long)
                Math.floor(middle - wider(middle - range.lower(), change))));
        rows.column(NowcastsTable.ESTIMATED_FINAL_UPPER95).addInteger((long)
                Math.ceil(middle + wider(range.upper() - middle, change)));
        rows.column(NowcastsTable.COMPLETENESS).addDecimal(complete);
        rows.column(NowcastsTable.ESTIMATED_FINAL_COUNT_STATUS)
                .addText(CellStatus.text(EnumSet.of(CellStatus.PROVISIONAL, CellStatus.ESTIMATED)));
        rows.column(NowcastsTable.NOWCAST_MODEL).addText(NowcastStatus.REDUCED_MODEL.code());
    }

    /** Whole percent of the incidents of a week that are usually recorded at the age at which it was drawn. */
    private long percent(PublicSeries.PublicLeaf leaf) {
        return Math.round(100 * delays.delays().completeness(leaf.ageWeeks()));
    }

    private static double wider(double halfWidth, double change) {
        return Math.sqrt(halfWidth * halfWidth + change);
    }
}
