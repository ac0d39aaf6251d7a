package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Measure;

/** Sections on what models did over time: the same window side by side, calibration, trends and estimated final counts. */
final class ModelPartsTest {
    private static final Measure MEASURE = new Measure("offence", "", true);

    private static SourceFigures figures(MadeUpRelease release) {
        return SourceFigures.read(release, SourceFacts.readAll(release).get(0));
    }

    private static List<Figure> sameWindow(MadeUpRelease release) {
        return new SameWindowPart(SourceContents.read(
                        release, SourceFacts.readAll(release).get(0)))
                .section("8", new Numbering()).stream()
                        .flatMap(section -> section.blocks().stream())
                        .flatMap(block -> block instanceof Figure figure ? Stream.of(figure) : Stream.<Figure>empty())
                        .toList();
    }

    private static List<List<String>> texts(ReportTable table) {
        return table.rows().stream()
                .map(row -> row.stream().map(TableCell::text).toList())
                .toList();
    }

    @Test
    void setsTheSameWindowAfterEachEventSideBySide() {
        List<Figure> figures = sameWindow(MadeUpRelease.withStudies());

        assertEquals(
                List.of("Jewish: above usual after 2 of 3 events", "Muslim: above usual after 2 of 3 events"),
                figures.stream().map(Figure::headline).toList());
        assertEquals(
                List.of(
                        List.of(
                                "March and counter-protest",
                                "24 Apr 2026",
                                "70",
                                "38 to 56",
                                "×1.52",
                                "1.25 to 1.84",
                                "Above usual"),
                        List.of(
                                "Attack in another country, and 1 other nearby",
                                "20 Aug 2025",
                                "88",
                                "64 to 99",
                                "×1.09",
                                "0.89 to 1.38",
                                "No clear change"),
                        List.of(
                                "Event at a place of worship",
                                "14 Sept 2024",
                                "70",
                                "38 to 56",
                                "×1.52",
                                "1.25 to 1.84",
                                "Above usual")),
                texts(figures.get(0).table()));
    }

    @Test
    void neverSetsMonthsBesideDays() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        new MadeUpStudies(release).addMonthlyEffects();

        List<Figure> figures = sameWindow(release);

        assertEquals(
                List.of(
                        "Offences, recorded over usual number, first 28 days, London (made up)",
                        "Offences, recorded over usual number, first 28 days, London (made up)",
                        "Offences, recorded over usual number, first 2 calendar months, London (made up)"),
                figures.stream().map(Figure::subtitle).toList());
        assertEquals(
                List.of(3, 3, 2),
                figures.stream().map(figure -> figure.table().rows().size()).toList());
    }

    @Test
    void comparesNothingWhereNothingIsKnown() {
        assertEquals(List.of(), sameWindow(MadeUpRelease.weeklyLondon()));
        assertEquals(
                Optional.empty(),
                new CalibrationPart(MadeUpRelease.weeklyLondon(), figures(MadeUpRelease.weeklyLondon()))
                        .section("9", new Numbering()));
    }

    @Test
    void saysHowOftenWindowsWithoutAnEventLayInsideTheirInterval() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        List<Block> blocks = new CalibrationPart(release, figures(release))
                .section("9", new Numbering())
                .orElseThrow()
                .blocks();

        assertEquals(
                new Paragraph("In 2 of 15 rows below fewer than 93% did; the factor widens their intervals."),
                blocks.get(1));
        List<List<String>> rows = texts(((NumberedTable) blocks.get(2)).table());
        assertEquals(List.of("Whole area", "First 56 days", "12", "1,480", "91.2%", "1.18"), rows.get(3));
        // The windows apart from the event are the worst; the first of them is the first cumulative one and stands
        // there once.
        assertEquals(List.of("Whole area", "Days 29 to 56", "12", "1,480", "84.6%", "1.00"), rows.get(4));
        assertEquals("One borough, all communities", rows.get(5).get(0));

        assertEquals(
                new Paragraph(
                        "Of 2,431 weeks without an event near, 8 were in alarm (0.3%), where up to 0.5% would be expected of usual weeks."),
                blocks.get(3));
        List<List<String>> weeks = texts(((NumberedTable) blocks.get(4)).table());
        assertEquals(List.of("Whole area", "12", "31", "0", "[x]"), weeks.get(0));
        assertEquals(List.of("One borough, all communities", "12", "1,200", "4", "0.3%"), weeks.get(1));
    }

    @Test
    void givesTheChangeWithItsIntervalAndSaysWhereTheBaseIsSmall() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        ReportTable table = TrendTable.ofCommunities(release, figures(release), MEASURE)
                .of(
                        "community",
                        "London",
                        List.of(
                                new TrendTable.Row("jewish", TableCell.of("Jewish")),
                                new TrendTable.Row("gay", TableCell.of("Gay")),
                                new TrendTable.Row("disability", TableCell.of("Any disability"))))
                .orElseThrow();

        assertEquals(
                List.of(
                        List.of("Jewish", "+20.3%", "\u22126.1 to +18.4%", "10.9", "9.7", "Mar 2026"),
                        List.of("Any disability", "+20.3% [u]", "\u22126.1 to +18.4%", "10.9", "9.7", "Mar 2026")),
                texts(table));
        assertTrue(
                table.notes().contains("1 without either are left out: too few, or too short a time since a break."),
                table::toString);
    }

    @Test
    void drawsWhatProvisionalWeeksWillComeTo() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        Figure figure = ReportComposer.compose(
                        release, SourceFacts.readAll(release).get(0))
                .figures()
                .get(0);
        List<List<String>> rows = texts(figure.table());

        assertTrue(
                figure.note()
                        .contains(
                                "Of the week ending 31 May 2026, 300 are known, usually 81% of all; 344 to 388 are estimated in the end."),
                figure::note);
        assertEquals("344 to 388", rows.get(rows.size() - 2).get(5));
        assertEquals("[z]", rows.get(0).get(5));
        assertEquals(
                LocalDate.of(2026, 5, 25),
                NowcastedWeeks.read(release, figures(release))
                        .find(LocalDate.of(2026, 5, 25))
                        .orElseThrow()
                        .monday());
    }
}
