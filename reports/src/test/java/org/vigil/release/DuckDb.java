package org.vigil.release;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An independent reader of the files of a release. */
final class DuckDb {
    private DuckDb() {}

    /** The answer as lines of cells between bars. */
    static String rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            StringBuilder lines = new StringBuilder();
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= width; i++) {
                    lines.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                lines.append('\n');
            }
            return lines.toString();
        }
    }
}
