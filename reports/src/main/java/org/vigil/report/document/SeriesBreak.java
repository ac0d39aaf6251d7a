package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.SeriesBreaksTable;

/** A break in a series, or a measurement event. */
record SeriesBreak(String name, LocalDate start, Optional<LocalDate> end, String effect, boolean isBreak) {

    /** Those of a source that touch the time it covers, in order of date. */
    static List<SeriesBreak> read(ReportInput input, SourceFacts facts) {
        Rows rows = new Rows(input.rows(
                SeriesBreaksTable.TABLE,
                SeriesBreaksTable.TABLE.columns(),
                Map.of(SeriesBreaksTable.SOURCE_CODE, Set.of(facts.code()))));
        List<SeriesBreak> breaks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate start = rows.date(SeriesBreaksTable.START_DATE, i).orElseThrow();
            Optional<LocalDate> end = rows.date(SeriesBreaksTable.END_DATE, i);
            boolean isOver = end.isPresent() && end.get().isBefore(facts.coverageStart());
            if (!start.isAfter(facts.coverageEnd()) && !isOver) {
                breaks.add(new SeriesBreak(
                        rows.text(SeriesBreaksTable.BREAK_NAME, i),
                        start,
                        end,
                        rows.text(SeriesBreaksTable.EFFECT, i),
                        rows.isTrue(SeriesBreaksTable.IS_BREAK, i)));
            }
        }
        breaks.sort(Comparator.comparing(SeriesBreak::start).thenComparing(SeriesBreak::name));
        return breaks;
    }
}
