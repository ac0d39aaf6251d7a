package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.event.Verdict;
import org.vigil.release.Column;
import org.vigil.release.ColumnType;
import org.vigil.release.Explanation;
import org.vigil.release.PublishedTables;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.report.text.Comparison;
import org.vigil.trend.YearComparison;

class MethodsTextTest {
    @Test
    void speaksOfCountingOnlyWhereThereAreNoModels() {
        assertEquals(
                List.of("Counting"),
                headings(MethodsText.of(
                        PublishedTables.ALL.stream().map(TableRows::new).toList())));
    }

    @Test
    void speaksOfEveryModelOfWhichThereAreRows() {
        Explanation text = MethodsText.of(
                PublishedTables.ALL.stream().map(MethodsTextTest::oneRow).toList());

        assertEquals(
                List.of(
                        "Counting",
                        "Changes and levels",
                        "Weeks above usual",
                        "After an event",
                        "What the verdicts mean",
                        "Newest weeks",
                        "How good the models are",
                        "How much figures still change"),
                headings(text));
        assertEquals(text, Explanation.parse(text.markdown()));
    }

    @Test
    void namesEveryVerdictInItsWords() {
        String text = MethodsText.of(PublishedTables.ALL.stream()
                        .map(MethodsTextTest::oneRow)
                        .toList())
                .markdown()
                .toLowerCase(java.util.Locale.ROOT);

        for (Verdict verdict : Verdict.values()) {
            assertTrue(text.contains("- **" + verdict.words() + "**: "), verdict.words());
        }
    }

    /** Modules cannot share them, so this holds them together. */
    @Test
    void reportsAndTablesAskForTheSameBases() {
        assertEquals(YearComparison.MINIMUM_BASE, Comparison.SMALLEST_BASE);
        assertEquals(YearComparison.RELIABLE_BASE, Comparison.SMALLEST_CHANGED);
    }

    private static List<String> headings(Explanation text) {
        return text.parts().stream().map(Explanation.Part::heading).toList();
    }

    private static TableRows oneRow(Table table) {
        TableRows rows = new TableRows(table);
        for (Column column : table.columns()) {
            TableRows.Cells cells = rows.column(column);
            if (column.isNullable()) {
                cells.addEmpty();
            } else if (column.type() == ColumnType.TEXT) {
                cells.addText("text");
            } else if (column.type() == ColumnType.DATE) {
                cells.addDate(LocalDate.EPOCH);
            } else if (column.type() == ColumnType.BOOLEAN) {
                cells.addBoolean(false);
            } else if (column.type() == ColumnType.INTEGER) {
                cells.addInteger(1);
            } else {
                cells.addDecimal(1);
            }
        }
        return rows;
    }
}
