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

/** The months in DuckDB from the layers of a store. */
final class DuckDbScan {
    private DuckDbScan() {}

    /** Arguments: folder with the store, folder to write to, most memory as DuckDB writes it, folder of the code lists. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (InputStream in = DuckDbScan.class.getResourceAsStream("duckdb-scan.sql");
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET memory_limit = '" + arguments[2] + "'");
            statement.execute("SET temp_directory = '" + Path.of(arguments[1], "spill") + "'");
            statement.execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("STORE/", Path.of(arguments[0], "store") + "/")
                    .replace("CODES/", arguments[3] + "/")
                    .replace("OUT/", arguments[1] + "/"));
        }
    }
}
