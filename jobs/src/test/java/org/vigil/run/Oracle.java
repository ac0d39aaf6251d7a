package org.vigil.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** DuckDB, told the raw text of the files and the rules in SQL: what a case must give, without a line of Vigil. */
final class Oracle implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    Oracle(RandomExtracts extracts) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("CREATE TABLE extract(source TEXT, ordinal INT, extract_id TEXT, extract_day DATE)");
        statement.execute(
                "CREATE TABLE source(source TEXT, identity TEXT, basis TEXT, separator TEXT, has_count BOOLEAN)");
        statement.execute("CREATE TABLE raw(source TEXT, ordinal INT, pos BIGINT, "
                + String.join(" TEXT, ", RandomExtracts.COLUMNS) + " TEXT)");
        for (RandomExtracts.Source source : extracts.sources()) {
            statement.execute("INSERT INTO source VALUES ('%s', '%s', '%s', '%s', %s)"
                    .formatted(
                            source.code(), source.identity(), source.basis(), source.separator(), source.hasCount()));
            for (int e = 0; e < source.files().size(); e++) {
                statement.execute("INSERT INTO extract VALUES ('%s', %d, '%s-%s', '%s')"
                        .formatted(
                                source.code(),
                                e,
                                source.code(),
                                source.days().get(e),
                                source.days().get(e)));
                statement.execute(
                        ("INSERT INTO raw SELECT '%s', %d, row_number() OVER (), %s FROM read_csv('%s', delim = '%s',"
                                        + " header = true, quote = '\"', escape = '\"', all_varchar = true, parallel = false)")
                                .formatted(
                                        source.code(),
                                        e,
                                        String.join(", ", RandomExtracts.COLUMNS),
                                        source.files().get(e),
                                        source.delimiter().equals("semicolon") ? ";" : ","));
            }
        }
        try (InputStream script = Oracle.class.getResourceAsStream("oracle.sql")) {
            statement.execute(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The answer as sorted lines of cells between bars. */
    SortedSet<String> lines(String query) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= width; i++) {
                    line.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                if (!lines.add(line.toString())) {
                    throw new IllegalStateException("The oracle gives one row twice: " + line);
                }
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
