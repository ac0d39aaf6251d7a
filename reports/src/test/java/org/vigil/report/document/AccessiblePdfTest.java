package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.vigil.report.chart.FontWithLigatures;

/** The PDFs pass veraPDF for PDF/UA-1 and PDF/A-3a, and veraPDF does find faults that are put in on purpose. */
class AccessiblePdfTest {
    private static final int MOST_FAILURES = 100;

    enum Case {
        WEEKLY_LONDON,
        STUDIED_LONDON,
        MONTHLY_FLAGS,
        STATES,
        PUBLIC_CHANGED,
        PUBLIC_SUPPRESSED,
        PUBLIC_SILENT;

        ReportInput release() {
            return switch (this) {
                case WEEKLY_LONDON -> MadeUpRelease.weeklyLondon();
                case STUDIED_LONDON -> MadeUpRelease.withStudies();
                case MONTHLY_FLAGS -> MadeUpRelease.monthlyFlags();
                case STATES -> MadeUpRelease.states();
                case PUBLIC_CHANGED -> MadePublic.changed();
                case PUBLIC_SUPPRESSED -> MadePublic.suppressed();
                case PUBLIC_SILENT -> MadePublic.silent();
            };
        }

        Report report() {
            ReportInput release = release();
            return ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
        }
    }

    @BeforeAll
    static void start() {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource
    void passesPdfUa1AndPdfA3a(Case made) throws Exception {
        byte[] pdf = PdfReport.bytes(made.report());

        assertEquals(Map.of(), failures(pdf, PDFAFlavour.PDFUA_1));
        assertEquals(Map.of(), failures(pdf, PDFAFlavour.PDFA_3_A));
    }

    /** The first pack of each kind; where there are several of a kind they differ in figures only. */
    @ParameterizedTest
    @EnumSource(names = {"STUDIED_LONDON", "MONTHLY_FLAGS", "PUBLIC_CHANGED"})
    void packsOfEveryKindPass(Case made) throws Exception {
        ReportInput release = made.release();
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));
        Map<PackKind, Pack> first = new EnumMap<>(PackKind.class);
        Packs.of(contents).forEach(pack -> first.putIfAbsent(pack.kind(), pack));
        first.remove(PackKind.WHOLE_AREA);
        assertTrue(first.size() > 1, first::toString);
        for (Pack pack : first.values()) {
            PdfReport.File file = PdfReport.of(ReportComposer.compose(contents, pack));

            assertEquals(Map.of(), failures(file.bytes(), PDFAFlavour.PDFUA_1), pack.name());
            assertEquals(Map.of(), failures(file.bytes(), PDFAFlavour.PDFA_3_A), pack.name());
            assertTrue(file.pages() >= 2 && file.pages() <= 4, pack.name() + " has " + file.pages() + " pages");
        }
    }

    @Test
    void passesWithAWatermarkThatNoReaderIsRead() throws Exception {
        Report copy = Case.MONTHLY_FLAGS.report().asCopy(List.of(), "Copy 3 of 7, \u201CCommander\u201D");
        byte[] pdf = PdfReport.bytes(copy);

        assertEquals(Map.of(), failures(pdf, PDFAFlavour.PDFUA_1));
        assertEquals(Map.of(), failures(pdf, PDFAFlavour.PDFA_3_A));
        assertTrue(pdf.length > PdfReport.bytes(Case.MONTHLY_FLAGS.report()).length, "outlines on every page");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertFalse(new PDFTextStripper().getText(document).contains("Copy 3"), "words are outlines");
        }
    }

    @Test
    void failsPdfUa1WithoutTextAlternatives() throws Exception {
        Report report = Case.WEEKLY_LONDON.report();
        String bare = ReportMarkup.forPdf(report).replaceAll(" alt=\"[^\"]*\"", "");

        Map<String, Integer> failures =
                failures(PdfReport.bytes(report, bare, UnaryOperator.identity()), PDFAFlavour.PDFUA_1);

        assertTrue(failures.containsKey("7.3-1"), failures.toString());
    }

    @Test
    void failsPdfUa1WithLigatures() throws Exception {
        Report report = Case.WEEKLY_LONDON.report();
        String words = ReportMarkup.forPdf(report).replace("Quality and method", "After the first affair, often");

        Map<String, Integer> failures =
                failures(PdfReport.bytes(report, words, file -> FontWithLigatures.bytes(700)), PDFAFlavour.PDFUA_1);

        assertTrue(failures.containsKey("7.21.7-1"), failures.toString());
    }

    @Test
    void failsPdfUa1WithoutTitle() throws Exception {
        Report report = Case.WEEKLY_LONDON.report();
        String untitled = ReportMarkup.forPdf(report).replaceAll("<title>[^<]*</title>", "");

        Map<String, Integer> failures =
                failures(PdfReport.bytes(report, untitled, UnaryOperator.identity()), PDFAFlavour.PDFUA_1);

        assertTrue(failures.containsKey("7.1-9"), failures.toString());
    }

    @Test
    void attachesTheValuesOfEveryFigureAndDatesTheDocumentByItsRelease() throws Exception {
        Report report = Case.WEEKLY_LONDON.report();

        try (PDDocument document = Loader.loadPDF(PdfReport.bytes(report))) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertEquals(
                    Stream.concat(
                                    report.figures().stream().map(Figure::csvName),
                                    report.tables().stream().map(NumberedTable::csvName))
                            .sorted()
                            .toList(),
                    files.keySet().stream().sorted().toList());
            assertEquals(
                    "D:20260602000000Z",
                    document.getDocumentInformation()
                            .getCOSObject()
                            .getString(COSName.CREATION_DATE)
                            .replace("+00'00'", "Z"));
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
        }
    }

    private static Map<String, Integer> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, MOST_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failures = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.merge(
                            assertion.getRuleId().getClause() + "-"
                                    + assertion.getRuleId().getTestNumber(),
                            1,
                            Integer::sum);
                }
            }
            assertTrue(result.getTotalAssertions() > 1000, "veraPDF checked almost nothing");
            return failures;
        }
    }
}
