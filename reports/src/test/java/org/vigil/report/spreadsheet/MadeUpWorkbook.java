package org.vigil.report.spreadsheet;

import java.time.LocalDate;
import java.util.List;
import org.vigil.report.spreadsheet.Workbook.Passage;
import org.vigil.report.spreadsheet.Workbook.TableSheet;
import org.vigil.report.spreadsheet.Workbook.Term;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;

/** A small workbook with everything that can stand in one. */
final class MadeUpWorkbook {
    private MadeUpWorkbook() {}

    static Workbook small() {
        return with(List.of(communities(), weeks()));
    }

    static Workbook with(List<TableSheet> tables) {
        return new Workbook(
                "Hate crime: Anytown",
                "Weekly statistical report",
                "hate crime, Anytown",
                LocalDate.of(2026, 6, 2),
                "SYNTHETIC DATA",
                "Source: Anytown police. State of knowledge: 2 June 2026.",
                List.of(
                        new Passage("What this is", List.of("Weekly statistical report.", "Its tables.")),
                        new Passage("Contact", List.of("None is named."))),
                tables,
                List.of(
                        new Term("[c]", "Confidential: hidden so that nobody can be identified."),
                        new Term("[p]", "Provisional.")));
    }

    private static TableSheet communities() {
        return new TableSheet(
                "Table 1",
                "2. More than usual?",
                List.of(),
                new ReportTable(
                        "Offences in the 4 weeks to 31 May 2026 by community, Anytown",
                        List.of(
                                TableColumn.text("Community"),
                                TableColumn.number("Recorded"),
                                TableColumn.number("Usual range"),
                                TableColumn.number("Change"),
                                TableColumn.text("Verdict")),
                        List.of(
                                row("Jewish", 0, "", "1,234 [p]", "38 to 56", "+5.9%", "Above usual"),
                                row("Muslim", 1, "part of Any faith", "7", "3 to 9", "\u22120.8%", "No clear change"),
                                row("Sikh", 1, "part of Any faith", "[c]", "[c]", "[c]", "")),
                        List.of("Parts are never added to wholes.", "[c] hidden. [p] provisional.")));
    }

    private static TableSheet weeks() {
        return new TableSheet(
                "Figure 1",
                "3. Week by week",
                List.of("Values of a figure: Offences peaked in May."),
                new ReportTable(
                        "Offences per week, Anytown",
                        List.of(TableColumn.text("Week ending"), TableColumn.number("Offences")),
                        List.of(ReportTable.row("24 May 2026", "12"), ReportTable.row("31 May 2026", "9")),
                        List.of("Parts are never added to wholes.", "Weeks start on Monday.")));
    }

    private static List<TableCell> row(String header, int depth, String note, String... texts) {
        List<TableCell> cells = new java.util.ArrayList<>();
        cells.add(new TableCell(header, depth, note));
        cells.addAll(ReportTable.row(texts));
        return cells;
    }

    /** A table of one column of words. */
    static TableSheet words(String number, String section, String... words) {
        return new TableSheet(
                number,
                section,
                List.of(),
                new ReportTable(
                        "Words",
                        List.of(TableColumn.text("Word")),
                        java.util.Arrays.stream(words).map(ReportTable::row).toList(),
                        List.of()));
    }
}
