package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.release.QualityTable;
import org.vigil.release.TableRows;
import org.vigil.store.RecordFates;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.validate.Quarantine;
import org.vigil.validate.RecordTally;

class PublicQualityTest {
    private static final ExtractFacts EXTRACT = new ExtractFacts(
            "met",
            "met-2025-06-30",
            "incidents of June.csv",
            LocalDate.of(2025, 6, 30),
            "0".repeat(64),
            1,
            RecordTally.of(1_244, 1_243, 4, 17, Map.of()),
            RecordFates.of(1_187, 9, 12, 14, 0),
            new Quarantine());

    private static Map<String, String> published(Policy policy) {
        TableRows rows = new TableRows(QualityTable.TABLE);
        PublicQuality.addTo(rows, EXTRACT, name -> "a name", policy);
        Map<String, String> published = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            assertEquals("a name", rows.column(QualityTable.EXTRACT_ID).textAt(row));
            published.put(
                    rows.column(QualityTable.OUTCOME_CODE).textAt(row),
                    rows.column(QualityTable.RECORD_COUNT).display(row)
                            + rows.column(QualityTable.RECORD_COUNT_STATUS).display(row));
        }
        return published;
    }

    @Test
    void numbersOfRecordsAreRoundedToTen() {
        assertEquals(
                Map.of(
                        "physical_rows", "1240",
                        "read", "1240",
                        "accepted", "1190",
                        "merged", "[low]",
                        "duplicate", "10",
                        "superseded", "10",
                        "out_of_scope", "[low]",
                        "quarantined", "20"),
                published(Policy.CELL_KEY));
    }

    /** All records less the exact counts that are shown would be those that are hidden. */
    @Test
    void besideExactCountsNoNumberOfAllRecordsIsSaid() {
        Map<String, String> published = published(Policy.SUPPRESS);

        assertEquals("[c]", published.get("physical_rows"));
        assertEquals("[c]", published.get("read"));
        assertEquals("[c]", published.get("accepted"));
        assertEquals("20", published.get("quarantined"));
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeHasARow(Policy policy) {
        assertEquals(8, published(policy).size());
    }
}
