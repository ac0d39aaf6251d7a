package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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
    void standsInTheQualityPart() {
        MadeUpRelease release = MadeUpRelease.withCharity();
        Report report = ReportComposer.compose(
                release,
                SourceFacts.readAll(release).stream()
                        .filter(f -> f.code().equals("london-weekly"))
                        .findFirst()
                        .orElseThrow());
        Optional<Section> quality = report.sections().stream()
                .filter(section -> section.id().equals("quality"))
                .findFirst();
        assertTrue(quality.orElseThrow().blocks().stream()
                .anyMatch(block ->
                        block instanceof Points points && points.title().equals("Other sources of the same area")));
    }
}
