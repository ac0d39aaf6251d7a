package org.vigil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything in a file of a release that somebody could read as text. */
final class FileTexts {
    /** Digits, perhaps in groups of three, that are no part of a longer word or number. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{Alnum}.+/-])(?<!\\d[,\u00a0\u202f\u2009])(\\d{1,3}(?:[,\u00a0\u202f\u2009]\\d{3}){1,4}|\\d{1,15})(?![\\p{Alnum}+/]|[.]\\d)");

    /** Sizes of files, which are close to nothing that was counted. */
    private static final Pattern SIZE = Pattern.compile("\"bytes\" ?: ?\\d+");

    /** Lengths of columns and rows. */
    private static final Pattern LENGTH = Pattern.compile("[0-9.]+(cm|mm|pt)\"");

    private FileTexts() {}

    static List<String> of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".parquet")) {
            return ofParquet(file);
        }
        if (name.endsWith(".pdf")) {
            return ofPdf(file);
        }
        if (name.endsWith(".ods")) {
            return ofSpreadsheet(file);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return List.of(
                name.endsWith(".csv")
                        ? text.replace(",", " ; ")
                        : SIZE.matcher(text).replaceAll(""));
    }

    static Set<Long> numbers(String text) {
        Set<Long> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Long.parseLong(number.group(1).replaceAll("\\D", "")));
        }
        return numbers;
    }

    /** What its footer says; its rows are those of the CSV file. */
    private static List<String> ofParquet(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            ParquetMetadata footer = reader.getFooter();
            footer.getFileMetaData().getKeyValueMetaData().forEach((key, value) -> texts.add(key + " " + value));
            texts.add(footer.getFileMetaData().getCreatedBy());
            texts.add(footer.getFileMetaData().getSchema().toString());
            for (BlockMetaData block : footer.getBlocks()) {
                for (ColumnChunkMetaData column : block.getColumns()) {
                    texts.add(column.getStatistics().minAsString());
                    texts.add(column.getStatistics().maxAsString());
                    if (column.getBloomFilterOffset() >= 0) {
                        throw new IllegalStateException("a bloom filter says which numbers are there: " + column);
                    }
                }
            }
        }
        return texts;
    }

    /** The contents and properties of its sheets; values stand between quotes there, words between tags. */
    private static List<String> ofSpreadsheet(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile parts = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                boolean isLook = part.getName().equals("styles.xml");
                try (InputStream in = parts.getInputStream(part)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    texts.add(isLook ? "" : LENGTH.matcher(text).replaceAll(" "));
                }
            }
        }
        return texts;
    }

    /** Its pages as text, and every string and readable stream of its objects: alternative texts, attachments, metadata. */
    private static List<String> ofPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<String> texts = new ArrayList<>(List.of(new PDFTextStripper().getText(document)));
            Set<COSBase> seen = new HashSet<>();
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                collect(document.getDocument().getObjectFromPool(key).getObject(), texts, seen);
            }
            collect(document.getDocument().getTrailer(), texts, seen);
            return texts;
        }
    }

    private static void collect(COSBase object, List<String> texts, Set<COSBase> seen) throws IOException {
        if (object == null || object instanceof COSObject || !seen.add(object)) {
            // What is referred to is an object of its own.
            return;
        }
        if (object instanceof COSString string) {
            texts.add(string.getString());
        } else if (object instanceof COSArray array) {
            for (COSBase one : array) {
                collect(one, texts, seen);
            }
        } else if (object instanceof COSDictionary dictionary) {
            for (COSBase one : dictionary.getValues()) {
                collect(one, texts, seen);
            }
            if (object instanceof COSStream stream && isText(stream)) {
                try (InputStream in = stream.createInputStream()) {
                    texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static boolean isText(COSStream stream) {
        return COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))
                || COSName.EMBEDDED_FILE.equals(stream.getCOSName(COSName.TYPE));
    }
}
