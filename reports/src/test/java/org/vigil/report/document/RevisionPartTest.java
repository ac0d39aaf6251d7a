package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigil.release.Column;
import org.vigil.release.Explanation;
import org.vigil.release.Protection;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.Table;
import org.vigil.report.table.ReportTable;
import org.vigil.report.text.Measure;

/** What the report says of figures that change. */
final class RevisionPartTest {

    private static List<Block> blocks(ReportInput input) {
        SourceFigures figures =
                SourceFigures.read(input, SourceFacts.readAll(input).get(0));
        return new RevisionPart(input, figures, new Measure("offence", "", true)).blocks(new Numbering());
    }

    @Test
    void saysHowManyFiguresMovedAndHowMuchTheyUsuallyDo() {
        List<Block> blocks = blocks(MadeUpRelease.weeklyLondon());

        assertEquals(
                new Points(
                        "How much figures still change",
                        List.of(new Points.Point(
                                "Since the release of 26 May 2026",
                                "1,317 of 81,204 weekly and monthly figures of all areas and communities moved. 2 were not"
                                        + " published before, 0 are no longer published."))),
                blocks.get(0));
        ReportTable table = ((NumberedTable) blocks.get(1)).table();
        assertEquals(
                List.of(
                        ReportTable.row("Week, 1 week after its end", "52", "+4.2%", "+12.9%", "7.0", "18.4", "26.5"),
                        ReportTable.row("Month, 1 week after its end", "11", "[x]", "[x]", "7.0", "18.4", "26.5")),
                table.rows());
    }

    @Test
    void saysThatTheUsualChangeIsNotKnownYet() {
        List<Block> blocks = blocks(new Without(RevisionSummaryTable.TABLE));

        assertEquals(1, blocks.size());
        assertEquals(
                new Points.Point(
                        "Usual change",
                        "Not known yet. It takes 8 periods that earlier releases published at the same age."),
                ((Points) blocks.get(0)).points().get(1));
    }

    @Test
    void saysThatThereIsNoEarlierRelease() {
        assertEquals(
                List.of(new Points(
                        "How much figures still change",
                        List.of(new Points.Point(
                                "Release before",
                                "No earlier release exists to compare with. The next release will say which figures"
                                        + " moved.")))),
                blocks(MadeUpRelease.states()));
    }

    /** Weekly London without the rows of one table. */
    private record Without(Table left) implements ReportInput {
        private static final MadeUpRelease LONDON = MadeUpRelease.weeklyLondon();

        @Override
        public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
            tech.tablesaw.api.Table rows = LONDON.rows(table, columns, filter);
            return table.equals(left) ? rows.emptyCopy() : rows;
        }

        @Override
        public LocalDate asOf() {
            return LONDON.asOf();
        }

        @Override
        public String releaseName() {
            return LONDON.releaseName();
        }

        @Override
        public String marking() {
            return LONDON.marking();
        }

        @Override
        public Protection policy() {
            return LONDON.policy();
        }

        @Override
        public Optional<Explanation> explanation(String fileName) {
            return LONDON.explanation(fileName);
        }
    }
}
