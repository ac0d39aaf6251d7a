package org.vigil.incident;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The publisher's words of packed incidents: one dictionary a column, one id a row. Columns without words take no room. */
final class PackedWords implements Wording {
    private static final int COLUMNS = CanonicalIncident.MAPPED.size();

    private final @Nullable Column[] columns = new Column[COLUMNS];

    /** The words appended last, and which of their ids are known here. */
    private Wording source = NONE;

    @Override
    public boolean has(int column) {
        return columns[column] != null;
    }

    @Override
    public int idOf(int column, int row) {
        return present(column).ids[row];
    }

    @Override
    public String text(int column, int id) {
        return present(column).texts.get(id);
    }

    @Override
    public int generation(int column) {
        return 0;
    }

    /** Takes the words of one row of a batch for the row {@code row} here, which is the next. */
    void append(int row, Wording from, int fromRow) {
        if (from != source) {
            source = from;
            for (int c = 0; c < COLUMNS; c++) {
                if (columns[c] != null) {
                    columns[c].forget();
                }
            }
        }
        for (int c = 0; c < COLUMNS; c++) {
            if (from.has(c)) {
                Column column = columns[c];
                if (column == null) {
                    column = new Column();
                    // Rows before this one had no such words.
                    column.ensure(row);
                    Arrays.fill(column.ids, 0, row, column.idOf(""));
                    columns[c] = column;
                }
                column.append(row, from, c, fromRow);
            } else if (columns[c] != null) {
                columns[c].put(row, columns[c].idOf(""));
            }
        }
    }

    /** Bits of the columns whose words differ between two rows. */
    int differences(int a, int b) {
        int bits = 0;
        for (int c = 0; c < COLUMNS; c++) {
            Column column = columns[c];
            if (column != null && column.ids[a] != column.ids[b]) {
                bits |= 1 << c;
            }
        }
        return bits;
    }

    /** Keeps the words of another row beside those of this one, of which it has become a part: each once, whatever the order of the rows. */
    void unite(int row, int other) {
        for (Column column : columns) {
            if (column != null && column.ids[row] != column.ids[other]) {
                TreeSet<String> words = new TreeSet<>(recordsIn(column.texts.get(column.ids[row])));
                words.addAll(recordsIn(column.texts.get(column.ids[other])));
                column.put(row, column.idOf(String.join(String.valueOf(RECORD_SEPARATOR), words)));
            }
        }
    }

    private static List<String> recordsIn(String words) {
        return List.of(words.split(String.valueOf(RECORD_SEPARATOR), -1));
    }

    /** Takes all words of another block, whose first row becomes {@code row} here. */
    void appendAll(int row, PackedWords other, int rows) {
        for (int i = 0; i < rows; i++) {
            append(row + i, other, i);
        }
    }

    /** Forgets all rows, but not the words. */
    void clearRows() {
        source = NONE;
    }

    /** Bytes that {@link #writeTo} needs for so many rows. */
    int bytes(int rows) {
        int bytes = 2;
        for (Column column : columns) {
            if (column != null) {
                bytes += 4 + rows * column.width();
                for (byte[] text : column.encoded()) {
                    bytes += 4 + text.length;
                }
            }
        }
        return bytes;
    }

    void writeTo(ByteBuffer buffer, int rows) {
        short present = 0;
        for (int c = 0; c < COLUMNS; c++) {
            present |= (short) (columns[c] == null ? 0 : 1 << c);
        }
        buffer.putShort(present);
        for (Column column : columns) {
            if (column != null) {
                column.writeTo(buffer, rows);
            }
        }
    }

    static PackedWords readFrom(ByteBuffer buffer, int rows) {
        PackedWords words = new PackedWords();
        int present = buffer.getShort();
        for (int c = 0; c < COLUMNS; c++) {
            if ((present >>> c & 1) == 1) {
                words.columns[c] = Column.readFrom(buffer, rows);
            }
        }
        return words;
    }

    private Column present(int column) {
        Column found = columns[column];
        if (found == null) {
            throw new IllegalArgumentException("No words are kept for column " + column);
        }
        return found;
    }

    /** The words of one column. */
    private static final class Column {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> idByText = new HashMap<>();
        private int[] ids = {};
        private @Nullable List<byte[]> encoded;

        /** By id of the source: the id here plus one, or 0 where it was not met. */
        private int[] known = {};

        private int generation;

        void forget() {
            Arrays.fill(known, 0);
        }

        void append(int row, Wording from, int column, int fromRow) {
            if (from.generation(column) != generation) {
                generation = from.generation(column);
                forget();
            }
            int id = from.idOf(column, fromRow);
            if (id >= known.length) {
                known = Arrays.copyOf(known, Math.max(64, id * 2));
            }
            if (known[id] == 0) {
                known[id] = idOf(from.text(column, id)) + 1;
            }
            put(row, known[id] - 1);
        }

        void put(int row, int id) {
            ensure(row + 1);
            ids[row] = id;
        }

        void ensure(int length) {
            if (length > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(64, length * 2));
            }
        }

        int idOf(String text) {
            Integer known = idByText.get(text);
            if (known != null) {
                return known;
            }
            int id = texts.size();
            texts.add(text);
            idByText.put(text, id);
            encoded = null;
            return id;
        }

        /** Bytes of an id. */
        int width() {
            return texts.size() <= 1 << 8 ? 1 : texts.size() <= 1 << 16 ? 2 : 4;
        }

        List<byte[]> encoded() {
            List<byte[]> bytes = encoded;
            if (bytes == null) {
                bytes = texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
                encoded = bytes;
            }
            return bytes;
        }

        void writeTo(ByteBuffer buffer, int rows) {
            buffer.putInt(texts.size());
            for (byte[] text : encoded()) {
                buffer.putInt(text.length).put(text);
            }
            int width = width();
            for (int row = 0; row < rows; row++) {
                switch (width) {
                    case 1 -> buffer.put((byte) ids[row]);
                    case 2 -> buffer.putShort((short) ids[row]);
                    default -> buffer.putInt(ids[row]);
                }
            }
        }

        static Column readFrom(ByteBuffer buffer, int rows) {
            Column column = new Column();
            int count = buffer.getInt();
            for (int id = 0; id < count; id++) {
                byte[] text = new byte[buffer.getInt()];
                buffer.get(text);
                column.idOf(new String(text, StandardCharsets.UTF_8));
            }
            column.ids = new int[rows];
            int width = column.width();
            for (int row = 0; row < rows; row++) {
                column.ids[row] = switch (width) {
                    case 1 -> buffer.get() & 0xff;
                    case 2 -> buffer.getShort() & 0xffff;
                    default -> buffer.getInt();
                };
            }
            return column;
        }
    }
}
