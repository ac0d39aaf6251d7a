package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;

/** What the report says of a second source. */
final class OverlapPartTest {
    private static List<Block> blocks(MadeUpRelease release, String source) {
        SourceFacts facts = SourceFacts.readAll(release).stream()
                .filter(f -> f.code().equals(source))
                .findFirst()
                .orElseThrow();
        return new OverlapPart(release, SourceFigures.read(release, facts)).blocks(new Numbering());
    }

    @Test
    void setsTheLastTwelveMonthsOfBothSideBySideAndAddsNothingUp() {
        List<Block> blocks = blocks(MadeUpRelease.withCharity(), "london-weekly");

        assertEquals(2, blocks.size());
        assertEquals(
                new Points(
                        "Other sources of the same area",
                        List.of(
                                new Points.Point(
                                        "Made-up source charity (charity)",
                                        "In the 12 months to May 2026, in months in which both recorded something, this source counts 14,400"
                                                + " and the other 210. At most 48 can be one incident that both recorded. 24 are known to be, by"
                                                + " the number that one source notes of the other. The two are never added together."))),
                blocks.get(0));
        ReportTable table = ((NumberedTable) blocks.get(1)).table();
        assertEquals(12, table.rows().size());
        assertEquals(
                ReportTable.row("June 2025", "1,200", "12", "4", "2", "1,210"),
                table.rows().get(0));
        assertEquals(
                ReportTable.row("May 2026 [p]", "1,200", "23", "4", "2", "1,221"),
                table.rows().get(11));
    }

    @Test
    void saysNothingWhereThereIsNoOtherSource() {
        assertEquals(List.of(), blocks(MadeUpRelease.weeklyLondon(), "london-weekly"));
    }

    @Test
    void nothingElseOfAReportKnowsOfAnotherSource() {
        List<String> alone = contents(MadeUpRelease.weeklyLondon());
        List<String> beside = contents(MadeUpRelease.withCharity());

        List<String> more = new ArrayList<>(beside);
        more.removeAll(alone);
        assertEquals(2, more.size(), "the passage and the table");
        beside.removeAll(more);
        assertEquals(alone, beside);
    }

    /** Everything that a report says, piece by piece. */
    private static List<String> contents(MadeUpRelease release) {
        Report report = ReportComposer.compose(
                release,
                SourceFacts.readAll(release).stream()
                        .filter(f -> f.code().equals("london-weekly"))
                        .findFirst()
                        .orElseThrow());
        List<String> contents = new ArrayList<>();
        report.keyFigures().forEach(figure -> contents.add(figure.toString()));
        report.findings().forEach(finding -> contents.add(finding.toString()));
        for (Section section : report.sections()) {
            contents.add(section.title());
            for (Block block : section.blocks()) {
                contents.add(
                        block instanceof Figure figure
                                ? figure.headline() + figure.alternative() + figure.table()
                                : block.toString());
            }
        }
        return contents;
    }
}
