package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Sentence;

final class VerdictPartTest {
    private static VerdictPart part(MadeUpRelease release) {
        return new VerdictPart(
                SourceContents.read(release, SourceFacts.readAll(release).get(0)));
    }

    private static List<Block> blocks() {
        return part(MadeUpRelease.withStudies())
                .section("2", new Numbering())
                .orElseThrow()
                .blocks();
    }

    @Test
    void saysInOneTableHowEveryCommunityStands() {
        assertEquals(
                new Paragraph(
                        "In the 4 weeks to 31 May 2026, 4 counts have enough incidents for a verdict. Above usual: Jewish. The period is provisional."),
                blocks().get(0));
        ReportTable table = ((NumberedTable) blocks().get(1)).table();
        assertEquals(
                List.of(
                        List.of(
                                "All communities",
                                "1,180 [p]",
                                "1,060 to 1,240",
                                "×1.03",
                                "0.95 to 1.11",
                                "Close to usual"),
                        List.of("Jewish", "70 [p]", "38 to 56", "×1.52", "1.25 to 1.84", "Above usual"),
                        List.of("Muslim", "88 [p]", "64 to 99", "×1.09", "0.89 to 1.38", "No clear change"),
                        List.of("Black", "20 [p]", "30 to 52", "×0.49", "0.38 to 0.67", "Below usual")),
                table.rows().stream()
                        .map(row -> row.stream().map(TableCell::text).toList())
                        .toList());
        assertTrue(
                table.notes().contains("Too few to say, or no estimate: Lesbian, gay and bisexual and Any disability."),
                table::toString);
    }

    @Test
    void saysWhichRisesCanBeRuledOut() {
        assertEquals(
                new Points(
                        "Rises in the 4 weeks to 31 May 2026 that can be ruled out, and that cannot",
                        List.of(
                                new Points.Point("All communities", "A rise above ×1.11 can be ruled out."),
                                new Points.Point("Muslim", "A rise up to ×1.38 cannot be ruled out; a larger one can."),
                                new Points.Point(
                                        "Too few to say",
                                        "For 1 community, even three times the usual number might go unseen."))),
                blocks().get(4));
    }

    @Test
    void judgesTheLatestEventForTheCommunitiesThatAreTested() {
        ReportTable table = ((NumberedTable) blocks().get(3)).table();

        assertTrue(
                blocks().get(2)
                        .toString()
                        .contains("The latest event tested for a community is March and counter-protest, 24 Apr 2026."),
                () -> blocks().get(2).toString());
        assertEquals("Offences in the 28 days from 24 April 2026 on: March and counter-protest", table.caption());
        assertEquals(
                List.of(
                        List.of("Jewish", "70", "38 to 56", "×1.52", "Above usual", "5 weeks, still above"),
                        List.of("Muslim", "70", "38 to 56", "×1.52", "Above usual", "5 weeks, still above")),
                table.rows().stream()
                        .map(row -> row.stream().map(TableCell::text).toList())
                        .toList());
    }

    @Test
    void tellsLeadersFirst() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        Sentence expected = new Sentence(
                "Above usual in the 4 weeks to 31 May 2026: Jewish.", "70 recorded where 38 to 56 would be usual.");

        assertEquals(Optional.of(expected), part(release).finding());
        assertEquals(
                expected,
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0))
                        .findings()
                        .get(0));
    }

    @Test
    void aReleaseWithoutVerdictsHasNoSuchSection() {
        VerdictPart part = part(MadeUpRelease.weeklyLondon());

        assertEquals(Optional.empty(), part.section("2", new Numbering()));
        assertEquals(Optional.empty(), part.finding());
    }
}
