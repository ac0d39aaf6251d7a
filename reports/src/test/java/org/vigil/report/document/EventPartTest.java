package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;

final class EventPartTest {
    private static List<Section> sections(MadeUpRelease release) {
        return new EventPart(SourceContents.read(
                        release, SourceFacts.readAll(release).get(0)))
                .sections("7", new Numbering());
    }

    /** All that the pack on an event says of it, between its summary and the other events. */
    private static Section page(String title) {
        MadeUpRelease release = MadeUpRelease.withStudies();
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));
        EventStudy study = contents.events().all().stream()
                .filter(one -> one.event().name().equals(title))
                .findFirst()
                .orElseThrow();
        EventPage page = new EventPage(contents, study);
        Numbering numbering = new Numbering();
        List<Block> blocks = new ArrayList<>(page.around(numbering));
        blocks.addAll(page.elsewhere(numbering));
        blocks.addAll(page.checks(numbering));
        return new Section("event", "event", "2. " + title, blocks);
    }

    private static List<ReportTable> tables(Section section) {
        return section.blocks().stream()
                .flatMap(block -> block instanceof NumberedTable numbered
                        ? Stream.of(numbered.table())
                        : Stream.<ReportTable>empty())
                .toList();
    }

    private static List<List<String>> texts(ReportTable table) {
        return table.rows().stream()
                .map(row -> row.stream().map(TableCell::text).toList())
                .toList();
    }

    @Test
    void hasAPageForTheNewestEventOnly() {
        assertEquals(
                List.of("7. Events of the last two years", "7.1. March and counter-protest"),
                sections(MadeUpRelease.withStudies()).stream()
                        .map(Section::title)
                        .toList());
    }

    @Test
    void aReleaseWithoutEffectsHasNoSuchPages() {
        assertEquals(List.of(), sections(MadeUpRelease.weeklyLondon()));
    }

    @Test
    void listsEventsThatAreTooRecentToHaveAnEstimate() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        release.event("n1", "Parade", LocalDate.of(2026, 5, 20), "uk");
        release.event("n2", "Parade in another country", LocalDate.of(2026, 5, 21), "us");
        release.event("n3", "Parade not yet held", LocalDate.of(2026, 6, 20), "uk");
        release.event("n4", "Parade that no row is about", LocalDate.of(2025, 11, 1), "uk");

        List<List<String>> rows = texts(tables(sections(release).get(0)).get(0));

        assertEquals(List.of("Parade", "20 May 2026", "Too recent: the first 28 days are not complete"), rows.get(0));
        assertEquals("March and counter-protest", rows.get(1).get(0));
        assertEquals(6, rows.size(), rows::toString);
    }

    @Test
    void aMonthlySourceNeedsTwoCalendarMonths() {
        MadeUpRelease release = MadeUpRelease.monthlyFlags();
        release.event("n1", "Too early", LocalDate.of(2021, 3, 31), "uk");
        release.event("n2", "Parade", LocalDate.of(2021, 5, 1), "uk");
        release.event("n3", "Parade after the data", LocalDate.of(2021, 6, 5), "uk");

        assertEquals(
                List.of(
                        List.of("Parade after the data", "5 June 2021", "Too recent: the data end before it"),
                        List.of("Parade", "1 May 2021", "Too recent: the first 2 calendar months are not complete")),
                texts(tables(sections(release).get(0)).get(0)));
    }

    /** Otherwise its only column of verdicts would say that nothing is known, while the page beneath gives a ratio. */
    @Test
    void aSourceWithoutATotalIsJudgedByItsWidestFlagInTheOverview() {
        MadeUpRelease release = MadeUpRelease.withoutTotal();
        new MadeUpStudies(release).addAll();
        SourceFigures figures =
                SourceFigures.read(release, SourceFacts.readAll(release).get(0));
        List<List<String>> rows = texts(tables(sections(release).get(0)).get(0));
        List<String> untested = rows.stream()
                .filter(row -> row.get(0).equals("Referendum abroad"))
                .findFirst()
                .orElseThrow();

        assertTrue(untested.get(2).startsWith(figures.headline().label() + ": "), untested::toString);
    }

    @Test
    void speaksFirstOfTheCommunitiesThatTheCatalogueTests() {
        List<ReportTable> tables = tables(page("Summer disorder"));

        assertEquals(
                List.of(
                        List.of("Muslim", "70", "38 to 56", "×1.52", "Above usual", "3 weeks"),
                        List.of(
                                "All communities",
                                "1,180",
                                "1,060 to 1,240",
                                "×1.03",
                                "Close to usual",
                                "none by itself")),
                texts(tables.get(0)));
        assertEquals(
                List.of("Jewish", "Black"),
                texts(tables.get(2)).stream().map(row -> row.get(0)).toList());
        assertTrue(tables.get(2).notes().contains("Too few to say, or no estimate: Lesbian, gay and bisexual."));
    }

    @Test
    void showsBoroughsAboveUsualAndSumsUpTheRest() {
        Section page = page("Summer disorder");

        assertEquals(
                List.of(List.of("Barnet", "Muslim", "70", "38 to 56", "×1.52", "1.25 to 1.84", "Above usual")),
                texts(tables(page).get(3)));
        assertTrue(
                page.blocks()
                        .contains(new Paragraph(
                                "Of the other 17 counts by borough: 12 no clear change and 5 too few to say.")),
                page::toString);
    }

    @Test
    void saysThatEventsCannotBeToldApart() {
        Paragraph introduction =
                (Paragraph) page("Attack in another country").blocks().get(0);

        assertTrue(
                introduction.text().contains("The event cannot be told apart from Referendum abroad."),
                introduction::text);
    }

    @Test
    void drawsProvisionalWeeksAndCountsThoseAboveTheRange() {
        Figure figure = page("March and counter-protest").firstFigure().orElseThrow();

        assertEquals("Jewish: 70 recorded, 38 to 56 usual", figure.headline());
        assertEquals(40, figure.table().rows().size());
        assertEquals(
                20,
                texts(figure.table()).stream()
                        .filter(row -> row.get(5).equals("[p]"))
                        .count());
        assertTrue(
                figure.alternative().contains("Jewish: 4 of 5 weeks from the event on lie above the range."),
                figure::alternative);
        assertEquals("attached file figure-event-e5.csv", figure.tableBeside());
    }

    @Test
    void setsTheEventAmongDatesWithoutOneInWordsToo() {
        Figure figure = page("Summer disorder").blocks().stream()
                .flatMap(block -> block instanceof Figure one ? Stream.of(one) : Stream.<Figure>empty())
                .filter(one -> one.id().startsWith("figure-placebo"))
                .findFirst()
                .orElseThrow();

        assertEquals("The event among 92 dates without one", figure.headline());
        assertTrue(figure.alternative().contains("Muslim. At 1 of 92 dates without an event"), figure::alternative);
        assertEquals(
                1,
                texts(figure.table()).stream()
                        .filter(row -> row.get(3).equals("event"))
                        .count());
    }

    @Test
    void tellsWhatSupportsOrWeakensAnEffect() {
        List<Points> points = page("Summer disorder").blocks().stream()
                .flatMap(block -> block instanceof Points one ? Stream.of(one) : Stream.<Points>empty())
                .toList();

        assertEquals(
                "Muslim: what supports or weakens these figures", points.get(0).title());
        assertEquals(
                List.of(
                        "Recorded",
                        "Dates without an event",
                        "Before the event",
                        "Decay",
                        "Comparison",
                        "Boroughs",
                        "Usual"),
                points.get(0).points().stream().map(Points.Point::term).toList());
        assertEquals(
                "The mean ratio of 14 boroughs with enough incidents is ×1.38 (95% interval 1.11 to 1.72). Of the variance between them, 35% is more"
                        + " than chance.",
                points.get(0).points().get(5).text());
    }

    /** Over everything that models say in a report. */
    @Test
    void noSentenceIsLongAndNoneSaysWhy() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
        List<String> texts = new ArrayList<>();
        report.findings().forEach(finding -> texts.add(finding.lead() + " " + finding.rest()));
        for (Section section : report.sections()) {
            boolean isOfModels = List.of("verdicts", "events", "event", "same-window", "calibration")
                    .contains(section.style());
            if (isOfModels) {
                section.blocks().forEach(block -> texts.addAll(texts(block)));
            }
        }
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));
        for (Pack pack : Packs.of(contents)) {
            Report one = ReportComposer.compose(contents, pack);
            one.findings().forEach(finding -> texts.add(finding.lead() + " " + finding.rest()));
            one.blocks().forEach(block -> texts.addAll(texts(block)));
        }
        assertTrue(texts.size() > 60, "too few texts: " + texts.size());
        for (String text : texts) {
            for (String claim : List.of("caused", "due to", "triggered", "because of", "no increase", "led to")) {
                assertFalse(text.toLowerCase(Locale.ROOT).contains(claim), text);
            }
            for (String sentence : text.split("(?<=[.!?]) ", -1)) {
                assertTrue(sentence.split(" ", -1).length <= 25, sentence);
            }
        }
    }

    private static List<String> texts(Block block) {
        if (block instanceof Paragraph paragraph) {
            return List.of(paragraph.text());
        }
        if (block instanceof Points points) {
            return points.points().stream().map(Points.Point::text).toList();
        }
        if (block instanceof Figure figure) {
            return List.of(figure.headline(), figure.note());
        }
        return block instanceof NumberedTable numbered ? numbered.table().notes() : List.of();
    }
}
