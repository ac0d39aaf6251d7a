package org.vigil.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Compares what two competitors wrote, cell by cell and both ways. */
final class OutputComparison {
    private OutputComparison() {}

    /** Arguments: folders to compare, all with the first. Prints a line for each table; exit code 1 if any cell differs. */
    public static void main(String[] arguments) throws SQLException {
        boolean isEqual = true;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : List.of("daily_counts.parquet", "month_counts.parquet", "rejects.csv")) {
                if (Files.notExists(Path.of(arguments[0], table))) {
                    continue;
                }
                String first = source(arguments[0], table);
                long rows = number(statement, "SELECT count(*) FROM " + first);
                String sum = table.endsWith("csv") ? "record_count" : "incident_count";
                long total = number(statement, "SELECT coalesce(sum(" + sum + "), 0)::BIGINT FROM " + first);
                for (int i = 1; i < arguments.length; i++) {
                    String other = source(arguments[i], table);
                    long missing = number(statement, different(first, other));
                    long unexpected = number(statement, different(other, first));
                    System.out.println(table + ": " + rows + " rows, sum " + total + ", "
                            + Path.of(arguments[i]).getFileName() + ": "
                            + (missing + unexpected == 0
                                    ? "every cell equal"
                                    : missing + " rows missing, " + unexpected + " others"));
                    isEqual &= missing + unexpected == 0;
                }
            }
        }
        System.exit(isEqual ? 0 : 1);
    }

    private static String different(String a, String b) {
        return "SELECT count(*) FROM (SELECT * FROM " + a + " EXCEPT ALL SELECT * FROM " + b + ")";
    }

    private static String source(String folder, String table) {
        Path path = Path.of(folder, table);
        String files = Files.isDirectory(path) ? path + "/*.parquet" : path.toString();
        return table.endsWith("csv") ? "read_csv('" + files + "')" : "read_parquet('" + files + "')";
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
