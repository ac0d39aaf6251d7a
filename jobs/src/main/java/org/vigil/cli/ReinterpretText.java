package org.vigil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.release.CountsTable;
import org.vigil.run.Reinterpretation;
import org.vigil.run.ReinterpretedSource;
import org.vigil.tabulate.MovedCell;

/** What reading retained words anew moves, for people and for machines. */
final class ReinterpretText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 20;

    private ReinterpretText() {}

    static String forPeople(Reinterpretation outcome) {
        if (outcome.sources().isEmpty()) {
            return "Nothing to do: every extract of the store was read under the configured profiles and code lists.";
        }
        StringBuilder text = new StringBuilder();
        outcome.sources().forEach(source -> source(text, source));
        text.append('\n');
        text.append(
                outcome.version().isPresent()
                        ? "Version " + outcome.version().getAsInt()
                                + " of the store was made; earlier versions are as they were. Publish with: vigil weekly"
                        : "Nothing was written. To write it: vigil store reinterpret --apply");
        return text.toString();
    }

    private static void source(StringBuilder text, ReinterpretedSource source) {
        line(
                text,
                "Source %s: %d extracts with %d stored rows were read otherwise",
                source.sourceCode(),
                source.extracts(),
                source.rows());
        if (source.codes().isEmpty()) {
            line(text, "No incident gets another code.");
        } else {
            line(text, "%12s  %s", "Incidents", "Code that changes");
            source.codes()
                    .forEach((change, count) -> line(
                            text,
                            "%12d  %s: %s to %s",
                            count,
                            change.column(),
                            shown(change.before()),
                            shown(change.now())));
        }
        cells(text, source.cells());
        if (source.heldOut() + source.outOfScope() > 0) {
            line(
                    text,
                    "%d records held out and %d out of scope when these extracts were loaded do not come back this way;"
                            + " to read them again, load the extracts into another store.",
                    source.heldOut(),
                    source.outOfScope());
        }
    }

    private static String shown(String codes) {
        return codes.isEmpty() ? "none" : codes;
    }

    private static void cells(StringBuilder text, List<MovedCell> cells) {
        line(text, "Cells of counts that move: %d", cells.size());
        if (cells.isEmpty()) {
            return;
        }
        line(text, "%12s  %s", "Change", "Largest moves");
        cells.stream()
                .limit(LARGEST)
                .forEach(cell -> line(
                        text,
                        "%+12d  %s, %s, %s, %s of %s",
                        cell.change(),
                        cell.area(),
                        cell.community(),
                        cell.recordClass(),
                        cell.periodType(),
                        cell.start()));
        line(text, "%12s  %s", "Months", "Whole area, by community (gains, losses)");
        months(cells)
                .forEach((community, moves) -> line(
                        text,
                        "%12d  %s, +%d, -%d",
                        moves.size(),
                        community,
                        moves.stream()
                                .mapToLong(move -> Math.max(0, move.change()))
                                .sum(),
                        moves.stream()
                                .mapToLong(move -> Math.max(0, -move.change()))
                                .sum()));
    }

    /** Moved months of the whole area by community and record class; classes together are left out, so that no incident is said twice. */
    private static Map<String, List<MovedCell>> months(List<MovedCell> cells) {
        return cells.stream()
                .filter(cell -> cell.isWholeArea() && cell.periodType().equals("month"))
                .filter(cell -> !cell.recordClass().equals("both"))
                .collect(Collectors.groupingBy(
                        cell -> cell.community() + ", " + cell.recordClass(), TreeMap::new, Collectors.toList()));
    }

    static String json(Reinterpretation outcome) {
        ObjectNode root = JSON.createObjectNode();
        outcome.version().ifPresent(version -> root.put("version", version));
        ArrayNode sources = root.putArray("sources");
        for (ReinterpretedSource source : outcome.sources()) {
            ObjectNode of = sources.addObject()
                    .put(CountsTable.SOURCE_CODE.name(), source.sourceCode())
                    .put("extracts", source.extracts())
                    .put("stored_rows", source.rows())
                    .put("held_out", source.heldOut())
                    .put("out_of_scope", source.outOfScope())
                    .put("moved_cells", source.cells().size());
            ArrayNode codes = of.putArray("codes");
            source.codes()
                    .forEach((change, count) -> codes.addObject()
                            .put("column", change.column())
                            .put("before", change.before())
                            .put("now", change.now())
                            .put("incidents", count));
            cells(
                    of.putArray("largest_moves"),
                    source.cells().stream().limit(LARGEST).toList());
            cells(
                    of.putArray("whole_area_months"),
                    months(source.cells()).values().stream()
                            .flatMap(List::stream)
                            .toList());
        }
        return root.toPrettyString();
    }

    private static void cells(ArrayNode array, List<MovedCell> cells) {
        cells.forEach(cell -> array.addObject()
                .put(CountsTable.RECORD_CLASS.name(), cell.recordClass())
                .put(CountsTable.AREA_CODE.name(), cell.area())
                .put(CountsTable.COMMUNITY_CODE.name(), cell.community())
                .put(CountsTable.PERIOD_TYPE.name(), cell.periodType())
                .put(CountsTable.PERIOD_START_DATE.name(), cell.start().toString())
                .put("change", cell.change()));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
