package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.List;
import org.vigil.event.JudgedEffect;
import org.vigil.release.CellStatus;
import org.vigil.release.LatestPeriodsTable;
import org.vigil.release.TableRows;

/** The {@code latest_periods} table: the latest complete period of every series, whether there is an estimate or not. */
public final class LatestPeriodsTabulation {
    private LatestPeriodsTabulation() {}

    /** Adds the periods of the series of one source. */
    public static void addTo(TableRows rows, SourceFacts facts, List<JudgedEffect> latest) {
        EffectColumns columns = new EffectColumns(rows, facts.coverage());
        latest.forEach(judged -> add(rows, columns, judged));
    }

    private static void add(TableRows rows, EffectColumns columns, JudgedEffect judged) {
        LocalDate start = judged.effect().startOf(judged.window().window());
        LocalDate end = judged.effect().endOf(judged.window().window());
        columns.addSeries(judged.key());
        rows.column(LatestPeriodsTable.PERIOD_START_DATE).addDate(start);
        rows.column(LatestPeriodsTable.PERIOD_END_DATE).addDate(end);
        columns.addBaseline(judged);
        rows.column(LatestPeriodsTable.OBSERVED_COUNT)
                .addInteger(judged.window().observed());
        columns.addEstimate(judged);
        columns.addTest(judged);
        columns.addVerdict(judged);
        rows.column(LatestPeriodsTable.STATUS).addText(CellStatus.text(columns.statuses(judged)));
    }
}
