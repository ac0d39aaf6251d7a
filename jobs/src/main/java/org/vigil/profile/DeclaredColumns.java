package org.vigil.profile;

import java.util.List;
import java.util.Optional;
import org.vigil.declaration.Declaration;

/** The columns that a profile names, refused where a name announces a direct identifier. */
final class DeclaredColumns {
    private DeclaredColumns() {}

    /** The column or columns of a field that may have several; empty if there is none, which is a problem. */
    static List<String> columns(Declaration declared) {
        if (declared.has("column") && declared.has("columns")) {
            declared.problem(
                    "columns", declared.name("column") + " and columns are both there", "", "Keep one of the two.");
        }
        List<String> columns = declared.has("column")
                ? declared.findText("column").map(List::of).orElse(List.of())
                : declared.texts("columns");
        if (!declared.has("column") && !declared.has("columns")) {
            declared.problemAt(
                    declared.line(),
                    declared.name("column") + " is missing",
                    "the name of a column, or constant with a code",
                    "Add column:.");
        }
        columns.forEach(column -> refuseIdentifier(declared, declared.has("column") ? "column" : "columns", column));
        return columns;
    }

    /** The one column under a key; nothing if it is missing, which is a problem. */
    static Optional<String> column(Declaration declared, String key) {
        if (!declared.has(key)) {
            declared.problemAt(
                    declared.line(), declared.name(key) + " is missing", "the name of a column", "Add " + key + ":.");
        }
        Optional<String> column = declared.findText(key);
        column.ifPresent(name -> refuseIdentifier(declared, key, name));
        return column;
    }

    /** Reports a column whose name announces a direct identifier. */
    static void refuseIdentifier(Declaration declared, String key, String column) {
        IdentifyingColumn.find(column)
                .ifPresent(kind -> declared.problem(
                        key,
                        "the column \"" + column + "\" cannot be read: by its name it holds " + kind,
                        "columns without direct identifiers",
                        "Have it removed before the file is handed over, and read another column."));
    }
}
