package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodType;

/** How much figures still change: what moved since the release before, and how much periods changed after they were published at an age. */
final class RevisionPart {
    private static final String TITLE = "How much figures still change";

    private final ReportInput input;
    private final SourceFigures figures;
    private final Measure measure;

    RevisionPart(ReportInput input, SourceFigures figures, Measure measure) {
        this.input = input;
        this.figures = figures;
        this.measure = measure;
    }

    List<Block> blocks(Numbering numbering) {
        Optional<Points.Point> moved = movedSinceReleaseBefore();
        if (moved.isEmpty()) {
            return List.of(
                    new Points(
                            TITLE,
                            List.of(
                                    new Points.Point(
                                            "Release before",
                                            "No earlier release exists to compare with. The next release will say which figures moved."))));
        }
        List<Points.Point> points = new ArrayList<>(List.of(moved.get()));
        List<List<TableCell>> changes = changes();
        if (changes.isEmpty()) {
            points.add(new Points.Point(
                    "Usual change",
                    "Not known yet. It takes " + RevisionSummaryTable.FEWEST_PERIODS
                            + " periods that earlier releases published at the same age."));
            return List.of(new Points(TITLE, points));
        }
        return List.of(new Points(TITLE, points), new NumberedTable(numbering.nextTable(), table(changes)));
    }

    /** Empty for the first release of a chain. */
    private Optional<Points.Point> movedSinceReleaseBefore() {
        return Vintage.newest(input, figures.facts().code())
                .map(vintage -> new Points.Point(
                        "Since the release of " + DateText.day(vintage.before()),
                        vintage.movedText() + " of all areas and communities moved. "
                                + NumberText.count(vintage.appeared()) + " were not published before, "
                                + NumberText.count(vintage.vanished()) + " are no longer published."));
    }

    private static long count(Rows rows, Column column, int row) {
        return rows.number(column, row).orElse(0);
    }

    /** One row for each kind of period and age of which enough periods were observed. */
    private List<List<TableCell>> changes() {
        Rows rows = new Rows(input.rows(
                RevisionSummaryTable.TABLE,
                RevisionSummaryTable.TABLE.columns(),
                Map.of(
                        CountsTable.SOURCE_CODE, Set.of(figures.facts().code()),
                        CountsTable.DATE_BASIS, Set.of(figures.facts().dateBasis()),
                        CountsTable.RECORD_CLASS, Set.of(figures.recordClass()),
                        CountsTable.COMMUNITY_CODE, Set.of(figures.headline().code()))));
        List<List<TableCell>> changes = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (count(rows, RevisionSummaryTable.OBSERVED_PERIOD_COUNT, row) >= RevisionSummaryTable.FEWEST_PERIODS) {
                boolean isWeek = rows.text(CountsTable.PERIOD_TYPE, row).equals(PeriodType.ISO_WEEK.code());
                long age = count(rows, RevisionSummaryTable.AGE_WEEKS, row);
                changes.add(ReportTable.row(
                        (isWeek ? "Week, " : "Month, ") + NumberText.counted(age, "week", "weeks") + " after its end",
                        NumberText.count(count(rows, RevisionSummaryTable.OBSERVED_PERIOD_COUNT, row)),
                        percent(rows, RevisionSummaryTable.CHANGE_PERCENT_MEDIAN, row),
                        percent(rows, RevisionSummaryTable.CHANGE_PERCENT_P90, row),
                        decimal(rows, RevisionSummaryTable.ABSOLUTE_CHANGE_MEDIAN, row),
                        decimal(rows, RevisionSummaryTable.ABSOLUTE_CHANGE_P90, row),
                        decimal(rows, RevisionSummaryTable.FOLLOWED_WEEKS_MEDIAN, row)));
            }
        }
        return changes;
    }

    private ReportTable table(List<List<TableCell>> changes) {
        List<TableColumn> columns = List.of(
                TableColumn.text("First published"),
                TableColumn.number("Periods"),
                TableColumn.number("Median change"),
                TableColumn.number("90th percentile of change"),
                TableColumn.number("Median size"),
                TableColumn.number("90th percentile of size"),
                TableColumn.number("Weeks followed"));
        return new ReportTable(
                "Change since a figure was first published at an age: " + measure.plural() + ", " + figures.place(),
                columns,
                changes,
                Shorthand.withNote(
                        List.of(
                                "Change in per cent of the count at that age, with its direction. Size in "
                                        + measure.plural() + ", whatever the direction.",
                                "Periods followed for a short time count too: few releases show less change than there will be."),
                        columns,
                        changes,
                        Map.of(
                                CellStatus.NOT_AVAILABLE,
                                "not available: fewer than " + RevisionSummaryTable.FEWEST_PERIODS
                                        + " periods had a count above 0")));
    }

    private String percent(Rows rows, Column column, int row) {
        var value = rows.decimal(column, row);
        if (value.isEmpty()) {
            return "[x]";
        }
        return figures.areChanged()
                ? NumberText.signedWholePercent(value.getAsDouble())
                : NumberText.signedPercent(value.getAsDouble());
    }

    private static String decimal(Rows rows, Column column, int row) {
        var value = rows.decimal(column, row);
        return value.isPresent() ? NumberText.oneDecimal(value.getAsDouble()) : "[x]";
    }
}
