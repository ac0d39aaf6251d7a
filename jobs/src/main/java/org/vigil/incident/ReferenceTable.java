package org.vigil.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reference file in CSV: comment lines that start with {@code #}, one of them {@code # version: …}, then a header, then rows.
 *
 * <p>Commas separate, double quotes enclose a value with a comma, a doubled quote is a quote; a value never holds a line end.
 */
public final class ReferenceTable {
    private static final String VERSION_COMMENT = "# version:";

    private final String name;
    private final String version;
    private final List<Row> rows;

    private ReferenceTable(String name, String version, List<Row> rows) {
        this.name = name;
        this.version = version;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a file that is shipped beside a class.
     *
     * @param owner class beside which the file lies
     * @param file file name, such as {@code communities.csv}
     * @param columns the columns the file must have, in this order
     * @throws ReferenceFileException if the file is absent or not in this form
     */
    public static ReferenceTable read(Class<?> owner, String file, String... columns) {
        try (InputStream stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new ReferenceFileException(file, "no such file beside " + owner.getName(), "a shipped file");
            }
            return parse(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name name for messages
     * @param text the whole text
     * @param columns the columns the text must have, in this order
     * @throws ReferenceFileException if the text is not in this form
     */
    public static ReferenceTable parse(String name, String text, String... columns) {
        String version = "";
        List<String> header = List.of(columns);
        boolean isHeaderSeen = false;
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith("#")) {
                if (line.startsWith(VERSION_COMMENT)) {
                    version = line.substring(VERSION_COMMENT.length()).strip();
                }
            } else if (!isHeaderSeen) {
                requireHeader(name, number, cells(line), header);
                isHeaderSeen = true;
            } else {
                rows.add(row(name, number, cells(line), header));
            }
        }
        if (version.isEmpty()) {
            throw new ReferenceFileException(name, "no version", "a comment line '# version: …'");
        }
        if (rows.isEmpty()) {
            throw new ReferenceFileException(name, "no rows", "at least one row under the header");
        }
        return new ReferenceTable(name, version, rows);
    }

    private static void requireHeader(String name, int number, List<String> found, List<String> expected) {
        if (!found.equals(expected)) {
            throw new ReferenceFileException(
                    name,
                    "header '" + String.join(",", found) + "' (line " + number + ")",
                    "'" + String.join(",", expected) + "'");
        }
    }

    private static Row row(String name, int number, List<String> cells, List<String> header) {
        if (cells.size() != header.size()) {
            throw new ReferenceFileException(
                    name, cells.size() + " values (line " + number + ")", header.size() + " values");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), cells.get(i));
        }
        return new Row(name, number, values);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Returns the name of the file, for messages. */
    public String name() {
        return name;
    }

    /** Returns the version that the file states of itself. */
    public String version() {
        return version;
    }

    /** Returns the rows in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * One row, its values by column.
     *
     * @param file name of the file
     * @param line line number in the file, from 1
     * @param values text by column name; blank where the file has nothing
     */
    public record Row(String file, int line, Map<String, String> values) {
        /** Copies the values. */
        public Row {
            values = Map.copyOf(values);
        }

        /** Returns the text of a column, possibly blank. */
        public String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("No column '" + column + "' in " + file);
            }
            return value;
        }

        /**
         * Returns the text of a column that may not be blank.
         *
         * @throws ReferenceFileException if it is blank
         */
        public String required(String column) {
            String value = text(column);
            if (value.isBlank()) {
                throw fault(column, "a value");
            }
            return value;
        }

        /** Returns the text of a column, empty if it is blank. */
        public Optional<String> optional(String column) {
            String value = text(column);
            return value.isBlank() ? Optional.empty() : Optional.of(value);
        }

        /** Returns the values of a column that holds a list separated by semicolons, empty if it is blank. */
        public List<String> list(String column) {
            String value = text(column);
            return value.isBlank() ? List.of() : List.of(value.split(";", -1));
        }

        /**
         * Returns the whole number in a column.
         *
         * @throws ReferenceFileException if it is none
         */
        public int integer(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                ReferenceFileException fault = fault(column, "a whole number");
                fault.initCause(e);
                throw fault;
            }
        }

        /**
         * Returns the truth value in a column.
         *
         * @throws ReferenceFileException if it is neither {@code true} nor {@code false}
         */
        public boolean truth(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw fault(column, "true or false");
            };
        }

        /**
         * Makes the exception that says what is wrong with a column of this row.
         *
         * @param column column with the fault
         * @param expected what would have been accepted
         */
        public ReferenceFileException fault(String column, String expected) {
            return new ReferenceFileException(file, column + " '" + text(column) + "' (line " + line + ")", expected);
        }
    }
}
