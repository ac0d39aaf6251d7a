package org.vigil.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The same job as an SQL script in an embedded DuckDB: all cores, its own default of memory. */
final class DuckDbJob {
    private DuckDbJob() {}

    /** Arguments: folder of the extracts, folder to write to; with {@code months} as a third, only the months are written. */
    public static void main(String[] arguments) throws SQLException, IOException {
        String name = arguments.length > 2 ? "duckdb-full.sql" : "duckdb.sql";
        try (InputStream in = DuckDbJob.class.getResourceAsStream(name);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("IN/", arguments[0] + "/")
                    .replace("OUT/", arguments[1] + "/");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute(script);
        }
    }
}
