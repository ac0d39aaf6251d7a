package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.release.SourcesTable;

/** What a release says of one source: its row of the table {@code sources}. */
record SourceFacts(
        String code,
        String label,
        String publisher,
        String licence,
        String address,
        boolean isAlreadyPublic,
        boolean isSynthetic,
        String countingUnit,
        String targetBasis,
        String dateBasis,
        boolean isDaily,
        boolean hasTotal,
        String geographyCode,
        String wholeAreaLabel,
        String coverageNote,
        String areaBasis,
        LocalDate coverageStart,
        LocalDate coverageEnd,
        Optional<LocalDate> provisionalFrom) {

    /** All sources of a release, in its order. */
    static List<SourceFacts> readAll(ReportInput input) {
        Rows rows = new Rows(input.rows(SourcesTable.TABLE, SourcesTable.TABLE.columns(), Map.of()));
        List<SourceFacts> sources = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sources.add(new SourceFacts(
                    rows.text(SourcesTable.SOURCE_CODE, i),
                    rows.text(SourcesTable.SOURCE_LABEL, i),
                    rows.text(SourcesTable.PUBLISHER, i),
                    rows.text(SourcesTable.LICENCE, i),
                    rows.text(SourcesTable.ADDRESS, i),
                    rows.isTrue(SourcesTable.IS_ALREADY_PUBLIC, i),
                    rows.isTrue(SourcesTable.IS_SYNTHETIC, i),
                    rows.text(SourcesTable.COUNTING_UNIT, i),
                    rows.text(SourcesTable.TARGET_BASIS, i),
                    rows.text(SourcesTable.SERIES_DATE_BASIS, i),
                    rows.text(SourcesTable.SERIES_DATE_PRECISION, i).equals("day"),
                    rows.isTrue(SourcesTable.HAS_TOTAL, i),
                    rows.text(SourcesTable.GEOGRAPHY_CODE, i),
                    rows.text(SourcesTable.WHOLE_AREA_LABEL, i),
                    rows.text(SourcesTable.COVERAGE_NOTE, i),
                    rows.text(SourcesTable.AREA_BASIS, i),
                    rows.date(SourcesTable.COVERAGE_START_DATE, i).orElseThrow(),
                    rows.date(SourcesTable.COVERAGE_END_DATE, i).orElseThrow(),
                    rows.date(SourcesTable.PROVISIONAL_FROM_DATE, i)));
        }
        return sources;
    }
}
