package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.report.table.TableCell;

class PacksTest {
    private static final MadeUpRelease RELEASE = MadeUpRelease.withStudies();

    private static SourceContents contents() {
        return SourceContents.read(RELEASE, SourceFacts.readAll(RELEASE).get(0));
    }

    private static Report report(String name) {
        return report(contents(), name);
    }

    private static Report report(SourceContents contents, String name) {
        return ReportComposer.compose(
                contents,
                Packs.of(contents).stream()
                        .filter(pack -> pack.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private static List<String> names(PackKind kind) {
        return Packs.of(contents()).stream()
                .filter(pack -> pack.kind() == kind)
                .map(Pack::name)
                .toList();
    }

    @Test
    void thereIsOneOnEveryPlaceCommunityAndEventThatIsCounted() {
        assertEquals(List.of("whole-area"), names(PackKind.WHOLE_AREA));
        assertEquals(
                List.of(
                        "community-jewish",
                        "community-muslim",
                        "community-black",
                        "community-gay",
                        "community-disability"),
                names(PackKind.COMMUNITY));
        assertEquals(32, names(PackKind.AREA).size(), "the City of London has no figures");
        assertFalse(names(PackKind.AREA).contains("borough-city-of-london"));
        List<String> inOrder = new ArrayList<>(names(PackKind.AREA));
        inOrder.sort(null);
        assertEquals(inOrder, names(PackKind.AREA), "no league table");
        assertTrue(names(PackKind.EVENT).size() > 2, names(PackKind.EVENT)::toString);
    }

    @Test
    void everyNameIsOneThatCommandsAccept() {
        for (Pack pack : Packs.of(contents())) {
            assertTrue(pack.kind() == PackKind.WHOLE_AREA || PackSelection.isName(pack.name()), pack.name());
        }
    }

    @Test
    void aBoroughIsCountedByItself() {
        SourceContents contents = contents();
        Area barnet = AreaPart.areas(contents.whole(), "borough").stream()
                .filter(area -> area.label().equals("Barnet"))
                .findFirst()
                .orElseThrow();
        SourceFigures figures = contents.of(barnet).figures();
        Report report = report("borough-barnet");

        assertEquals("Hate crime: Barnet", report.title());
        List<TableCell> now = report.tables().stream()
                .filter(table -> table.table().caption().startsWith("Offences: Barnet beside "))
                .findFirst()
                .orElseThrow()
                .table()
                .rows()
                .get(0);
        assertEquals(
                figures.newest(Community.ALL, figures.year().orElseThrow().type())
                        .orElseThrow()
                        .countText(),
                now.get(1).text());
        assertTrue(
                report.figures().get(0).subtitle().contains("Barnet"),
                report.figures().get(0).subtitle());
    }

    @Test
    void aCommunityIsSetBesideAll() {
        Report report = report("community-jewish");

        assertEquals("Hate crime: Jewish, London (made up)", report.title());
        assertTrue(
                report.tables().stream()
                        .anyMatch(table -> table.table().caption().equals("Offences: Jewish beside All communities")),
                report::toString);
        assertTrue(
                report.findings().stream()
                        .anyMatch(found -> found.lead().contains("offences flagged \u201CJewish\u201D")),
                report.findings()::toString);
        assertFalse(
                report.notices().stream().anyMatch(notice -> notice.lead().equals("No total.")),
                "the source has a total, though this report is on one flag");
    }

    @Test
    void aCommunityIsNeverCalledTheWidestFlag() {
        MadeUpRelease release = MadeUpRelease.monthlyFlags();
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));
        Report report = ReportComposer.compose(
                contents,
                Packs.of(contents).stream()
                        .filter(pack -> pack.kind() == PackKind.COMMUNITY)
                        .findFirst()
                        .orElseThrow());

        assertEquals(
                "The source has no total that counts each offence once. What is set beside "
                        + report.title().replaceFirst("^Hate crime: ", "").replaceFirst(", .*", "")
                        + " is its widest flag, \u201CAny race or faith\u201D.",
                report.notices().stream()
                        .filter(notice -> notice.lead().equals("No total."))
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void numbersAreTheSameInEveryPackThatHasThem() {
        SourceContents contents = contents();
        String caption = " in the 4 weeks to 31 May 2026 by ";
        assertEquals(
                row(contents, "whole-area", caption, "Jewish"),
                row(contents, "community-jewish", caption, "London (made up)"));
    }

    @Test
    void aCommunityHasTheCountOfEachBoroughThatTheBoroughHasOfIt() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        SourceFigures figures =
                SourceFigures.read(release, SourceFacts.readAll(release).get(0));
        LocalDate start = figures.year().orElseThrow().start();
        String barnet = AreaPart.areas(figures, "borough").stream()
                .filter(area -> area.label().equals("Barnet"))
                .findFirst()
                .orElseThrow()
                .code();
        release.year(barnet, "jewish", start, 41);
        release.year(barnet, "jewish", start.minusYears(1), 1030);
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));

        List<String> expected = List.of("41", "1,030", "\u221296.0%");
        assertEquals(expected, row(contents, "community-jewish", " by borough, ", "Barnet"));
        assertEquals(
                expected.subList(0, 2),
                row(contents, "borough-barnet", "Offences by community, Barnet", "Jewish")
                        .subList(1, 3));
        assertEquals(List.of("[x]", "[x]", "[x]"), row(contents, "community-jewish", " by borough, ", "Westminster"));
    }

    /** The texts of a row of a table, but for the first, which is the header of the row. */
    private static List<String> row(SourceContents contents, String pack, String caption, String header) {
        return report(contents, pack).tables().stream()
                .filter(table -> table.table().caption().contains(caption))
                .flatMap(table -> table.table().rows().stream())
                .filter(cells -> cells.get(0).text().equals(header))
                .findFirst()
                .orElseThrow()
                .stream()
                .skip(1)
                .map(TableCell::text)
                .toList();
    }

    @Test
    void oneThatTheReleaseHasNotStopsBeforeAnythingIsWritten(@TempDir Path folder) {
        Path out = folder.resolve("out");
        ReportException e = assertThrows(
                ReportException.class,
                () -> ReportWriter.write(
                        RELEASE,
                        out,
                        ReportOptions.everything().withPacks(PackSelection.of(List.of("borough-atlantis", "events")))));

        String message = String.valueOf(e.getMessage());
        assertTrue(
                message.startsWith(
                        "Could not write the reports borough-atlantis: the release has none of these names; expected whole-area, borough-barking-and-dagenham, "),
                message);
        assertTrue(message.endsWith(". Correct the name of the pack."), message);
        assertFalse(Files.exists(out));
    }

    @Test
    void chartsAreFilesWithTheirValuesBeside(@TempDir Path folder) throws Exception {
        ReportWriter.write(
                RELEASE,
                folder,
                ReportOptions.everything()
                        .withPacks(PackSelection.of(List.of("community-jewish")))
                        .withForms(Set.of(ReportForm.CHARTS)));

        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.add(folder.relativize(file).toString()));
        }
        Set<String> expected = new TreeSet<>();
        for (Figure figure : report("community-jewish").figures()) {
            for (String ending : List.of(".csv", ".png", ".svg")) {
                expected.add("charts/london-weekly/community-jewish/" + figure.id() + ending);
            }
        }
        assertEquals(expected, found);
        assertTrue(expected.size() > 3, expected::toString);
    }

    @Test
    void tellsOfEachPackThatIsFinished(@TempDir Path folder) {
        List<String> told = new ArrayList<>();
        ReportWriter.write(
                RELEASE,
                folder,
                ReportOptions.everything()
                        .withPacks(PackSelection.of(List.of("community-jewish", "community-black")))
                        .withForms(Set.of(ReportForm.ODS))
                        .withProgress((done, all, label) -> told.add(done + " of " + all)));

        assertEquals(List.of("1 of 2", "2 of 2"), told);
    }

    /** A table without rows says nothing, and no reader of PDF/UA may be given one. */
    @Test
    void noTableIsEmpty() {
        MadeUpRelease few = MadeUpRelease.weeklyLondon();
        new MadeUpStudies(few).addOnlyTooFew();
        for (ReportInput release : List.of(
                RELEASE,
                few,
                MadeUpRelease.weeklyLondon(),
                MadeUpRelease.withoutTotal(),
                MadeUpRelease.monthlyFlags(),
                MadeUpRelease.states(),
                MadePublic.changed(),
                MadePublic.suppressed())) {
            SourceContents contents =
                    SourceContents.read(release, SourceFacts.readAll(release).get(0));
            for (Pack pack : Packs.of(contents)) {
                Report report = ReportComposer.compose(contents, pack);
                report.tables()
                        .forEach(table -> assertFalse(
                                table.table().rows().isEmpty(),
                                pack.name() + ": " + table.table().caption()));
                report.figures()
                        .forEach(figure ->
                                assertFalse(figure.table().rows().isEmpty(), pack.name() + ": " + figure.id()));
            }
        }
    }
}
