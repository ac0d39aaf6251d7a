package org.vigil.report.table;

import java.util.List;
import java.util.stream.Collectors;
import org.vigil.report.table.ValueTable.Amount;
import org.vigil.report.table.ValueTable.Value;
import org.vigil.report.table.ValueTable.ValueColumn;
import org.vigil.report.table.ValueTable.Words;

/**
 * Values as CSV for people, who open it with a spreadsheet program.
 *
 * <p>Words are quoted as those of a release. Words that such a program would take for a formula, because of how somebody wrote a label or named a file, get
 * an apostrophe before them.
 */
final class CsvText {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\n\r";

    private CsvText() {}

    static String of(ValueTable table) {
        StringBuilder csv = new StringBuilder();
        csv.append(line(table.columns().stream()
                .map(ValueColumn::header)
                .map(CsvText::words)
                .toList()));
        table.rows()
                .forEach(row -> csv.append(line(row.stream().map(CsvText::field).toList())));
        return csv.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(Value value) {
        return value instanceof Amount amount ? amount.number().toPlainString() : words(((Words) value).text());
    }

    private static String words(String text) {
        boolean isLikeFormula = !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
        String safe = isLikeFormula ? "'" + text : text;
        boolean needsQuotes = safe.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
