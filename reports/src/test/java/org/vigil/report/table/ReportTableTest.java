package org.vigil.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private static final List<TableColumn> COLUMNS =
            List.of(TableColumn.text("Area"), TableColumn.number("Offences"), TableColumn.number("Change"));

    @Test
    void writesNumbersInCsvAsMachinesReadThem() {
        ReportTable table = new ReportTable(
                "Offences",
                COLUMNS,
                List.of(ReportTable.row("A, \"B\"", "1,234", "\u22123.7%"), ReportTable.row("C", "[x]", "[u]")),
                List.of());

        assertEquals("Area,Offences,Change (%)\n\"A, \"\"B\"\"\",1234,-3.7\nC,[x],[u]\n", table.toCsv());
    }

    @Test
    void writesNothingInCsvThatASpreadsheetTakesForAFormula() {
        ReportTable table = new ReportTable(
                "Offences",
                List.of(TableColumn.text("=Area"), TableColumn.quoted("Flag"), TableColumn.number("Change")),
                List.of(
                        ReportTable.row("=1+1", "@SUM(A1)", "\u22123.7%"),
                        ReportTable.row("+44", "-", "+1.0%"),
                        ReportTable.row("\tB", "\r\"C\"", "-2"),
                        ReportTable.row("D=1", "", "=2")),
                List.of());

        assertEquals("""
                '=Area,Flag,Change,Change unit
                '=1+1,'@SUM(A1),-3.7,%
                '+44,'-,1.0,%
                '\tB,"'\r""C\""",-2,number
                D=1,,'=2,
                """, table.toCsv());
    }

    @Test
    void printsTheLastRowsOfALongTable() {
        ReportTable table = new ReportTable(
                "Offences",
                COLUMNS,
                List.of(ReportTable.row("A", "1", ""), ReportTable.row("B", "2", ""), ReportTable.row("C", "3", "")),
                List.of());

        assertEquals(table.rows().subList(1, 3), table.lastRows(2).rows());
        assertEquals(table, table.lastRows(3));
    }

    @Test
    void refusesARowOfAnotherLength() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new ReportTable("Offences", COLUMNS, List.of(ReportTable.row("A")), List.of()));

        assertEquals("Table \"Offences\" has a row of 1 cells, expected 3", e.getMessage());
    }

    @Test
    void keepsTheLastRowsOfALongTableTogether() {
        List<List<TableCell>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(ReportTable.row("row " + i));
        }
        ReportTable table = new ReportTable("Long", List.of(TableColumn.text("Row")), rows, List.of());

        assertEquals(List.of(17, 3), table.groups().stream().map(List::size).toList());
    }
}
