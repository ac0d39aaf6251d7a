package org.vigil.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.jspecify.annotations.Nullable;
import org.vigil.report.table.ReportTable;

/**
 * The last steps on a rendered PDF: dates of the release in place of the clock, a fixed identifier, a colour profile that is the same on every
 * Java, captions inside their tables, and the values of figures and tables as associated files.
 */
final class PdfFinish {
    private static final String PROGRAM = "Vigil";
    private static final Pattern XMP_DATE =
            Pattern.compile("(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:\\2>)");

    private PdfFinish() {}

    static void finish(PDDocument document, Report report) throws IOException {
        setDates(document, report.date());
        setMetadata(document, report.date());
        setColourProfile(document);
        moveCaptions(document);
        attach(document, report);
        if (!report.watermark().isEmpty()) {
            PdfWatermark.add(document, report.watermark());
        }
        document.setDocumentId(Integer.toUnsignedLong((report.fileName() + report.date()).hashCode()));
    }

    private static Calendar calendar(LocalDate date) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }

    private static void setDates(PDDocument document, LocalDate date) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(calendar(date));
        information.setModificationDate(calendar(date));
        information.setCreator(PROGRAM);
    }

    /** Rewrites the dates of the XMP packet and adds what must agree with the document information. */
    private static void setMetadata(PDDocument document, LocalDate date) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String stamp = date + "T00:00:00Z";
        Matcher dates = XMP_DATE.matcher(xmp);
        xmp = dates.replaceAll("$1" + stamp + "$3");
        StringBuilder missing = new StringBuilder();
        if (!xmp.contains("<xmp:ModifyDate>")) {
            missing.append("<xmp:ModifyDate>").append(stamp).append("</xmp:ModifyDate>");
        }
        if (xmp.contains("<xmp:CreatorTool>")) {
            xmp = xmp.replaceAll("(<xmp:CreatorTool>)[^<]*(</xmp:CreatorTool>)", "$1" + PROGRAM + "$2");
        } else {
            missing.append("<xmp:CreatorTool>").append(PROGRAM).append("</xmp:CreatorTool>");
        }
        xmp = xmp.replaceFirst("</xmp:CreateDate>", "</xmp:CreateDate>" + missing);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    }

    private static void setColourProfile(PDDocument document) throws IOException {
        for (PDOutputIntent intent : document.getDocumentCatalog().getOutputIntents()) {
            PDStream profile =
                    new PDStream(document, new ByteArrayInputStream(SrgbProfile.bytes()), COSName.FLATE_DECODE);
            profile.getCOSObject().setInt(COSName.N, 3);
            intent.getCOSObject().setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        }
    }

    /** Makes each caption that stands before or after its table the table's first part. */
    private static void moveCaptions(PDDocument document) {
        COSDictionary root =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        moveCaptions(root, 0);
    }

    private static void moveCaptions(COSDictionary element, int depth) {
        if (depth > 60 || !(element.getDictionaryObject(COSName.K) instanceof COSArray kids)) {
            if (depth <= 60 && element.getDictionaryObject(COSName.K) instanceof COSDictionary only) {
                moveCaptions(only, depth + 1);
            }
            return;
        }
        for (int i = 0; i < kids.size(); i++) {
            COSDictionary kid = element(kids.get(i));
            if (kid == null) {
                continue;
            }
            COSDictionary next = i + 1 < kids.size() ? element(kids.get(i + 1)) : null;
            boolean isCaptionOfNext = isType(kid, "Caption") && next != null && isType(next, "Table");
            if (isCaptionOfNext && next != null && next.getDictionaryObject(COSName.K) instanceof COSArray rows) {
                rows.add(0, kids.get(i));
                kid.setItem(COSName.P, kids.get(i + 1));
                kids.remove(i);
            }
            moveCaptions(next != null && isCaptionOfNext ? next : kid, depth + 1);
        }
    }

    private static @Nullable COSDictionary element(COSBase base) {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        return object instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S) ? dictionary : null;
    }

    private static boolean isType(COSDictionary element, String type) {
        return type.equals(element.getNameAsString(COSName.S));
    }

    private static void attach(PDDocument document, Report report) throws IOException {
        TreeMap<String, PDComplexFileSpecification> files = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Figure figure : report.figures()) {
            files.put(
                    figure.csvName(),
                    attached(document, report, figure.csvName(), figure.table(), "Values of " + figure.number()));
        }
        for (NumberedTable table : report.tables()) {
            files.put(table.csvName(), attached(document, report, table.csvName(), table.table(), table.number()));
        }
        files.values().forEach(associated::add);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private static PDComplexFileSpecification attached(
            PDDocument document, Report report, String name, ReportTable table, String description) throws IOException {
        byte[] csv = table.toCsv().getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(csv), COSName.FLATE_DECODE);
        file.setSubtype("text/csv");
        file.setSize(csv.length);
        file.setCreationDate(calendar(report.date()));
        file.setModDate(calendar(report.date()));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.setFileDescription(description);
        specification.getCOSObject().setName("AFRelationship", "Data");
        return specification;
    }
}
