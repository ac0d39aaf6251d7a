package org.vigil.extract;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.vigil.profile.FileFormat;

/**
 * One split to verbatim batches, without a text or an object for any field.
 *
 * <p>A row ends at LF, CR or both; a line without any byte is no row. A quote opens a quoted field only as its first byte; inside, two quotes are
 * one, and row ends are text. A quoted field that is not closed by the end of the file, or within {@link #MAX_ROW} bytes of its row's start, was
 * opened by mistake: its row ends with its line, so that one stray quote costs one row. {@link RowScan} cuts files by the same rules.
 *
 * <p>A row is parsed only when it is in the buffer as a whole. Behind the last byte of the buffer stand a row end and a quote, so that the inner
 * loops need no check for the end.
 */
public final class SplitReader {
    /** Bytes of a row beyond which it is taken for broken. */
    static final int MAX_ROW = 16 << 20;

    private static final int BLOCK = 1 << 19;

    private static final byte SKIP = 0;
    private static final byte LABEL = 1;
    private static final byte IDENTITY = 2;

    private static final byte IDENTITY_SEPARATOR = 0x1F;
    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final long LFS = ByteWords.fill(LF);
    private static final long CRS = ByteWords.fill(CR);
    private static final long QUOTES = ByteWords.fill(QUOTE);
    private static final byte[] NO_BYTES = new byte[ByteWords.PADDING];

    private final SplitInput input;
    private final ReadingPlan plan;
    private final Charset charset;
    private final Consumer<VerbatimBatch> consumer;
    private final int maxRow;
    private final byte delimiter;
    private final long delimiters;

    // The buffer: the current row starts at rowStart, and limit is the end of what was read.
    private byte[] buffer;
    private int limit;
    private int rowStart;
    private boolean isExhausted;

    // What is done with each column.
    private byte[] kinds;
    private final byte[] columnKinds;
    private final LabelDictionary[] columnDictionaries;
    private final int[][] columnTargets;
    private final int[] ordinaryColumns;
    private final int[] valueColumns;

    // The row just parsed.
    private int fieldCount;
    private int rowProblems;
    private int unclosedAt;
    private int literalFrom;
    private final byte[][] identityArrays;
    private final int[] identityFrom;
    private final int[] identityTo;
    private byte[] scratch = new byte[1024];
    private int scratchUsed;

    // The batch being filled.
    private final List<LabelDictionary> dictionaries = new ArrayList<>();
    private final VerbatimBatch batch;
    private final int[] headerIds;
    private final byte[][] headerIdentities;
    private int size;
    private int identityUsed;

    private SplitReader(
            SplitInput input,
            ReadingPlan plan,
            FileFormat format,
            Consumer<VerbatimBatch> consumer,
            int block,
            int maxRow) {
        this.input = input;
        this.plan = plan;
        this.charset = format.charset();
        this.consumer = consumer;
        this.maxRow = maxRow;
        this.delimiter = (byte) format.delimiter();
        this.delimiters = ByteWords.fill(delimiter);
        this.buffer = new byte[block + ByteWords.PADDING];
        markEnd();

        for (int slot = 0; slot < plan.slotCount(); slot++) {
            boolean isOrdinary = slot != plan.headerSlot() && slot != plan.valueSlot();
            dictionaries.add(new LabelDictionary(charset, isOrdinary ? plan.slotName(slot) : ""));
        }
        this.batch = new VerbatimBatch(List.copyOf(dictionaries));

        int columns = plan.columnCount();
        this.columnKinds = new byte[columns];
        this.kinds = new byte[0];
        this.columnDictionaries = new LabelDictionary[columns];
        this.columnTargets = new int[columns][];
        LabelDictionary none = new LabelDictionary(charset);
        for (int column = 0; column < columns; column++) {
            int slot = plan.slotOfColumn(column);
            columnDictionaries[column] = slot < 0 ? none : dictionaries.get(slot);
            columnTargets[column] = slot < 0 || plan.isWide() ? new int[1] : batch.labelIds(slot);
            columnKinds[column] = slot < 0 ? SKIP : LABEL;
            if (plan.identityPartOfColumn(column) >= 0) {
                columnKinds[column] |= IDENTITY;
            }
        }
        this.ordinaryColumns = IntStream.range(0, columns)
                .filter(column -> plan.slotOfColumn(column) >= 0)
                .toArray();
        this.valueColumns = plan.valueColumnPlaces();
        this.headerIds = new int[valueColumns.length];
        this.headerIdentities = new byte[valueColumns.length][];
        for (int part = 0; part < valueColumns.length; part++) {
            String header = plan.header(valueColumns[part]);
            headerIdentities[part] = header.getBytes(StandardCharsets.UTF_8);
            if (plan.headerSlot() >= 0) {
                byte[] bytes = header.getBytes(charset);
                headerIds[part] = dictionaries.get(plan.headerSlot()).idOf(bytes, 0, bytes.length);
            }
            if (plan.valueSlot() >= 0) {
                columnDictionaries[valueColumns[part]] = dictionaries.get(plan.valueSlot());
                columnKinds[valueColumns[part]] = LABEL;
            }
        }
        this.identityArrays = new byte[plan.identityParts()][];
        this.identityFrom = new int[plan.identityParts()];
        this.identityTo = new int[plan.identityParts()];
        Arrays.fill(identityArrays, NO_BYTES);
    }

    /**
     * Reads a split and hands its records over in batches of up to {@link VerbatimBatch#CAPACITY}, in file order.
     *
     * @param consumer gets one and the same batch object every time
     * @return physical rows read: without the header and blank lines
     * @throws ExtractException if the file cannot be read to its end
     */
    public static long read(Split split, ReadingPlan plan, FileFormat format, Consumer<VerbatimBatch> consumer) {
        return read(split, plan, format, consumer, BLOCK, MAX_ROW);
    }

    static long read(
            Split split, ReadingPlan plan, FileFormat format, Consumer<VerbatimBatch> consumer, int block, int maxRow) {
        try (SplitInput input = SplitInput.open(split)) {
            return new SplitReader(input, plan, format, consumer, block, maxRow).readAll(split.isFirst());
        } catch (EOFException | ZipException e) {
            throw new ExtractException(
                    "Cannot read " + split.file() + ": its gzip compression is damaged or cut off (" + e.getMessage()
                            + "). Deliver the file again.",
                    e);
        } catch (IOException e) {
            throw new ExtractException(
                    "Cannot read " + split.file() + " (bytes from " + split.from() + "): " + e
                            + ". Check that the file is still there and readable.",
                    e);
        }
    }

    private long readAll(boolean startsWithHeader) throws IOException {
        fill();
        if (startsWithHeader) {
            if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
                rowStart = 3;
            }
            nextRow();
        }
        kinds = columnKinds;
        int recordsPerRow = plan.recordsPerRow();
        int row = 0;
        while (true) {
            if (size + recordsPerRow > VerbatimBatch.CAPACITY) {
                flush();
                limitDictionaries();
            }
            if (!nextRow()) {
                break;
            }
            completeRow();
            if (plan.isWide()) {
                addWideRow(row);
            } else {
                addRow(row);
            }
            row++;
        }
        flush();
        return row;
    }

    /** Parses the next row; false at the end. */
    private boolean nextRow() throws IOException {
        while (true) {
            while (rowStart < limit && (buffer[rowStart] == LF || buffer[rowStart] == CR)) {
                rowStart++;
            }
            if (rowStart < limit) {
                break;
            }
            if (isExhausted) {
                return false;
            }
            refill();
        }
        literalFrom = Integer.MAX_VALUE;
        while (true) {
            int end = parseRow(rowStart);
            boolean isTooLong = limit - rowStart > maxRow;
            if (unclosedAt >= 0) {
                if (isExhausted || isTooLong) {
                    literalFrom = unclosedAt;
                } else {
                    refill();
                }
            } else if (end - rowStart > maxRow) {
                discardLine(end);
                return true;
            } else if (end < limit || isExhausted) {
                rowStart = end;
                return true;
            } else {
                refill();
            }
        }
    }

    /** Gives up a row that is too long to be one: passes over it from {@code at} to the end of its line. */
    private void discardLine(int at) throws IOException {
        fieldCount = 0;
        rowProblems = VerbatimBatch.BROKEN_QUOTES;
        rowStart = at;
        while (true) {
            while (rowStart < limit && buffer[rowStart] != LF && buffer[rowStart] != CR) {
                rowStart++;
            }
            if (rowStart < limit || isExhausted) {
                return;
            }
            refill();
        }
    }

    /** Parses the row that starts at {@code start} and gives the place of its end; {@link #unclosedAt} where a quote is not closed. */
    private int parseRow(int start) {
        byte[] b = buffer;
        byte separator = delimiter;
        byte[] columns = kinds;
        int place = plan.isWide() ? 0 : size;
        unclosedAt = -1;
        scratchUsed = 0;
        rowProblems = literalFrom == Integer.MAX_VALUE ? 0 : VerbatimBatch.BROKEN_QUOTES;
        int field = 0;
        int at = start;
        while (true) {
            int kind = field < columns.length ? columns[field] : SKIP;
            int end;
            if (b[at] == QUOTE && at < literalFrom) {
                end = quotedField(at, field, kind, place);
                if (unclosedAt >= 0) {
                    return end;
                }
            } else if (kind == SKIP) {
                end = endOfField(b, at);
            } else {
                long hash = LabelDictionary.SEED;
                int i = at;
                long word = (long) ByteWords.LONGS.get(b, i);
                long ends = ends(word);
                while (ends == 0) {
                    hash = LabelDictionary.mix(hash, word);
                    i += 8;
                    word = (long) ByteWords.LONGS.get(b, i);
                    ends = ends(word);
                }
                int bits = Long.numberOfTrailingZeros(ends) - 7;
                end = i + (bits >>> 3);
                if (kind == LABEL && (end == at || ((b[at] & 0xff) > ' ' && (b[end - 1] & 0xff) > ' '))) {
                    hash = LabelDictionary.finish(hash, word & ((1L << bits) - 1), end - at);
                    columnTargets[field][place] = columnDictionaries[field].idOf(b, at, end, hash);
                } else {
                    keep(field, kind, place, b, at, end);
                }
            }
            field++;
            if (b[end] != separator) {
                fieldCount = field;
                return end;
            }
            at = end + 1;
        }
    }

    /** Mask whose lowest bit is that of the first delimiter, LF or CR of a word. */
    private long ends(long word) {
        long d = word ^ delimiters;
        long l = word ^ LFS;
        long c = word ^ CRS;
        return (((d - ByteWords.ONES) & ~d) | ((l - ByteWords.ONES) & ~l) | ((c - ByteWords.ONES) & ~c))
                & ByteWords.HIGHS;
    }

    private int endOfField(byte[] b, int from) {
        int i = from;
        long ends = ends((long) ByteWords.LONGS.get(b, i));
        while (ends == 0) {
            i += 8;
            ends = ends((long) ByteWords.LONGS.get(b, i));
        }
        return i + (Long.numberOfTrailingZeros(ends) >>> 3);
    }

    private static int nextQuote(byte[] b, int from) {
        int i = from;
        long quotes = quotes((long) ByteWords.LONGS.get(b, i));
        while (quotes == 0) {
            i += 8;
            quotes = quotes((long) ByteWords.LONGS.get(b, i));
        }
        return i + (Long.numberOfTrailingZeros(quotes) >>> 3);
    }

    /** Mask whose lowest bit is that of the first quote of a word. */
    private static long quotes(long word) {
        long q = word ^ QUOTES;
        return (q - ByteWords.ONES) & ~q & ByteWords.HIGHS;
    }

    /** Whether a field ends before this byte. */
    private boolean isEnd(byte b) {
        return b == delimiter || b == LF || b == CR;
    }

    /** Reads the quoted field that opens at {@code open}; gives the place of the delimiter or row end behind it. */
    private int quotedField(int open, int field, int kind, int place) {
        byte[] b = buffer;
        int from = open + 1;
        long hash = LabelDictionary.SEED;
        int i = from;
        long word = (long) ByteWords.LONGS.get(b, i);
        long quotes = quotes(word);
        while (quotes == 0) {
            hash = LabelDictionary.mix(hash, word);
            i += 8;
            word = (long) ByteWords.LONGS.get(b, i);
            quotes = quotes(word);
        }
        int bits = Long.numberOfTrailingZeros(quotes) - 7;
        int close = i + (bits >>> 3);
        boolean isPlain = kind == LABEL
                && close < limit
                && close - rowStart < maxRow
                && isEnd(b[close + 1])
                && (close == from || ((b[from] & 0xff) > ' ' && (b[close - 1] & 0xff) > ' '));
        if (isPlain) {
            hash = LabelDictionary.finish(hash, word & ((1L << bits) - 1), close - from);
            columnTargets[field][place] = columnDictionaries[field].idOf(b, from, close, hash);
            return close + 1;
        }
        return oddQuotedField(open, field, kind, place, close);
    }

    /** As {@link #quotedField}, for any field: with doubled quotes, outer spaces, text behind it, or never closed. */
    private int oddQuotedField(int open, int field, int kind, int place, int firstQuote) {
        byte[] b = buffer;
        int from = open + 1;
        int close = firstQuote;
        boolean isEscaped = false;
        int kept = scratchUsed;
        while (close < limit && b[close + 1] == QUOTE && close + 1 < limit) {
            isEscaped = true;
            if (kind != SKIP) {
                toScratch(b, from, close + 1);
            }
            from = close + 2;
            close = nextQuote(b, from);
        }
        if (close >= limit || close - rowStart >= maxRow) {
            unclosedAt = open;
            return limit;
        }
        if (kind != SKIP) {
            if (isEscaped) {
                toScratch(b, from, close);
                keep(field, kind, place, scratch, kept, scratchUsed);
                scratchUsed += ByteWords.PADDING;
            } else {
                keep(field, kind, place, b, from, close);
            }
        }
        int end = close + 1;
        while ((b[end] == ' ' || b[end] == '\t') && b[end] != delimiter) {
            end++;
        }
        if (!isEnd(b[end])) {
            rowProblems |= VerbatimBatch.BROKEN_QUOTES;
            end = endOfField(b, end);
        }
        return end;
    }

    private void toScratch(byte[] b, int from, int to) {
        int needed = scratchUsed + to - from + 2 * ByteWords.PADDING;
        if (needed > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(needed, scratch.length * 2));
        }
        System.arraycopy(b, from, scratch, scratchUsed, to - from);
        scratchUsed += to - from;
    }

    /** Keeps a field for what it is needed for, without its outer spaces. */
    private void keep(int field, int kind, int place, byte[] b, int untrimmedFrom, int untrimmedTo) {
        int from = untrimmedFrom;
        int to = untrimmedTo;
        while (from < to && (b[from] == ' ' || b[from] == '\t')) {
            from++;
        }
        while (to > from && (b[to - 1] == ' ' || b[to - 1] == '\t')) {
            to--;
        }
        if ((kind & LABEL) != 0) {
            long hash = LabelDictionary.hash(b, from, to);
            columnTargets[field][place] = columnDictionaries[field].idOf(b, from, to, hash);
        }
        if ((kind & IDENTITY) != 0) {
            int part = plan.identityPartOfColumn(field);
            identityArrays[part] = b;
            identityFrom[part] = from;
            identityTo[part] = to;
        }
    }

    /** Gives the fields that the row lacks the empty label. */
    private void completeRow() {
        int columns = columnKinds.length;
        if (fieldCount == columns) {
            return;
        }
        rowProblems |= fieldCount < columns ? VerbatimBatch.TOO_FEW_FIELDS : VerbatimBatch.TOO_MANY_FIELDS;
        int place = plan.isWide() ? 0 : size;
        for (int column = fieldCount; column < columns; column++) {
            if (columnKinds[column] != SKIP) {
                keep(column, columnKinds[column], place, NO_BYTES, 0, 0);
            }
        }
    }

    private void addRow(int row) {
        batch.rowNumbers()[size] = row;
        batch.partNumbers()[size] = 0;
        batch.problems()[size] = rowProblems;
        addIdentity(0);
        size++;
    }

    private void addWideRow(int row) {
        for (int part = 0; part < valueColumns.length; part++) {
            if (size == VerbatimBatch.CAPACITY) {
                flush();
            }
            batch.rowNumbers()[size] = row;
            batch.partNumbers()[size] = part;
            batch.problems()[size] = rowProblems;
            for (int column : ordinaryColumns) {
                batch.labelIds(plan.slotOfColumn(column))[size] = columnTargets[column][0];
            }
            if (plan.headerSlot() >= 0) {
                batch.labelIds(plan.headerSlot())[size] = headerIds[part];
            }
            if (plan.valueSlot() >= 0) {
                batch.labelIds(plan.valueSlot())[size] = columnTargets[valueColumns[part]][0];
            }
            addIdentity(part);
            size++;
        }
    }

    private void addIdentity(int valuePart) {
        for (int part = 0; part < identityArrays.length; part++) {
            if (part > 0) {
                batch.growIdentityBytes(identityUsed + 1)[identityUsed++] = IDENTITY_SEPARATOR;
            }
            if (part == plan.headerIdentityPart()) {
                byte[] header = headerIdentities[valuePart];
                appendIdentity(header, 0, header.length);
                continue;
            }
            byte[] bytes = identityArrays[part];
            int from = identityFrom[part];
            int to = identityTo[part];
            if (to - from > LabelDictionary.MAX_LENGTH) {
                batch.problems()[size] |= VerbatimBatch.BROKEN_QUOTES;
                appendIdentity(bytes, from, from + LabelDictionary.MAX_LENGTH);
            } else if (ByteWords.areAscii(bytes, from, to)) {
                appendIdentity(bytes, from, to);
            } else if (StrictText.isValid(bytes, from, to, charset, true)) {
                byte[] utf8 = StrictText.toUtf8(bytes, from, to, charset);
                appendIdentity(utf8, 0, utf8.length);
            } else {
                batch.problems()[size] |= VerbatimBatch.WRONG_ENCODING;
                appendIdentity(bytes, from, to);
            }
        }
        batch.identityEnds()[size] = identityUsed;
    }

    private void appendIdentity(byte[] bytes, int from, int to) {
        byte[] target = batch.growIdentityBytes(identityUsed + to - from);
        System.arraycopy(bytes, from, target, identityUsed, to - from);
        identityUsed += to - from;
    }

    private void flush() {
        if (size == 0) {
            return;
        }
        markWrongEncoding();
        markRepeatedHeaders();
        batch.setSize(size);
        consumer.accept(batch);
        size = 0;
        identityUsed = 0;
    }

    private void limitDictionaries() {
        for (int slot = 0; slot < dictionaries.size(); slot++) {
            if (slot != plan.headerSlot()) {
                dictionaries.get(slot).limitSize();
            }
        }
    }

    private void markWrongEncoding() {
        for (int slot = 0; slot < dictionaries.size(); slot++) {
            LabelDictionary dictionary = dictionaries.get(slot);
            if (dictionary.hasInvalid()) {
                int[] ids = batch.labelIds(slot);
                for (int i = 0; i < size; i++) {
                    if (!dictionary.isValid(ids[i])) {
                        batch.problems()[i] |= VerbatimBatch.WRONG_ENCODING;
                    }
                }
            }
        }
    }

    /** A record whose every read field holds the header of its own column is a header met again inside the file. */
    private void markRepeatedHeaders() {
        for (int slot = 0; slot < dictionaries.size(); slot++) {
            boolean isOrdinary = slot != plan.headerSlot() && slot != plan.valueSlot();
            if (isOrdinary && !dictionaries.get(slot).hasHeader()) {
                return;
            }
        }
        for (int i = 0; i < size; i++) {
            if (isRepeatedHeader(i)) {
                batch.problems()[i] |= VerbatimBatch.HEADER_REPEATED;
            }
        }
    }

    private boolean isRepeatedHeader(int record) {
        for (int slot = 0; slot < dictionaries.size(); slot++) {
            LabelDictionary dictionary = dictionaries.get(slot);
            int id = batch.labelIds(slot)[record];
            if (slot == plan.valueSlot()) {
                int column = valueColumns[batch.partNumbers()[record]];
                if (!dictionary.label(id).equalsIgnoreCase(plan.header(column))) {
                    return false;
                }
            } else if (slot != plan.headerSlot() && !dictionary.isHeader(id)) {
                return false;
            }
        }
        return identityArrays.length == 0 ? !dictionaries.isEmpty() : isHeaderIdentity(record);
    }

    private boolean isHeaderIdentity(int record) {
        int from = record == 0 ? 0 : batch.identityEnds()[record - 1];
        int to = batch.identityEnds()[record];
        String identity = new String(batch.identityBytes(), from, to - from, StandardCharsets.UTF_8);
        String[] names = new String[identityArrays.length];
        for (int column = 0; column < columnKinds.length; column++) {
            if (plan.identityPartOfColumn(column) >= 0) {
                names[plan.identityPartOfColumn(column)] = plan.header(column);
            }
        }
        if (plan.headerIdentityPart() >= 0) {
            names[plan.headerIdentityPart()] = plan.header(valueColumns[batch.partNumbers()[record]]);
        }
        return identity.equalsIgnoreCase(String.join("\u001F", names));
    }

    /** Moves the current row to the front of the buffer, makes room if it fills it, and reads on. */
    private void refill() throws IOException {
        System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
        limit -= rowStart;
        rowStart = 0;
        int capacity = buffer.length - ByteWords.PADDING;
        if (limit > capacity / 2) {
            buffer = Arrays.copyOf(buffer, capacity * 2 + ByteWords.PADDING);
        }
        fill();
    }

    private void fill() throws IOException {
        int room = buffer.length - ByteWords.PADDING - limit;
        int read = input.read(buffer, limit, room);
        isExhausted = read < room;
        limit += read;
        markEnd();
    }

    private void markEnd() {
        buffer[limit] = LF;
        buffer[limit + 1] = QUOTE;
        Arrays.fill(buffer, limit + 2, Math.min(buffer.length, limit + ByteWords.PADDING), (byte) 0);
    }
}
