package org.vigil.report.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tables of a font file. Reads WOFF 1 (an sfnt with compressed tables) and writes a plain sfnt.
 *
 * <p>Reference: W3C Recommendation, WOFF File Format 1.0 (2012), section 3 to 5; OpenType specification, table directory.
 */
final class OpenTypeTables {
    private static final int WOFF_SIGNATURE = 0x774F4646;
    private static final int WOFF_HEADER_LENGTH = 44;
    private static final int WOFF_ENTRY_LENGTH = 20;
    private static final int SFNT_HEADER_LENGTH = 12;
    private static final int SFNT_ENTRY_LENGTH = 16;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int CHECKSUM_ADJUSTMENT_OFFSET = 8;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    private final SortedMap<String, byte[]> tables;

    OpenTypeTables(Map<String, byte[]> tables) {
        this.tables = new TreeMap<>(tables);
    }

    /** Reads a WOFF 1 file with TrueType outlines. */
    static OpenTypeTables fromWoff(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (in.getInt(0) != WOFF_SIGNATURE || in.getInt(4) != TRUE_TYPE) {
            throw new IllegalArgumentException("Font is not WOFF 1 with TrueType outlines");
        }
        int count = in.getShort(12);
        TreeMap<String, byte[]> tables = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int entry = WOFF_HEADER_LENGTH + i * WOFF_ENTRY_LENGTH;
            String tag = new String(woff, entry, 4, StandardCharsets.US_ASCII);
            int offset = in.getInt(entry + 4);
            int packedLength = in.getInt(entry + 8);
            int length = in.getInt(entry + 12);
            tables.put(tag, inflate(woff, offset, packedLength, length));
        }
        return new OpenTypeTables(tables);
    }

    private static byte[] inflate(byte[] source, int offset, int packedLength, int length) {
        byte[] table = new byte[length];
        if (packedLength == length) {
            System.arraycopy(source, offset, table, 0, length);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(source, offset, packedLength);
            if (inflater.inflate(table) != length) {
                throw new IllegalArgumentException("Font table is shorter than its directory says");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Font table cannot be decompressed", e);
        } finally {
            inflater.end();
        }
    }

    byte[] get(String tag) {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("Font has no table " + tag);
        }
        return table;
    }

    OpenTypeTables without(Set<String> tags) {
        OpenTypeTables copy = new OpenTypeTables(tables);
        copy.tables.keySet().removeAll(tags);
        return copy;
    }

    OpenTypeTables with(String tag, byte[] table) {
        OpenTypeTables copy = new OpenTypeTables(tables);
        copy.tables.put(tag, table);
        return copy;
    }

    /** The font as an sfnt file: directory in tag order, tables on four-byte boundaries, checksums as the specification asks. */
    byte[] toSfnt() {
        TreeMap<String, byte[]> written = new TreeMap<>(tables);
        byte[] head = get("head").clone();
        ByteBuffer.wrap(head).putInt(CHECKSUM_ADJUSTMENT_OFFSET, 0);
        written.put("head", head);

        int count = written.size();
        int power = Integer.highestOneBit(count);
        ByteBuffer directory = ByteBuffer.allocate(SFNT_HEADER_LENGTH + count * SFNT_ENTRY_LENGTH);
        directory.putInt(TRUE_TYPE);
        directory.putShort((short) count);
        directory.putShort((short) (power * SFNT_ENTRY_LENGTH));
        directory.putShort((short) Integer.numberOfTrailingZeros(power));
        directory.putShort((short) ((count - power) * SFNT_ENTRY_LENGTH));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int headOffset = 0;
        for (Map.Entry<String, byte[]> table : written.entrySet()) {
            int offset = directory.capacity() + body.size();
            if (table.getKey().equals("head")) {
                headOffset = offset;
            }
            byte[] bytes = table.getValue();
            directory.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            directory.putInt(checksum(bytes)).putInt(offset).putInt(bytes.length);
            body.writeBytes(bytes);
            body.writeBytes(new byte[-bytes.length & 3]);
        }
        byte[] font = new byte[directory.capacity() + body.size()];
        System.arraycopy(directory.array(), 0, font, 0, directory.capacity());
        System.arraycopy(body.toByteArray(), 0, font, directory.capacity(), body.size());
        ByteBuffer.wrap(font).putInt(headOffset + CHECKSUM_ADJUSTMENT_OFFSET, CHECKSUM_MAGIC - checksum(font));
        return font;
    }

    private static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (24 - 8 * (i & 3));
        }
        return sum;
    }
}
