package org.vigil.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.Wording;
import org.vigil.release.ZstdCodec;

/**
 * The rows of one layer file in the order of their keys, forwards only, within a range of keys.
 *
 * <p>Stands before its first row at first. Rows come in batches of a few thousand; {@link #row()} is the place of the current row in its batch.
 * A probe's batches are single rows, so that nothing is decoded between the rows that it wants. Keys are never decoded ahead, and row groups that
 * a probe passes over are not even read. Holds one row group. Not safe for use by several threads.
 *
 * <p>Every method may throw a {@link LayerException} if the file is damaged, or if it holds a code that this program does not know.
 */
public final class LayerCursor implements AutoCloseable {
    static final int BATCH_ROWS = 1 << 13;

    private final String name;
    private final ParquetFileReader reader;
    private final KeyRange range;
    private final GroupBounds[] bounds;
    private final LayerColumns values;
    private final References references;

    private int group = -1;
    private @Nullable PageReadStore rowGroup;
    private KeyPage keys = new KeyPage(PageBytes.EMPTY, 0);
    /** First row of the row group beyond the key range. */
    private int rangeEnd;

    private int batchStart;
    private int batchStop;
    private int position = -1;

    private LayerCursor(
            String name,
            ParquetFileReader reader,
            LayerReading reading,
            KeyRange range,
            int batchRows,
            References references) {
        this.name = name;
        this.reader = reader;
        this.range = range;
        this.references = references;
        List<BlockMetaData> rowGroups = reader.getRowGroups();
        bounds = rowGroups.stream()
                .map(block -> GroupBounds.of(block, CanonicalIncident.INCIDENT_KEY.name()))
                .toArray(GroupBounds[]::new);
        long largest =
                rowGroups.stream().mapToLong(BlockMetaData::getRowCount).max().orElse(0);
        values = new LayerColumns(reading, (int) Math.min(batchRows, largest), references);
    }

    /**
     * Opens a layer file.
     *
     * @param file prints itself as its path, which messages name
     * @throws LayerException if it cannot be read or is no layer that this version reads
     */
    public static LayerCursor open(InputFile file, LayerReading reading, KeyRange range) {
        return open(file, reading, range, BATCH_ROWS);
    }

    /** As {@link #open(InputFile, LayerReading, KeyRange)}, for a row here and there: every batch is a single row. */
    public static LayerCursor probe(InputFile file, LayerReading reading, KeyRange range) {
        return open(file, reading, range, 1);
    }

    static LayerCursor open(InputFile file, LayerReading reading, KeyRange range, int batchRows) {
        String name = file.toString();
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodec())
                .usePageChecksumVerification()
                .build();
        try {
            ParquetFileReader reader = ParquetFileReader.open(file, options);
            try {
                requireForm(name, reader.getFileMetaData().getKeyValueMetaData());
                References references =
                        LayerSchema.referencesOf(reader.getFileMetaData().getSchema());
                reader.setRequestedSchema(LayerSchema.requested(reading, references));
                return new LayerCursor(name, reader, reading, range, batchRows, references);
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw failed(name, e);
        }
    }

    private static void requireForm(String name, Map<String, String> metadata) {
        String form = metadata.get(LayerSchema.FORM_KEY);
        if (!LayerSchema.FORM.equals(form)) {
            throw new LayerException("Could not read the layer file " + name + ": "
                    + (form == null ? "it is no layer" : "it has the form " + form) + "; expected a layer of the form "
                    + LayerSchema.FORM + ". Use the version of Vigil that wrote it.");
        }
    }

    /** Whether the rows of the file may refer to another source. */
    public References references() {
        return references;
    }

    /** Goes to the next row; false at the end. */
    public boolean next() {
        if (position + 1 < batchStop) {
            position++;
            return true;
        }
        if (position + 1 < rangeEnd) {
            startBatch(position + 1);
            return true;
        }
        return openFrom(group + 1, 0, 0);
    }

    /**
     * Goes to the first row, from the current one on, whose key is not below the one given, unsigned; stays where it is if the current row's is
     * not. False at the end.
     */
    public boolean advanceTo(long high, long low) {
        if (position < rangeEnd) {
            int from = Math.max(position, 0);
            int found = keys.firstNotBelow(high, low, from, rangeEnd);
            if (found < batchStop) {
                position = found;
                return true;
            }
            if (found < rangeEnd) {
                startBatch(found);
                return true;
            }
        }
        return openFrom(group + 1, high, low);
    }

    public long keyHigh() {
        return keys.high(position);
    }

    public long keyLow() {
        return keys.low(position);
    }

    /**
     * The current batch, decoded from the row on at which this was first called for it. The object is the same for every batch, its sets keep
     * their ids. Row and part numbers are asked of the cursor. A row that {@link Change#VANISHED} has codes −1, no dates, empty sets and count 0.
     */
    public IncidentColumns columns() {
        try {
            return values.batch(position, batchStop);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** Place of the current row in the current batch. */
    public int row() {
        return position - batchStart;
    }

    /** First place of the current batch, from the current row on, whose key is not below the one given; the batch's size if there is none. */
    public int batchEnd(long high, long low) {
        return keys.firstNotBelow(high, low, position, batchStop) - batchStart;
    }

    /** Rows of the current batch. */
    public int batchSize() {
        return batchStop - batchStart;
    }

    /** Goes to a later row of the current batch. */
    public void moveTo(int row) {
        if (row < row() || row >= batchSize()) {
            throw new IllegalArgumentException(
                    "Row " + row + " of the batch; expected " + row() + " to " + (batchSize() - 1));
        }
        position = batchStart + row;
    }

    /** Number of the extract that a row of the current batch is from. */
    public int extractOrdinal(int row) {
        try {
            return values.extractOrdinal(batchStart + row);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** What a row of the current batch does. */
    public Change change(int row) {
        try {
            return values.change(batchStart + row);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** Row of the extract, from 0; −1 for one that {@link Change#VANISHED}. */
    public long rowNumber(int row) {
        try {
            return values.rowNumber(batchStart + row);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** Record within the row in a wide file; otherwise 0. */
    public int partNumber(int row) {
        try {
            return values.partNumber(batchStart + row);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** The publisher's words of the current batch, by its rows; the empty text for a row without. The same object for every batch. */
    public Wording wording() {
        return values.wording();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** Opens the first row group from {@code first} on that has a row in the range whose key is not below the one given. */
    private boolean openFrom(int first, long high, long low) {
        for (int g = first; g < bounds.length; g++) {
            if (bounds[g].overlaps(range) && !bounds[g].endsBefore(high, low)) {
                read(g);
                int from = keys.firstNotBelow(range.from(), 0, 0, keys.rows());
                rangeEnd = range.to() == -1 ? keys.rows() : keys.firstNotBelow(range.to() + 1, 0, from, keys.rows());
                int found = keys.firstNotBelow(high, low, from, rangeEnd);
                if (found < rangeEnd) {
                    startBatch(found);
                    return true;
                }
            }
        }
        group = bounds.length;
        rangeEnd = 0;
        batchStart = 0;
        batchStop = 0;
        position = 0;
        return false;
    }

    private void read(int g) {
        try {
            if (rowGroup != null) {
                rowGroup.close();
            }
            PageReadStore found = reader.readRowGroup(g);
            int rows = Math.toIntExact(found.getRowCount());
            keys = new KeyPage(
                    Pages.onlyPlain(
                            found.getPageReader(LayerSchema.descriptor(CanonicalIncident.INCIDENT_KEY)),
                            rows,
                            (long) rows * LayerSchema.KEY_BYTES),
                    rows);
            values.open(found, keys);
            rowGroup = found;
            group = g;
        } catch (IOException | RuntimeException e) {
            throw failed(name, e);
        }
    }

    private void startBatch(int from) {
        position = from;
        batchStart = from;
        batchStop = Math.min(rangeEnd, from + values.capacity());
        values.startBatch(from);
    }

    private static LayerException failed(String name, Exception failure) {
        Throwable cause = failure;
        while (cause instanceof UncheckedIOException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof LayerException known) {
            return known;
        }
        if (cause instanceof DamagedPageException damaged) {
            return LayerException.damaged(name, String.valueOf(damaged.getMessage()), damaged);
        }
        return LayerException.unreadable(name, cause);
    }
}
