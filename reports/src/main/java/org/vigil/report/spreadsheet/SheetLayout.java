package org.vigil.report.spreadsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.report.spreadsheet.Sheet.Cell;
import org.vigil.report.spreadsheet.Sheet.Grid;
import org.vigil.report.spreadsheet.Sheet.Header;
import org.vigil.report.spreadsheet.Sheet.Kind;
import org.vigil.report.spreadsheet.Sheet.Line;
import org.vigil.report.spreadsheet.Workbook.TableSheet;
import org.vigil.report.spreadsheet.Workbook.Term;
import org.vigil.report.table.ValueTable;

/** Lays a workbook out on sheets: cover, contents, notes, then one sheet for each table. */
final class SheetLayout {
    static final String COVER = "Cover";
    static final String CONTENTS = "Contents";
    static final String NOTES = "Notes";

    private final Workbook workbook;
    private final SheetNames names = new SheetNames();
    private final Set<String> rangeNames = new HashSet<>();
    private final NumberedNotes notes = new NumberedNotes();

    private SheetLayout(Workbook workbook) {
        this.workbook = workbook;
    }

    static List<Sheet> of(Workbook workbook) {
        return new SheetLayout(workbook).sheets();
    }

    private List<Sheet> sheets() {
        String cover = names.next(COVER);
        String contents = names.next(CONTENTS);
        String noteSheet = names.next(NOTES);
        List<Sheet> tables = workbook.tables().stream().map(this::tableSheet).toList();
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new Sheet(cover, coverLines(), Optional.empty()));
        sheets.add(contents(contents, tables));
        sheets.add(notes(noteSheet));
        sheets.addAll(tables);
        return sheets;
    }

    private List<Line> coverLines() {
        List<Line> lines = titled(workbook.title());
        workbook.cover().forEach(passage -> {
            lines.add(new Line(Kind.HEADING, passage.heading()));
            passage.lines().forEach(line -> lines.add(new Line(Kind.TEXT, line)));
        });
        lines.add(new Line(Kind.HEADING, "What this workbook holds"));
        lines.add(new Line(
                Kind.TEXT, "Each table stands on a sheet of its own. These sheets list them and explain their notes."));
        lines.add(new Line(Kind.LINK, CONTENTS));
        lines.add(new Line(Kind.LINK, NOTES));
        return lines;
    }

    private Sheet contents(String name, List<Sheet> tables) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(text(NOTES), new Sheet.Link(NOTES), text("Notes and shorthand"), text("All tables")));
        for (int i = 0; i < tables.size(); i++) {
            TableSheet table = workbook.tables().get(i);
            rows.add(List.of(
                    text(table.number()),
                    new Sheet.Link(tables.get(i).name()),
                    text(table.table().caption()),
                    text(table.section())));
        }
        List<Line> lines = titled(CONTENTS);
        lines.add(new Line(Kind.TEXT, "This sheet holds one table: the sheets of this workbook, with links to them."));
        return new Sheet(
                name,
                lines,
                grid("sheets_of_workbook", List.of("Number", "Sheet", "Title", "Part of the report"), rows));
    }

    private Sheet notes(String name) {
        List<List<Cell>> rows = new ArrayList<>();
        notes.rows().forEach(row -> rows.add(row.stream().map(SheetLayout::text).toList()));
        for (Term term : workbook.shorthand()) {
            rows.add(List.of(text(term.term()), text(term.meaning()), text("Shorthand, wherever it stands")));
        }
        if (rows.isEmpty()) {
            rows.add(List.of(text("note"), text("No table of this workbook has notes."), text("None")));
        }
        List<Line> lines = titled("Notes and shorthand");
        lines.add(new Line(
                Kind.TEXT, "This sheet holds one table: every note of this workbook, and the shorthand in it."));
        lines.add(new Line(Kind.LINK, CONTENTS));
        return new Sheet(name, lines, grid("notes_of_workbook", List.of("Note", "Text", "Belongs to"), rows));
    }

    private Sheet tableSheet(TableSheet table) {
        String name = names.next(table.number() + " " + table.topic());
        ValueTable values = ValueTable.of(table.table());
        List<Line> lines = titled(table.title());
        lines.add(new Line(Kind.LINK, CONTENTS));
        List<String> texts = new ArrayList<>();
        texts.add("Part of the report: " + table.section());
        texts.addAll(table.remarks());
        texts.add(workbook.source());
        List<String> shorthand = new ArrayList<>();
        for (String note : table.table().notes()) {
            if (note.startsWith("[")) {
                shorthand.add("Shorthand: " + note);
            } else {
                texts.add("[" + notes.name(note, table.number()) + "] " + note);
            }
        }
        List<String> blank = values.columnsWithBlanks();
        if (!blank.isEmpty()) {
            texts.add(blank.stream()
                    .map(header -> "\u201C" + header + "\u201D")
                    .collect(Collectors.joining(", ", "Blank cells in ", " mean that there is nothing to say.")));
        }
        texts.addAll(shorthand);
        texts.forEach(text -> lines.add(new Line(Kind.TEXT, text)));
        return new Sheet(
                name,
                lines,
                Optional.of(new Grid(
                        rangeName(table.number()),
                        values.columns().stream()
                                .map(column -> new Header(column.header(), column.isNumber()))
                                .toList(),
                        values.rows().stream()
                                .map(row -> row.stream().map(SheetLayout::cell).toList())
                                .toList())));
    }

    private List<Line> titled(String title) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Kind.TITLE, title));
        if (!workbook.marking().isEmpty()) {
            lines.add(new Line(Kind.TEXT, workbook.marking()));
        }
        return lines;
    }

    private static Optional<Grid> grid(String rangeName, List<String> headers, List<List<Cell>> rows) {
        return Optional.of(new Grid(
                rangeName,
                headers.stream().map(header -> new Header(header, false)).toList(),
                rows));
    }

    /** The number of the table as a name that is no address of a cell. */
    private String rangeName(String number) {
        String plain = number.replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        String name = plain.contains("_") ? plain : "table_" + plain;
        String unique = name;
        for (int i = 2; !rangeNames.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }

    private static Cell text(String text) {
        return new Sheet.Text(text);
    }

    private static Cell cell(ValueTable.Value value) {
        return value instanceof ValueTable.Amount amount
                ? new Sheet.Numeral(amount.number())
                : text(((ValueTable.Words) value).text());
    }
}
