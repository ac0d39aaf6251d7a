package org.vigil.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a public release leaves of a restricted one of the same run, beside the two ways in which tables are often protected: leaving out counts of 1 to 4, and rounding to five. Both are
 * shown for what they keep, not for what they protect: left-out counts follow from margins, and neither is safe against tables that are published again.
 */
final class UsefulnessBench {
    private final Path exact;
    private final Path open;
    private final PrintStream out;

    /**
     * @param exact folder of a restricted release
     * @param open folder of the public one of that run
     */
    UsefulnessBench(Path exact, Path open, PrintStream out) {
        this.exact = exact;
        this.open = open;
        this.out = out;
    }

    int run() throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : script("usefulness.sql").split(";\n", -1)) {
                if (sql.strip().startsWith("-- table")) {
                    print(statement, sql);
                } else if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IOException("Could not compare " + exact + " with " + open, e);
        }
        return 0;
    }

    private String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(UsefulnessBench.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${exact}", exact.resolve("tables").toString())
                    .replace("${open}", open.resolve("tables").toString());
        }
    }

    private void print(Statement statement, String sql) throws SQLException {
        out.println(sql.strip().lines().findFirst().orElseThrow().replace("-- table", "###"));
        out.println();
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> header = new ArrayList<>();
            for (int c = 2; c <= columns; c++) {
                header.add(rows.getMetaData().getColumnLabel(c));
            }
            MarkdownTable table = new MarkdownTable(rows.getMetaData().getColumnLabel(1), header);
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int c = 1; c <= columns; c++) {
                    Object value = rows.getObject(c);
                    cells.add(
                            value instanceof Double number
                                    ? String.format(Locale.ROOT, "%.2f", number)
                                    : String.valueOf(value));
                }
                table.add(cells);
            }
            out.println(table);
        }
    }
}
