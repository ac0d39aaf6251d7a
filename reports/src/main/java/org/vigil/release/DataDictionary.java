package org.vigil.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The data dictionary: every table and column of a release explained from its declaration, as Markdown. */
public final class DataDictionary {
    /** Name of the file in a release. */
    public static final String FILE_NAME = "dictionary.md";

    private DataDictionary() {}

    /**
     * The dictionary of the given tables, in the order given.
     *
     * @param marking how the figures of the release may be used, or how they are protected, in whole sentences
     */
    public static String markdown(String marking, List<Table> tables) {
        return """
                # Data dictionary

                %s

                One section per table. Each table is `tables/<name>.parquet` and `csv/<name>.csv`, with the same rows in the same order:
                by the key columns. An empty cell means what the column says; a number that is missing has its reason in the status
                column beside it.

                ## Tables

                %s
                ## Shorthand

                Status columns hold one or more of these, separated by a space; an empty cell has nothing to remark.

                %s
                %s""".formatted(marking, contents(tables), shorthand(), sections(tables));
    }

    private static String contents(List<Table> tables) {
        return "| Table | What it shows | One row for each |\n|---|---|---|\n"
                + tables.stream()
                        .map(t -> "| [`" + t.name() + "`](#" + t.name() + ") | " + cell(t.title()) + " | "
                                + cell(t.grain()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String shorthand() {
        return "| Shorthand | Meaning |\n|---|---|\n"
                + Arrays.stream(CellStatus.values())
                        .map(status -> "| `" + status.shorthand() + "` | " + cell(status.meaning()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String sections(List<Table> tables) {
        return tables.stream().map(DataDictionary::section).collect(Collectors.joining("\n"));
    }

    private static String section(Table table) {
        String notes = table.notes().stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
        return "## " + table.name() + "\n\n"
                + table.title() + ".\n\nOne row for each: " + table.grain() + ".\n\n"
                + (notes.isEmpty() ? "" : notes + "\n")
                + "| Column | Type | Role | Unit | Meaning | An empty cell means |\n|---|---|---|---|---|---|\n"
                + table.columns().stream().map(DataDictionary::line).collect(Collectors.joining());
    }

    private static String line(Column column) {
        return "| `" + column.name() + "` | " + type(column) + " | "
                + column.role().name().toLowerCase(Locale.ROOT) + " | " + cell(column.unit()) + " | "
                + meaning(column) + " | " + (column.isNullable() ? cell(column.nullMeaning()) : "never empty") + " |\n";
    }

    private static String type(Column column) {
        return column.type() == ColumnType.DECIMAL
                ? "number, " + column.decimals() + (column.decimals() == 1 ? " decimal" : " decimals")
                : column.type().tableSchemaName();
    }

    private static String meaning(Column column) {
        return cell(column.description())
                + column.codeList()
                        .map(list -> "; codes of list `" + list + "`")
                        .orElse("")
                + (column.isDisclosive() ? "; restricted releases only" : "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
