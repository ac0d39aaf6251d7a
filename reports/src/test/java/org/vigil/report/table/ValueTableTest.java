package org.vigil.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ValueTable.Amount;
import org.vigil.report.table.ValueTable.Value;
import org.vigil.report.table.ValueTable.Words;

class ValueTableTest {

    @Test
    void makesTwoColumnsOfAnInterval() {
        assertEquals("""
                Community | Usual range lower | Usual range upper
                Jewish    | #38               | #56
                Muslim    | #1060             | #1240
                Sikh      | [x]               | [x]
                Hindu     | [c]               | [c]
                Arab      | #3                | #3
                """, shown(number("Usual range", "38 to 56", "1,060 to 1,240", "[x]", "[c]", "3")));
    }

    @Test
    void saysWhereAnIntervalHasNoUpperLimit() {
        assertEquals("""
                Community | 95% interval lower | 95% interval upper
                Jewish    | #1.13              | no limit
                """, shown(number("95% interval", "above 1.13")));
    }

    @Test
    void leavesAWordBesideANumberInAColumnOfNumbersAsItIs() {
        assertEquals("""
                Community | Expected
                Jewish    | #12.0
                Muslim    | under 0.1
                Sikh      | above 100
                """, shown(number("Expected", "12.0", "under 0.1", "above 100")));
    }

    @Test
    void movesTheUnitOfNumbersIntoTheHeader() {
        assertEquals("""
                Community | Change (%)
                Jewish    | #5.9
                Muslim    | #-0.8
                Sikh      | [x]
                Hindu     | under 1%
                """, shown(number("Change", "+5.9%", "\u22120.8%", "[x]", "under 1%")));
        assertEquals("""
                Community | 95% interval lower (%) | 95% interval upper (%)
                Jewish    | #-6.1                  | #18.4
                """, shown(number("95% interval", "\u22126.1 to +18.4%")));
        assertEquals("""
                Community | Days 1 to 7 (ratio)
                Jewish    | #1.52
                """, shown(number("Days 1 to 7", "\u00D71.52")));
        assertEquals("""
                Community | Ratio
                Jewish    | #1.52
                """, shown(number("Ratio", "\u00D71.52")));
    }

    @Test
    void givesSeveralUnitsAColumnOfTheirOwn() {
        assertEquals("""
                Community | Value | Value unit
                Jewish    | #12   | number
                Muslim    | #5.9  | %
                Sikh      | #1.08 | ratio
                Hindu     | [x]   |
                """, shown(number("Value", "12", "5.9%", "\u00D71.08", "[x]")));
    }

    @Test
    void keepsShorthandBesideANumberOutOfItsCell() {
        assertEquals("""
                Community | Change (%) | Change status
                Jewish    | #20.3      | [u]
                Muslim    | #-7.1      | [p] [u]
                Sikh      | #1.0       |
                Hindu     | [x]        |
                Arab      | [p] [x]    |
                """, shown(number("Change", "+20.3% [u]", "\u22127.1% [p] [u]", "+1.0%", "[x]", "[p] [x]")));
    }

    @Test
    void givesAnIntervalBeneathARatioTwoColumnsOfItsOwn() {
        ReportTable table = new ReportTable(
                "Ratios",
                List.of(
                        TableColumn.text("Community"),
                        TableColumn.number("Ratio, 95% interval"),
                        TableColumn.number("Days 8 to 14")),
                List.of(
                        List.of(
                                TableCell.of("Jewish"),
                                new TableCell("\u00D71.52", 0, "1.25 to 1.84"),
                                new TableCell("\u00D71.10", 0, "above 0.90")),
                        List.of(
                                TableCell.of("Muslim"),
                                new TableCell("\u00D73.00", 0, "above 1.13"),
                                TableCell.of("[x]"))),
                List.of());

        assertEquals("""
                Community | Ratio | 95% interval lower | 95% interval upper | Days 8 to 14 (ratio) | Days 8 to 14 interval lower | Days 8 to 14 interval upper
                Jewish    | #1.52 | #1.25              | #1.84              | #1.10                | #0.90                       | no limit
                Muslim    | #3.00 | #1.13              | no limit           | [x]                  | [x]                         | [x]
                """, shown(table));
    }

    @Test
    void saysInColumnsOfTheirOwnWhatIsPartOfWhatAndWhatStandsSmall() {
        ReportTable table = new ReportTable(
                "Counts",
                List.of(TableColumn.text("Community"), TableColumn.quoted("File"), TableColumn.number("Offences")),
                List.of(
                        List.of(
                                new TableCell("All", 0, "each offence once"),
                                new TableCell("a.csv", 0, "SHA-256 01"),
                                TableCell.of("9")),
                        List.of(
                                new TableCell("Jewish", 1, "part of Any faith"),
                                TableCell.of("b.csv"),
                                new TableCell("4", 0, "few"))),
                List.of());

        assertEquals("""
                Community | Part of   | Community detail  | File  | File detail | Offences | Offences detail
                All       |           | each offence once | a.csv | SHA-256 01  | #9       |
                Jewish    | Any faith |                   | b.csv |             | #4       | few
                """, shown(table));
        assertEquals(
                List.of("Part of", "Community detail", "File detail", "Offences detail"),
                ValueTable.of(table).columnsWithBlanks());
    }

    @Test
    void readsNoNumbersInColumnsOfWords() {
        ReportTable table = new ReportTable(
                "Words",
                List.of(TableColumn.text("Year"), TableColumn.quoted("Flag")),
                List.of(ReportTable.row("2026", "12%")),
                List.of());

        assertEquals("Year | Flag\n2026 | 12%\n", shown(table));
    }

    @Test
    void givesNoTwoColumnsOneName() {
        ReportTable table = new ReportTable(
                "Counts",
                List.of(
                        TableColumn.text("Range Lower"),
                        TableColumn.number("Range"),
                        TableColumn.number("Range upper")),
                List.of(ReportTable.row("A", "1 to 2", "3")),
                List.of());

        assertEquals(
                List.of("Range Lower", "Range lower (2)", "Range upper", "Range upper (2)"),
                ValueTable.of(table).columns().stream()
                        .map(ValueTable.ValueColumn::header)
                        .toList());
    }

    private static ReportTable number(String header, String... texts) {
        List<String> communities = List.of("Jewish", "Muslim", "Sikh", "Hindu", "Arab");
        List<List<TableCell>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            rows.add(ReportTable.row(communities.get(i), texts[i]));
        }
        return new ReportTable(
                "Counts", List.of(TableColumn.text("Community"), TableColumn.number(header)), rows, List.of());
    }

    /** Columns set to one width, numbers with a number sign before them. */
    private static String shown(ReportTable table) {
        ValueTable values = ValueTable.of(table);
        List<List<String>> lines = new java.util.ArrayList<>();
        lines.add(values.columns().stream().map(ValueTable.ValueColumn::header).toList());
        values.rows()
                .forEach(
                        row -> lines.add(row.stream().map(ValueTableTest::shown).toList()));
        int[] widths = new int[values.columns().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        return lines.stream()
                .map(line -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        text.append(i == 0 ? "" : " | ")
                                .append(line.get(i))
                                .append(" ".repeat(widths[i] - line.get(i).length()));
                    }
                    return text.toString().stripTrailing() + "\n";
                })
                .collect(Collectors.joining());
    }

    private static String shown(Value value) {
        return value instanceof Amount amount ? "#" + amount.number().toPlainString() : ((Words) value).text();
    }
}
