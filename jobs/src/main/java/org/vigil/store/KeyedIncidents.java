package org.vigil.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.KeyRange;

/**
 * The new incidents of one key range in the order of their keys.
 *
 * <p>Held in memory while they fit. Where there are more, they are split by further bits of the key into files in the folder for temporary files and
 * taken up one part after the other, so that no range is too large. Not safe for use by several threads.
 */
public final class KeyedIncidents {
    private static final int PARTS = 16;
    private static final int BLOCK_ROWS = 8192;

    /** Low bits of a packed sort key that hold the row. */
    private static final int ROW_BITS = 24;

    /** Most rows of one range in memory. */
    public static final int MAX_ROWS = 1 << ROW_BITS;

    private static final int BYTES_OF_A_ROW = 90;

    /** Of the heap; while arrays grow, rows take up to three times their size, and what is written and counted needs room too. */
    private static final double SHARE_OF_HEAP = 0.125;

    private final KeyRange range;
    private final int rowsInMemory;
    private final Path scratch;
    private final PackedIncidents rows = new PackedIncidents();
    private @Nullable Parts parts;

    /**
     * @param range the keys that will come
     * @param rowsInMemory rows beyond which the range is split, at most {@link #MAX_ROWS}
     * @param scratch folder for temporary files
     */
    public KeyedIncidents(KeyRange range, int rowsInMemory, Path scratch) {
        if (rowsInMemory < 1 || rowsInMemory > MAX_ROWS) {
            throw new IllegalArgumentException("Rows in memory outside 1 to " + MAX_ROWS + ": " + rowsInMemory);
        }
        this.range = range;
        this.rowsInMemory = rowsInMemory;
        this.scratch = scratch;
    }

    /**
     * Rows of one range that this machine's heap has room for.
     *
     * @param ranges how many are taken in at once
     */
    public static int rowsThatFit(int ranges) {
        double bytes = Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP;
        return (int) Math.max(1, Math.min(MAX_ROWS, bytes / BYTES_OF_A_ROW / ranges));
    }

    /** Receives the records of one key, oldest first; keeps nothing of it. */
    @FunctionalInterface
    public interface KeyConsumer {
        /**
         * @param rows holds the records, and others
         * @param places their places in {@code rows}, in the order in which the records speak
         * @param count how many there are
         */
        void accept(PackedIncidents rows, int[] places, int count);
    }

    /** Adds a block. */
    public void add(PackedIncidents block) {
        if (parts == null && rows.size() + block.size() > rowsInMemory && canSplit()) {
            parts = new Parts(range, scratch);
            parts.deal(rows);
            rows.clear();
        }
        if (parts == null) {
            rows.appendAll(block);
        } else {
            parts.deal(block);
        }
    }

    /** Hands on all records, key by key in ascending order. To be called once. */
    public void forEachKey(KeyConsumer consumer) {
        Parts split = parts;
        if (split == null) {
            sorted(consumer);
            return;
        }
        try (split) {
            for (int part = 0; part < PARTS; part++) {
                KeyedIncidents inner = new KeyedIncidents(split.range(part), rowsInMemory, scratch);
                split.read(part, inner);
                inner.forEachKey(consumer);
            }
        }
    }

    /** A range of a single value cannot be split: nobody has so many records of one key unless it is damaged, which stops a run before. */
    private boolean canSplit() {
        return range.to() - range.from() < 0 || range.to() - range.from() >= PARTS;
    }

    private void sorted(KeyConsumer consumer) {
        int[] order = order();
        int[] group = new int[8];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && compareKeys(order[from], order[to]) == 0) {
                to++;
            }
            int count = to - from;
            if (count > group.length) {
                group = new int[Math.max(count, group.length * 2)];
            }
            System.arraycopy(order, from, group, 0, count);
            consumer.accept(rows, group, count);
            from = to;
        }
    }

    /** All rows by key, then by the order in which they speak. The highest bits that tell keys apart are sorted with the row in one number. */
    private int[] order() {
        int n = rows.size();
        int shift = Long.numberOfLeadingZeros(range.from() ^ range.to());
        long[] packed = new long[n];
        for (int row = 0; row < n; row++) {
            packed[row] = (rows.keyHigh(row) << shift >>> 1 & -1L << ROW_BITS) | row;
        }
        Arrays.sort(packed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) (packed[i] & (MAX_ROWS - 1));
        }
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && packed[from] >>> ROW_BITS == packed[to] >>> ROW_BITS) {
                to++;
            }
            if (to - from > 1) {
                sortAlike(order, from, to);
            }
            from = to;
        }
        return order;
    }

    private void sortAlike(int[] order, int from, int to) {
        if (to - from > 64) {
            Integer[] boxed = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, this::compare);
            for (int i = 0; i < boxed.length; i++) {
                order[from + i] = boxed[i];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            int j = i - 1;
            while (j >= from && compare(order[j], row) > 0) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = row;
        }
    }

    private int compare(int a, int b) {
        int byKey = compareKeys(a, b);
        return byKey != 0 ? byKey : Long.compare(rows.order(a), rows.order(b));
    }

    private int compareKeys(int a, int b) {
        int byHigh = Long.compareUnsigned(rows.keyHigh(a), rows.keyHigh(b));
        return byHigh != 0 ? byHigh : Long.compareUnsigned(rows.keyLow(a), rows.keyLow(b));
    }

    /** Files that each hold the records of a sixteenth of a key range. */
    private static final class Parts implements AutoCloseable {
        private final KeyRange range;
        private final Path folder;
        private final Path[] files = new Path[PARTS];
        private final ObjectOutputStream[] outputs = new ObjectOutputStream[PARTS];
        private final PackedIncidents[] open = new PackedIncidents[PARTS];

        Parts(KeyRange range, Path scratch) {
            this.range = range;
            try {
                folder = Files.createTempDirectory(scratch, "split-");
                for (int part = 0; part < PARTS; part++) {
                    files[part] = folder.resolve(part + ".blocks");
                    outputs[part] =
                            new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(files[part])));
                    open[part] = new PackedIncidents();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        KeyRange range(int part) {
            long width = width();
            long from = range.from() + part * width;
            return new KeyRange(from, part == PARTS - 1 ? range.to() : from + width - 1);
        }

        void deal(PackedIncidents block) {
            long width = width();
            for (int row = 0; row < block.size(); row++) {
                int part = (int) Math.min(PARTS - 1, Long.divideUnsigned(block.keyHigh(row) - range.from(), width));
                open[part].append(block, row);
                if (open[part].size() == BLOCK_ROWS) {
                    flush(part);
                }
            }
        }

        void read(int part, KeyedIncidents into) {
            flush(part);
            try {
                outputs[part].close();
                try (ObjectInputStream in =
                        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(files[part])))) {
                    while (true) {
                        PackedIncidents block = new PackedIncidents();
                        try {
                            block.readExternal(in);
                        } catch (EOFException e) {
                            break;
                        }
                        into.add(block);
                    }
                }
                Files.delete(files[part]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void flush(int part) {
            if (open[part].size() > 0) {
                try {
                    open[part].writeExternal(outputs[part]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                open[part] = new PackedIncidents();
            }
        }

        private long width() {
            return Long.divideUnsigned(range.to() - range.from(), PARTS) + 1;
        }

        @Override
        public void close() {
            try {
                for (int part = 0; part < PARTS; part++) {
                    outputs[part].close();
                    Files.deleteIfExists(files[part]);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
