package org.vigil.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules of reading written down once more, over a whole text and a byte at a time, to hold the fast reader against. */
final class ReferenceReading {
    private final String text;
    private final char delimiter;
    private final int maxRow;
    private int at;
    private boolean isBroken;

    private ReferenceReading(String text, char delimiter, int maxRow) {
        this.text = text;
        this.delimiter = delimiter;
        this.maxRow = maxRow;
    }

    /** A row: its fields as they are after the quotes are taken off. */
    record Row(List<String> fields, boolean hasBrokenQuotes) {}

    /** All rows, the header among them. */
    static List<Row> rows(byte[] utf8, char delimiter, int maxRow) {
        String bytes = new String(utf8, StandardCharsets.ISO_8859_1);
        ReferenceReading reading = new ReferenceReading(bytes, delimiter, maxRow);
        List<Row> rows = new ArrayList<>();
        while (reading.skipBlankLines()) {
            rows.add(reading.row());
        }
        return rows;
    }

    private boolean skipBlankLines() {
        while (at < text.length() && isEnd(at)) {
            at++;
        }
        return at < text.length();
    }

    private Row row() {
        int start = at;
        isBroken = false;
        List<String> fields = new ArrayList<>();
        int literalFrom = Integer.MAX_VALUE;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"' && at < literalFrom) {
                int close = closing(at + 1);
                if (close < 0 || close - start >= maxRow) {
                    literalFrom = at;
                    isBroken = true;
                    continue;
                }
                fields.add(decoded(at + 1, close).replace("\"\"", "\""));
                at = close + 1;
                int unread = plainEnd(at);
                isBroken |= !text.substring(at, unread).isBlank();
                at = unread;
            } else {
                int end = plainEnd(at);
                fields.add(decoded(at, end));
                at = end;
            }
            if (at == text.length() || isEnd(at)) {
                return at - start > maxRow ? new Row(List.of(), true) : new Row(fields, isBroken);
            }
            at++;
        }
    }

    private int closing(int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) != '"') {
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i += 2;
            } else {
                return i;
            }
        }
        return -1;
    }

    private int plainEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != delimiter && !isEnd(i)) {
            i++;
        }
        return i;
    }

    private String decoded(int from, int to) {
        return new String(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private boolean isEnd(int i) {
        return text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }
}
