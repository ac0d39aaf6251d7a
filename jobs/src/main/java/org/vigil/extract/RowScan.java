package org.vigil.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Finds the row ends of a part of a file, by the rules of {@link SplitReader}, and counts the rows; looks at nothing else.
 *
 * <p>Outside quotes eight bytes without a quote are taken at once; inside quotes only the next quote matters.
 */
final class RowScan {
    /** Bytes read at once; they fit the processor's cache. */
    static final int BLOCK = 1 << 18;

    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final long LFS = ByteWords.fill(LF);
    private static final long CRS = ByteWords.fill(CR);
    private static final long QUOTES = ByteWords.fill(QUOTE);

    /** Taken from a word, it leaves the high bit in every byte up to CR: nearly no word of a row holds one. */
    private static final long CONTROLS = ByteWords.fill((byte) (CR + 1));

    private enum Place {
        OUTSIDE,
        INSIDE,
        /** After a quote within a quoted field: the field's end, or the first of two that mean one. */
        AFTER_QUOTE,
        /** In a row whose quote was opened by mistake: quotes mean nothing up to the row end. */
        LITERAL
    }

    private final FileChannel channel;
    private final long fileEnd;
    private final byte delimiter;
    private final int maxRow;

    private final int block;
    private final byte[] buffer;
    private Place place = Place.OUTSIDE;
    private byte previous = LF;
    private long rowStart;
    private long openedAt;
    private long rows;

    RowScan(FileChannel channel, long fileEnd, char delimiter, int maxRow, int block) {
        this.channel = channel;
        this.fileEnd = fileEnd;
        this.delimiter = (byte) delimiter;
        this.maxRow = maxRow;
        this.block = (int) Math.min(block, fileEnd);
        this.buffer = new byte[this.block + ByteWords.PADDING];
    }

    /**
     * What was found in a part of a file.
     *
     * @param rows rows that ended in it
     * @param isComplete whether it ends between rows; otherwise within a quoted field
     * @param openRowStart where the row starts that it ends in
     */
    record Result(long rows, boolean isComplete, long openRowStart) {}

    /** Scans {@code [from, to)}, where {@code from} is a row start and the byte before {@code to} is LF or CR. */
    Result scan(long from, long to) throws IOException {
        run(from, to, Long.MAX_VALUE);
        return new Result(rows, place == Place.OUTSIDE, rowStart);
    }

    /** Where the row that starts at {@code from} is over: the byte after its row end and any blank lines. */
    long endOfRow(long from) throws IOException {
        long at = run(from, fileEnd, 1);
        byte[] one = new byte[1];
        while (at < fileEnd && channel.read(ByteBuffer.wrap(one), at) == 1 && (one[0] == LF || one[0] == CR)) {
            at++;
        }
        return at;
    }

    /** First row start at or after {@code from}, taking every LF or CR for a row end; the file's end if there is none. */
    long nextLine(long from) throws IOException {
        long at = from;
        boolean isAfterEnd = false;
        while (at < fileEnd) {
            int length = read(at, Math.min(fileEnd, at + 4096));
            for (int i = 0; i < length; i++) {
                boolean isEnd = buffer[i] == LF || buffer[i] == CR;
                if (isAfterEnd && !isEnd) {
                    return at + i;
                }
                isAfterEnd = isEnd;
            }
            at += length;
        }
        return fileEnd;
    }

    private long run(long from, long to, long maxRows) throws IOException {
        place = Place.OUTSIDE;
        previous = LF;
        rowStart = from;
        rows = 0;
        long at = from;
        while (at < to && rows < maxRows) {
            int length = read(at, to);
            int used = scanBlock(at, length, maxRows);
            at += used;
            boolean isUnclosed = isWithinQuotes() && (at >= fileEnd || at - rowStart > maxRow);
            if (isUnclosed && !(place == Place.AFTER_QUOTE && at - 1 - rowStart < maxRow)) {
                place = Place.LITERAL;
                at = openedAt + 1;
            }
        }
        if (place == Place.AFTER_QUOTE || (place == Place.LITERAL && at >= fileEnd)) {
            place = Place.OUTSIDE;
        }
        return at;
    }

    private boolean isWithinQuotes() {
        return place == Place.INSIDE || place == Place.AFTER_QUOTE;
    }

    /** Scans the block that starts at {@code base}; gives the bytes used, fewer than {@code length} where the scan has to go back or stops. */
    private int scanBlock(long base, int length, long maxRows) {
        byte[] b = buffer;
        int i = 0;
        while (i < length) {
            if (place == Place.OUTSIDE) {
                if (maxRows == Long.MAX_VALUE) {
                    i = skipWithoutQuotes(base, i, length);
                }
                int stop = Math.min(i + 8, length);
                while (i < stop && place == Place.OUTSIDE) {
                    byte c = b[i];
                    if (c == QUOTE && (previous == delimiter || previous == LF || previous == CR)) {
                        place = Place.INSIDE;
                        openedAt = base + i;
                    } else if (c == LF || c == CR) {
                        endRow(base + i);
                        if (rows >= maxRows) {
                            return i + 1;
                        }
                    }
                    previous = c;
                    i++;
                }
            } else if (place == Place.INSIDE) {
                i = nextQuote(i, length);
                if (i < length) {
                    place = Place.AFTER_QUOTE;
                    i++;
                }
            } else if (place == Place.AFTER_QUOTE) {
                if (b[i] == QUOTE) {
                    place = Place.INSIDE;
                    i++;
                } else if (base + i - 1 - rowStart >= maxRow) {
                    return i;
                } else if (b[i] == delimiter && i + 1 < length && b[i + 1] == QUOTE) {
                    place = Place.INSIDE;
                    openedAt = base + i + 1;
                    i += 2;
                } else {
                    place = Place.OUTSIDE;
                    previous = QUOTE;
                }
            } else {
                byte c = b[i];
                if (c == LF || c == CR) {
                    previous = QUOTE;
                    endRow(base + i);
                    previous = c;
                    place = Place.OUTSIDE;
                    if (rows >= maxRows) {
                        return i + 1;
                    }
                }
                i++;
            }
        }
        return length;
    }

    private void endRow(long at) {
        if (previous != LF && previous != CR) {
            rows++;
        }
        rowStart = at + 1;
    }

    /** Goes on by whole words as long as they hold no quote; gives the place of the first byte not used. */
    private int skipWithoutQuotes(long base, int from, int length) {
        byte[] b = buffer;
        long ended = previous == LF || previous == CR ? 0x80L : 0;
        int lastEnd = -1;
        long found = 0;
        int i = from;
        for (; i + 8 <= length; i += 8) {
            long word = (long) ByteWords.LONGS.get(b, i);
            long quote = word ^ QUOTES;
            if ((((word - CONTROLS) | (quote - ByteWords.ONES)) & ~word & ByteWords.HIGHS) == 0) {
                ended = 0;
                continue;
            }
            if (ByteWords.zeros(quote) != 0) {
                break;
            }
            long ends = ByteWords.zeros(word ^ LFS) | ByteWords.zeros(word ^ CRS);
            if (ends != 0) {
                found += Long.bitCount(ends & ~((ends << 8) | ended));
                lastEnd = i + 7 - (Long.numberOfLeadingZeros(ends) >>> 3);
            }
            ended = ends >>> 56;
        }
        if (i > from) {
            previous = b[i - 1];
            rows += found;
            if (lastEnd >= 0) {
                rowStart = base + lastEnd + 1;
            }
        }
        return i;
    }

    private int nextQuote(int from, int length) {
        int i = from;
        for (; i + 8 <= length; i += 8) {
            long found = ByteWords.zeros((long) ByteWords.LONGS.get(buffer, i) ^ QUOTES);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < length && buffer[i] != QUOTE) {
            i++;
        }
        return i;
    }

    private int read(long from, long to) throws IOException {
        int wanted = (int) Math.min(block, to - from);
        int length = 0;
        while (length < wanted) {
            int read = channel.read(ByteBuffer.wrap(buffer, length, wanted - length), from + length);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            length += read;
        }
        return length;
    }
}
