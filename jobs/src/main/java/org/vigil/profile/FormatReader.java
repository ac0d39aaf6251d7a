package org.vigil.profile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.declaration.Declaration;

/** Reads how the files of a source are written. */
final class FormatReader {
    private FormatReader() {}

    /** The declared format; UTF-8, commas and a record in a row where nothing is declared. */
    static FileFormat read(Declaration root) {
        Optional<Declaration> format = root.findMapping("format", ProfileKeys.FORMAT);
        if (format.isEmpty()) {
            return new FileFormat(
                    java.nio.charset.StandardCharsets.UTF_8, ',', FileFormat.Layout.LONG, Optional.empty());
        }
        Declaration declared = format.get();
        FileFormat.Layout layout = declared.findOneOf(
                        "layout", new TreeMap<>(Map.of("long", FileFormat.Layout.LONG, "wide", FileFormat.Layout.WIDE)))
                .orElse(FileFormat.Layout.LONG);
        Optional<String> valueColumns = declared.findText("value-columns");
        valueColumns
                .flatMap(DatePatterns::findFault)
                .ifPresent(fault -> declared.problem(
                        "value-columns",
                        "format.value-columns \"" + valueColumns.orElse("") + "\" " + fault,
                        "a pattern as yyyyMM",
                        "Write the pattern that the headers of the value columns fit."));
        if (layout == FileFormat.Layout.WIDE && !declared.has("value-columns")) {
            declared.problem(
                    "layout",
                    "format.layout is wide but there is no format.value-columns",
                    "",
                    "Add value-columns: with the pattern of their headers, as yyyyMM.");
        }
        if (layout == FileFormat.Layout.LONG && valueColumns.isPresent()) {
            declared.problem(
                    "value-columns",
                    "format.value-columns is declared but format.layout is not wide",
                    "",
                    "Add layout: wide or remove value-columns.");
        }
        return new FileFormat(charset(declared), delimiter(declared), layout, valueColumns);
    }

    private static Charset charset(Declaration format) {
        String name = format.findText("encoding").orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name);
            if (charset.newEncoder().maxBytesPerChar() <= 4 && isAsciiBelow128(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException e) {
            // Reported below with the encodings that cannot be read.
        }
        format.problem(
                "encoding",
                "format.encoding is \"" + name + "\"",
                "an encoding that writes ASCII as single bytes, as UTF-8, ISO-8859-1 or windows-1252",
                "Convert the file to UTF-8 if its publisher uses another.");
        return java.nio.charset.StandardCharsets.UTF_8;
    }

    private static boolean isAsciiBelow128(Charset charset) {
        return Arrays.equals("A,\"\n".getBytes(charset), new byte[] {'A', ',', '"', '\n'});
    }

    private static char delimiter(Declaration format) {
        Map<String, Character> delimiters = new LinkedHashMap<>();
        delimiters.put("comma", ',');
        delimiters.put("semicolon", ';');
        delimiters.put("pipe", '|');
        delimiters.put("tab", '\t');
        return format.findOneOf("delimiter", delimiters).orElse(',');
    }
}
