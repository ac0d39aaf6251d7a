package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.report.table.TableCell;

class ReportWriterTest {

    private static final ReportOptions WHOLE = ReportOptions.everything().withPacks(PackSelection.wholeAreas());

    @Test
    void writesOnePdfAndOnePageForEachSourceFromAReleaseFolderAlone(@TempDir Path folder) throws Exception {
        Path release = MadeUpRelease.weeklyLondon().publish(folder.resolve("release"));

        List<Path> files = ReportWriter.write(release, folder.resolve("reports"), WHOLE);
        List<Path> direct = ReportWriter.write(MadeUpRelease.weeklyLondon(), folder.resolve("direct"), WHOLE);

        assertEquals(
                Stream.of("index.html", "london-weekly.pdf", "london-weekly.html", "london-weekly.ods")
                        .map(folder.resolve("reports")::resolve)
                        .toList(),
                files);
        for (int file = 1; file < files.size(); file++) {
            assertTrue(Files.mismatch(direct.get(file), files.get(file)) < 0, files.get(file)::toString);
        }
    }

    @Test
    void writesAReportFromAReleaseWithoutTheTablesThatAudiencesMayNotSee(@TempDir Path folder) throws Exception {
        Path release = MadeUpRelease.states().publish(folder.resolve("release"));

        assertEquals(
                4, ReportWriter.write(release, folder.resolve("reports"), WHOLE).size());
    }

    @Test
    void saysWhenAFileCannotBeWritten(@TempDir Path folder) throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        ReportException e =
                assertThrows(ReportException.class, () -> ReportWriter.write(MadeUpRelease.states(), taken, WHOLE));

        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("Could not write report states.pdf: "), message);
        assertTrue(message.endsWith("Free space or choose another folder."), message);
    }

    @Test
    void neverSumsFlagsWhereTheSourceHasNoTotal() {
        MadeUpRelease release = MadeUpRelease.monthlyFlags();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));

        assertEquals("No total.", report.notices().get(1).lead());
        assertTrue(report.findings().get(0).lead().contains("offences flagged \u201CAny race or faith\u201D"));
        assertEquals("", report.marking());
    }

    @Test
    void marksEveryPageOfASourceThatIsNotPublic() {
        MadeUpRelease release = MadeUpRelease.weeklyLondon();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));

        assertEquals("RESTRICTED, NOT FOR PUBLICATION \u00B7 SYNTHETIC DATA", report.marking());
        assertEquals(
                "Restricted, not for publication: small numbers.",
                report.notices().get(1).lead());
        assertTrue(ReportMarkup.forPdf(report).contains("RESTRICTED, NOT FOR PUBLICATION"));
        assertEquals("London", report.footName());
    }

    @Test
    void drawsNoRatesWhereThereAreNoPopulations() {
        MadeUpRelease release = MadeUpRelease.states();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));

        assertEquals(
                List.of("figure-last-year", "figure-series", "figure-communities", "figure-3-areas", "figure-panels"),
                report.figures().stream().map(Figure::id).toList());
        assertFalse(ReportMarkup.forPdf(report).contains("Rate per 100,000"));
    }

    @Test
    void givesAnAreaWithoutFiguresOneShorthandInEveryColumn() {
        MadeUpRelease release = MadeUpRelease.weeklyLondon();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));

        Figure map = report.figures().stream()
                .filter(figure -> figure.id().equals("figure-3-map"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("City of London", "[x]", "[x]", "[x]", "[x]", "[x]"),
                map.table().rows().stream()
                        .map(row -> row.stream().map(TableCell::text).toList())
                        .filter(row -> row.get(0).equals("City of London"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void hasTheSummaryOnTheFirstPageAndVerdictsBelow() throws Exception {
        for (MadeUpRelease release : List.of(
                MadeUpRelease.weeklyLondon(),
                MadeUpRelease.withStudies(),
                MadeUpRelease.monthlyFlags(),
                MadeUpRelease.states())) {
            Report report =
                    ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
            try (PDDocument document = Loader.loadPDF(PdfReport.bytes(report))) {
                PDFTextStripper text = new PDFTextStripper();
                text.setEndPage(1);
                String page = text.getText(document);
                assertTrue(
                        page.contains(report.findings()
                                .get(report.findings().size() - 1)
                                .lead()
                                .substring(0, 16)),
                        page);
                assertTrue(page.contains("Figure 1."), page);
                assertTrue(page.contains("Source: "), page);
            }
        }
    }
}
