package org.vigil.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The first row of a text that is not blank.
 *
 * @param names its fields, without outer white space
 * @param lineEnd how it ends
 * @param isClosed whether its end was found
 * @param hasMore whether anything but line ends follows
 */
record HeaderRow(List<String> names, ExtractInspection.LineEnd lineEnd, boolean isClosed, boolean hasMore) {
    HeaderRow {
        names = List.copyOf(names);
    }

    /** Reads it by the rules of {@link SplitReader}; a byte order mark is dropped. */
    static HeaderRow parse(byte[] text, Charset charset, char delimiter) {
        int start =
                text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF ? 3 : 0;
        while (start < text.length && isLineEnd(text[start])) {
            start++;
        }
        if (start == text.length) {
            return new HeaderRow(List.of(), ExtractInspection.LineEnd.NONE, false, false);
        }
        HeaderRow row = parse(text, start, charset, delimiter, false);
        // A quote that nothing closes was not meant as one.
        return row.isClosed() ? row : parse(text, start, charset, delimiter, true);
    }

    private static HeaderRow parse(byte[] text, int start, Charset charset, char delimiter, boolean isLiteral) {
        List<String> names = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean isFieldStart = true;
        boolean isQuoted = false;
        int i = start;
        for (; i < text.length; i++) {
            byte c = text[i];
            if (isQuoted) {
                boolean isDoubled = c == '"' && i + 1 < text.length && text[i + 1] == '"';
                if (isDoubled) {
                    i++;
                }
                if (c == '"' && !isDoubled) {
                    isQuoted = false;
                } else {
                    field.write(c);
                }
            } else if (c == '"' && isFieldStart && !isLiteral) {
                isQuoted = true;
                isFieldStart = false;
            } else if (c == delimiter) {
                names.add(ReadingPlan.trimmed(field.toString(charset)));
                field.reset();
                isFieldStart = true;
            } else if (isLineEnd(c)) {
                break;
            } else {
                field.write(c);
                isFieldStart = false;
            }
        }
        names.add(ReadingPlan.trimmed(field.toString(charset)));
        ExtractInspection.LineEnd lineEnd = i >= text.length
                ? ExtractInspection.LineEnd.NONE
                : text[i] == '\n'
                        ? ExtractInspection.LineEnd.LF
                        : i + 1 < text.length && text[i + 1] == '\n'
                                ? ExtractInspection.LineEnd.CRLF
                                : ExtractInspection.LineEnd.CR;
        boolean isClosed = i < text.length;
        while (i < text.length && isLineEnd(text[i])) {
            i++;
        }
        return new HeaderRow(names, lineEnd, isClosed, i < text.length);
    }

    private static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }
}
