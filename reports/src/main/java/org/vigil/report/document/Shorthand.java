package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.release.CellStatus;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Measure;

/** Explains the shorthand that occurs, and none besides. */
final class Shorthand {
    /** In a few words, for the note of a table. */
    private static final Map<CellStatus, String> SHORT = new EnumMap<>(Map.of(
            CellStatus.BREAK_IN_SERIES, "not comparable: break in series",
            CellStatus.CONFIDENTIAL, "hidden so that nobody can be identified",
            CellStatus.ESTIMATED, "estimated",
            CellStatus.ROUNDS_TO_ZERO, "none or very few, 0 to 5; in a sum, for each of its parts",
            CellStatus.PROVISIONAL, "provisional",
            CellStatus.REVISED, "revised",
            CellStatus.LOW_RELIABILITY, "low reliability",
            CellStatus.NOT_AVAILABLE, "not available",
            CellStatus.NOT_APPLICABLE, "not applicable"));

    private Shorthand() {}

    /** The notes of a table with one more that explains the shorthand in it; the same notes where it has none. */
    static List<String> withNote(List<String> notes, List<TableColumn> columns, List<List<TableCell>> rows) {
        return withNote(notes, columns, rows, Map.of());
    }

    /**
     * As {@link #withNote(List, List, List)}.
     *
     * @param here what some shorthand means in this table
     */
    static List<String> withNote(
            List<String> notes, List<TableColumn> columns, List<List<TableCell>> rows, Map<CellStatus, String> here) {
        Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
        texts(columns, rows).forEach(text -> found.addAll(CellStatus.in(text)));
        if (found.isEmpty()) {
            return notes;
        }
        List<String> more = new ArrayList<>(notes);
        more.add(note(found, here));
        return more;
    }

    /** The same block; its table explains the shorthand in it that its notes do not explain yet. */
    static Block explained(Block block) {
        if (block instanceof NumberedTable numbered) {
            return new NumberedTable(numbered.number(), explained(numbered.table()), numbered.print());
        }
        if (block instanceof Columns columns) {
            return new Columns(
                    columns.left().stream().map(Shorthand::explained).toList(),
                    columns.right().stream().map(Shorthand::explained).toList());
        }
        return block instanceof Figure figure ? figure.withTable(explained(figure.table())) : block;
    }

    private static ReportTable explained(ReportTable table) {
        Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
        texts(table.columns(), table.rows()).forEach(text -> found.addAll(CellStatus.in(text)));
        table.notes().forEach(note -> found.addAll(CellStatus.in(note)));
        found.removeIf(status -> table.notes().stream().anyMatch(note -> explains(note, status)));
        return found.isEmpty() ? table : table.withNote(note(found, Map.of()));
    }

    /** An explanation stands at the start of a sentence. */
    private static boolean explains(String note, CellStatus status) {
        return note.startsWith(status.shorthand() + " ") || note.contains(". " + status.shorthand() + " ");
    }

    private static String note(Set<CellStatus> found, Map<CellStatus, String> here) {
        return found.stream()
                .map(status ->
                        status.shorthand() + " " + here.getOrDefault(status, SHORT.getOrDefault(status, "")) + ".")
                .collect(Collectors.joining(" "));
    }

    /**
     * A list of the shorthand in what a report says; its order is that of the statuses.
     *
     * @param here what some shorthand means in this report
     */
    static List<Points.Point> points(Collection<String> texts, Map<CellStatus, String> here) {
        Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
        texts.forEach(text -> found.addAll(CellStatus.in(text)));
        return found.stream()
                .map(status -> new Points.Point(
                        status.shorthand(), Measure.capital(here.getOrDefault(status, status.meaning())) + "."))
                .toList();
    }

    /** Every text of blocks in which shorthand can stand. */
    static List<String> in(List<? extends Block> blocks) {
        return blocks.stream().flatMap(Block::parts).flatMap(Shorthand::texts).toList();
    }

    private static Stream<String> texts(Block block) {
        if (block instanceof Figure figure) {
            return Stream.concat(
                    Stream.of(figure.headline(), figure.subtitle(), figure.alternative(), figure.note()),
                    texts(figure.table()));
        }
        if (block instanceof NumberedTable table) {
            return texts(table.table());
        }
        if (block instanceof Points points) {
            return texts(points.points());
        }
        if (block instanceof Facts facts) {
            return texts(facts.facts());
        }
        if (block instanceof KeyFigures figures) {
            return figures.figures().stream()
                    .flatMap(figure -> Stream.of(figure.value(), figure.label(), figure.detail()));
        }
        if (block instanceof Sentences found) {
            return found.sentences().stream().flatMap(sentence -> Stream.of(sentence.lead(), sentence.rest()));
        }
        return block instanceof Paragraph paragraph ? Stream.of(paragraph.text()) : Stream.empty();
    }

    private static Stream<String> texts(List<Points.Point> points) {
        return points.stream().flatMap(point -> Stream.of(point.term(), point.text()));
    }

    private static Stream<String> texts(ReportTable table) {
        return Stream.concat(
                Stream.concat(Stream.of(table.caption()), table.notes().stream()),
                texts(table.columns(), table.rows()));
    }

    private static Stream<String> texts(List<TableColumn> columns, List<List<TableCell>> rows) {
        return Stream.concat(
                columns.stream().map(TableColumn::header),
                rows.stream().flatMap(List::stream).flatMap(cell -> Stream.of(cell.text(), cell.note())));
    }
}
