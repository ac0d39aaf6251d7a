package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Measure;

final class AlarmPartTest {
    private static Optional<Section> section(MadeUpRelease release) {
        SourceFacts facts = SourceFacts.readAll(release).get(0);
        return new AlarmPart(release, SourceFigures.read(release, facts), new Measure("offence", "", true))
                .section("2", new Numbering());
    }

    @Test
    void saysHowManyMoreThanUsualWereRecordedAtLeast() {
        Section section = section(MadeUpRelease.withAlarms()).orElseThrow();

        assertEquals("2. Weeks above usual", section.title());
        assertEquals(
                new Paragraph(
                        "In the week from 25 May 2026, 2 of 3 series tested are above usual. Whole area, Jewish: 70 were recorded where 41.0 would"
                                + " be expected, at least 18 more than usual. The week is still provisional: what is above usual now is an early signal."),
                section.blocks().get(0));
        ReportTable table = ((NumberedTable) section.blocks().get(2)).table();
        assertEquals(
                List.of(
                        List.of(
                                new TableCell("Whole area, Jewish", 0, "new"),
                                TableCell.of("25 May 2026 [p]"),
                                TableCell.of("70"),
                                TableCell.of("41.0"),
                                TableCell.of("52"),
                                TableCell.of("18")),
                        List.of(
                                new TableCell("Barnet, Jewish", 1, "new"),
                                TableCell.of("25 May 2026 [p]"),
                                TableCell.of("9"),
                                TableCell.of("1.3"),
                                TableCell.of("3"),
                                TableCell.of("6")),
                        List.of(
                                new TableCell("Whole area, Jewish", 0, "new"),
                                TableCell.of("18 May 2026 [p]"),
                                TableCell.of("61"),
                                TableCell.of("40.3"),
                                TableCell.of("51"),
                                TableCell.of("10"))),
                table.rows());
    }

    @Test
    void drawsTheYearOfTheFirstWithItsBound() {
        Figure figure =
                section(MadeUpRelease.withAlarms()).orElseThrow().firstFigure().orElseThrow();
        List<List<TableCell>> rows = figure.table().rows();

        assertEquals("Whole area, Jewish: 70 recorded, 41.0 expected", figure.headline());
        assertEquals(52, rows.size());
        assertEquals("[z]", rows.get(0).get(3).text());
        assertEquals("53", rows.get(51).get(3).text());
        assertTrue(figure.alternative().contains("the bound is 53"), figure::alternative);
    }

    @Test
    void saysWhatWouldHaveGoneUnseenWhereNothingIsAboveUsual() {
        Section section = section(MadeUpRelease.withoutAlarms()).orElseThrow();

        assertEquals(
                List.of(new Paragraph(
                        "In the week from 25 May 2026, none of 1 series tested is above usual. To stand out, the whole area would have to"
                                + " record more than 330, \u00D71.1 of what would be expected: a smaller rise cannot be ruled out. The week is still"
                                + " provisional: what is above usual now is an early signal.")),
                section.blocks());
    }

    @Test
    void aReleaseWithoutJudgedWeeksHasNoSuchSection() {
        assertFalse(section(MadeUpRelease.weeklyLondon()).isPresent());
    }

    @Test
    void noWordSaysWhy() {
        String text = section(MadeUpRelease.withAlarms()).orElseThrow().toString();
        for (String claim : List.of("caused", "due to", "triggered", "because of", "no increase")) {
            assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains(claim), claim);
        }
    }
}
