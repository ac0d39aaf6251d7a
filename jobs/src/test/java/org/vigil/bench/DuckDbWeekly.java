package org.vigil.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A week in DuckDB with a database file that keeps the newest row of each incident: the new extract is checked, its incidents are replaced, the
 * months are counted again from the kept rows.
 */
final class DuckDbWeekly {
    private DuckDbWeekly() {}

    /** Arguments: folder of the extracts, folder to write to; with {@code prepare} as a third, the database is made from them. */
    public static void main(String[] arguments) throws SQLException, IOException {
        String script = arguments.length > 2 ? "duckdb-prepare.sql" : "duckdb-week.sql";
        Path database = Path.of(arguments[1], "history.duckdb");
        try (InputStream in = DuckDbWeekly.class.getResourceAsStream(script);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false");
            statement.execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("IN/", arguments[0] + "/")
                    .replace("OUT/", arguments[1] + "/"));
        }
    }
}
