package org.vigil.release;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One column, declared once.
 *
 * @param name snake_case, with the fixed endings of the house ({@code _code}, {@code _date}, {@code _count}, {@code _status} …)
 * @param type what it holds
 * @param role what it is for
 * @param description what a reader must know, in one sentence
 * @param unit unit of a measure, for example {@code incidents}; empty for other roles
 * @param nullMeaning what an empty cell says; empty where the column is never empty
 * @param codeList name of the code list whose codes it holds
 * @param decimals digits after the point that are published; 0 except for {@link ColumnType#DECIMAL}
 * @param isDisclosive whether the column may point at a person and so never leaves in a public release
 */
public record Column(
        String name,
        ColumnType type,
        ColumnRole role,
        String description,
        String unit,
        String nullMeaning,
        Optional<String> codeList,
        int decimals,
        boolean isDisclosive) {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Column {
        if (!SNAKE_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("Column name is not snake_case: " + name);
        }
        Objects.requireNonNull(type);
        Objects.requireNonNull(role);
        if (description.isBlank()) {
            throw new IllegalArgumentException("Column " + name + " has no description");
        }
        if (role == ColumnRole.MEASURE && unit.isBlank()) {
            throw new IllegalArgumentException("Measure " + name + " has no unit");
        }
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("Column " + name + " has " + decimals + " decimals, expected 0 to 9");
        }
        if (role == ColumnRole.KEY && !nullMeaning.isEmpty()) {
            throw new IllegalArgumentException("Key column " + name + " cannot be empty");
        }
    }

    public static Column key(String name, ColumnType type, String description) {
        return new Column(name, type, ColumnRole.KEY, description, "", "", Optional.empty(), 0, false);
    }

    public static Column count(String name, String unit, String description, String nullMeaning) {
        return new Column(
                name,
                ColumnType.INTEGER,
                ColumnRole.MEASURE,
                description,
                unit,
                nullMeaning,
                Optional.empty(),
                0,
                false);
    }

    public static Column decimal(String name, String unit, int decimals, String description, String nullMeaning) {
        return new Column(
                name,
                ColumnType.DECIMAL,
                ColumnRole.MEASURE,
                description,
                unit,
                nullMeaning,
                Optional.empty(),
                decimals,
                false);
    }

    public static Column status(String name, String description) {
        return new Column(
                name,
                ColumnType.TEXT,
                ColumnRole.STATUS,
                description,
                "",
                "nothing to remark",
                Optional.of("status"),
                0,
                false);
    }

    public static Column label(String name, String description) {
        return new Column(name, ColumnType.TEXT, ColumnRole.LABEL, description, "", "", Optional.empty(), 0, false);
    }

    public static Column attribute(String name, ColumnType type, String description) {
        return new Column(name, type, ColumnRole.ATTRIBUTE, description, "", "", Optional.empty(), 0, false);
    }

    /** The same column, which may be empty; {@code meaning} says what an empty cell means. */
    public Column emptyMeans(String meaning) {
        return new Column(name, type, role, description, unit, meaning, codeList, decimals, isDisclosive);
    }

    /** The same column, holding codes of a named code list. */
    public Column codedBy(String list) {
        return new Column(name, type, role, description, unit, nullMeaning, Optional.of(list), decimals, isDisclosive);
    }

    /** The same column, marked as one that never leaves in a public release. */
    public Column disclosive() {
        return new Column(name, type, role, description, unit, nullMeaning, codeList, decimals, true);
    }

    public boolean isNullable() {
        return !nullMeaning.isEmpty();
    }
}
