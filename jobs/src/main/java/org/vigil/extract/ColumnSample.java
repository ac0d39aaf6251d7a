package org.vigil.extract;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Values of every column of a file, also of those that no profile reads, in a sample of its rows: the first {@value #START} bytes, and {@value #PLACES}
 * further places of {@value #PLACE} bytes each, evenly spread. Of a compressed file, which can only be read from its start, the first
 * {@value #UNPACKED} bytes of text are the whole. The same file gives the same sample.
 *
 * <p>Rows are read by the rules of {@link SplitReader}, but a place in the middle of a file can lie in a quoted field: a row whose fields are not as
 * many as those of the header is left out, and so is one that is longer than its place.
 */
public final class ColumnSample {
    private static final int START = 1 << 19;
    private static final int PLACES = 32;
    private static final int PLACE = 1 << 16;
    private static final int UNPACKED = 1 << 26;

    /** Characters of a value that are kept. */
    private static final int LONGEST = 4096;

    private final byte delimiter;
    private final Charset charset;
    private final List<Map<String, Integer>> columns = new ArrayList<>();

    private ColumnSample(int columns, char delimiter, Charset charset) {
        this.delimiter = (byte) delimiter;
        this.charset = charset;
        for (int column = 0; column < columns; column++) {
            this.columns.add(new LinkedHashMap<>());
        }
    }

    /**
     * Samples a file that has been inspected.
     *
     * @param inspection what is known of the file
     * @param format how it is written
     * @throws ExtractException if it cannot be read
     */
    public static ColumnSample of(ExtractInspection inspection, org.vigil.profile.FileFormat format) {
        ColumnSample sample = new ColumnSample(inspection.header().size(), format.delimiter(), format.charset());
        try {
            if (inspection.isGzip()) {
                sample.readPacked(inspection.file());
            } else {
                sample.readPlain(inspection.file());
            }
        } catch (IOException e) {
            throw new ExtractException(
                    "Cannot read " + inspection.file() + ": " + e + ". Check the disk it lies on.", e);
        }
        return sample;
    }

    /** Distinct values of a column without outer white space, empty ones left out, with the number of rows that hold each. */
    public Map<String, Integer> values(int column) {
        return Collections.unmodifiableMap(columns.get(column));
    }

    private void readPlain(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            addStart(bytes(channel, 0, START), size <= START);
            long step = Math.max(PLACE, (size - START) / PLACES);
            for (long from = START; from < size; from += step) {
                byte[] place = bytes(channel, from, PLACE);
                addPlace(place, from + place.length >= size);
            }
        }
    }

    private void readPacked(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16)) {
            byte[] start = in.readNBytes(START);
            addStart(start, start.length < START);
            int step = (UNPACKED - START) / PLACES;
            for (long from = START; from < UNPACKED; from += step) {
                byte[] place = in.readNBytes(PLACE);
                addPlace(place, place.length < PLACE);
                if (place.length < PLACE || in.skip(step - PLACE) < step - PLACE) {
                    break;
                }
            }
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, Math.max(0, channel.size() - from)));
        long at = from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The start of a text: a byte order mark and the header are passed over. */
    private void addStart(byte[] text, boolean isEnd) {
        boolean hasMark =
                text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        addRows(text, hasMark ? 3 : 0, true, isEnd);
    }

    /** Some place in a text: what stands before its first line end belongs to a row that started earlier. */
    private void addPlace(byte[] text, boolean isEnd) {
        int from = 0;
        while (from < text.length && !isLineEnd(text[from])) {
            from++;
        }
        addRows(text, from, false, isEnd);
    }

    private void addRows(byte[] text, int start, boolean isAfterHeader, boolean isEnd) {
        int at = start;
        boolean isHeader = isAfterHeader;
        List<String> fields = new ArrayList<>();
        while (true) {
            while (at < text.length && isLineEnd(text[at])) {
                at++;
            }
            if (at >= text.length) {
                return;
            }
            fields.clear();
            int end = row(text, at, fields);
            if (end < 0 || (end >= text.length && !isEnd)) {
                return;
            }
            if (!isHeader && fields.size() == columns.size()) {
                add(fields);
            }
            isHeader = false;
            at = end;
        }
    }

    /** Reads the row that starts at a place; gives where it ends, or −1 where a quote is not closed. */
    private int row(byte[] text, int start, List<String> fields) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean isQuoted = false;
        boolean isFieldStart = true;
        int i = start;
        for (; i < text.length; i++) {
            byte c = text[i];
            if (isQuoted) {
                boolean isDoubled = c == '"' && i + 1 < text.length && text[i + 1] == '"';
                i += isDoubled ? 1 : 0;
                if (c == '"' && !isDoubled) {
                    isQuoted = false;
                } else {
                    field.write(c);
                }
            } else if (c == '"' && isFieldStart) {
                isQuoted = true;
                isFieldStart = false;
            } else if (c == delimiter) {
                fields.add(text(field));
                isFieldStart = true;
            } else if (isLineEnd(c)) {
                break;
            } else {
                field.write(c);
                isFieldStart = false;
            }
        }
        fields.add(text(field));
        return isQuoted ? -1 : i;
    }

    private String text(ByteArrayOutputStream field) {
        String text = field.toString(charset).strip();
        field.reset();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void add(List<String> fields) {
        for (int column = 0; column < fields.size(); column++) {
            if (!fields.get(column).isEmpty()) {
                columns.get(column).merge(fields.get(column), 1, Integer::sum);
            }
        }
    }

    private static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }
}
