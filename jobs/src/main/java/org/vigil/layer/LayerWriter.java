package org.vigil.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.CodeSets;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Wording;
import org.vigil.release.CanonicalFooter;
import org.vigil.release.Column;
import org.vigil.release.FileHash;

/**
 * Writes one layer file on the local disk. Equal rows give equal bytes.
 *
 * <p>Rows must come in ascending unsigned order of the key, then of the extract's id. Holds one row group. A file that is not finished is
 * deleted on closing. Not safe for use by several threads.
 */
public final class LayerWriter implements AutoCloseable {
    /** Rows of a row group: large enough that its dictionaries cost nothing, small enough that a reader may hold one of each layer. */
    static final int GROUP_ROWS = 1 << 16;

    /** Beyond so many distinct values a dictionary of a row group no longer pays. */
    static final int DICTIONARY_LIMIT = 1 << 15;

    private static final int INITIAL_ROWS = 1 << 12;
    private static final byte[] NOTHING = {};

    private final Path path;
    private final StoredCodes codes;
    private final String sourceCode;
    private final References references;
    private final int groupRows;
    private final ParquetFileWriter file;
    private final ChunkWriter chunks;

    private final CodeSets communities = new CodeSets();
    private final CodeSets offenceGroups = new CodeSets();
    private final CodeSets locationTypes = new CodeSets();
    private final CodeSets contexts = new CodeSets();
    private final WordNumbers wordNumbers = new WordNumbers(LayerSchema.WORDS.size());
    private final List<String> extractIds = new ArrayList<>();
    private final Map<String, Integer> numberByExtract = new HashMap<>();
    private final long[] rowsByChange = new long[Change.values().length];

    private final RowGroup group = new RowGroup();
    private long rows;
    private @Nullable String firstKey;
    private String lastExtract = "";
    private int lastExtractNumber = -1;
    private long lastHigh;
    private long lastLow;
    private boolean isOpen = true;

    private LayerWriter(
            Path path, StoredCodes codes, String sourceCode, References references, int groupRows, int dictionaryLimit)
            throws IOException {
        this.path = path;
        this.codes = codes;
        this.sourceCode = sourceCode;
        this.references = references;
        this.groupRows = groupRows;
        this.file = new ParquetFileWriter(
                new LocalOutputFile(path),
                LayerSchema.schema(references),
                ParquetFileWriter.Mode.CREATE,
                Long.MAX_VALUE,
                0,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                true);
        this.chunks = new ChunkWriter(file, dictionaryLimit);
        file.start();
    }

    /**
     * Begins a file.
     *
     * @param references whether it keeps what rows refer to; otherwise that is left out
     * @throws LayerException if the file exists or cannot be written
     */
    public static LayerWriter create(Path localFile, StoredCodes codes, String sourceCode, References references) {
        return create(localFile, codes, sourceCode, references, GROUP_ROWS, DICTIONARY_LIMIT);
    }

    static LayerWriter create(
            Path localFile,
            StoredCodes codes,
            String sourceCode,
            References references,
            int groupRows,
            int dictionaryLimit) {
        try {
            return new LayerWriter(localFile, codes, sourceCode, references, groupRows, dictionaryLimit);
        } catch (IOException e) {
            throw LayerException.unwritable(localFile.toString(), e);
        }
    }

    /**
     * Appends one incident with the words that its block keeps.
     *
     * @throws IllegalArgumentException if the row does not come after the last one
     * @throws LayerException if the file cannot be written
     */
    public void append(PackedIncidents from, int row, String extractId, Change change) {
        int i = place(from.keyHigh(row), from.keyLow(row), extractId, change);
        RowGroup g = group;
        g.rowNumbers[i] = from.rowNumber(row) + 1;
        g.parts[i] = from.partNumber(row);
        g.recordClasses[i] = from.recordClass(row);
        g.occurred[i] = known(from.occurred(row));
        g.recorded[i] = known(from.recorded(row));
        g.areas[i] = from.area(row);
        g.communities[i] = communities.idOf(from.communities(row));
        g.strands[i] = from.strands(row);
        g.offenceGroups[i] = offenceGroups.idOf(from.offenceGroups(row));
        g.locationTypes[i] = locationTypes.idOf(from.locationTypes(row));
        g.contexts[i] = contexts.idOf(from.contexts(row));
        g.reportingSources[i] = from.reportingSource(row);
        g.outcomes[i] = from.outcome(row);
        g.withdrawn[i] = from.isWithdrawn(row);
        g.counts[i] = from.incidentCount(row);
        if (references == References.KEPT) {
            g.refer(i, from.referenceHigh(row), from.referenceLow(row));
        }
        Wording words = from.words();
        for (int c = 0; c < g.words.length; c++) {
            if (words.has(c)) {
                g.words[c][i] = wordNumbers.numberOf(words, c, row);
                g.hasWords[c] = true;
            }
        }
    }

    /**
     * Appends the mark that a full extract no longer has an incident.
     *
     * @throws IllegalArgumentException if the row does not come after the last one
     * @throws LayerException if the file cannot be written
     */
    public void appendVanished(long keyHigh, long keyLow, String extractId) {
        int i = place(keyHigh, keyLow, extractId, Change.VANISHED);
        RowGroup g = group;
        g.rowNumbers[i] = 0;
        g.parts[i] = 0;
        g.recordClasses[i] = IncidentColumns.UNMAPPED;
        g.occurred[i] = IncidentDate.MISSING;
        g.recorded[i] = IncidentDate.MISSING;
        g.areas[i] = IncidentColumns.UNMAPPED;
        g.communities[i] = communities.idOf();
        g.strands[i] = 0;
        g.offenceGroups[i] = offenceGroups.idOf();
        g.locationTypes[i] = locationTypes.idOf();
        g.contexts[i] = contexts.idOf();
        g.reportingSources[i] = IncidentColumns.UNMAPPED;
        g.outcomes[i] = IncidentColumns.UNMAPPED;
        g.withdrawn[i] = false;
        g.counts[i] = 0;
        if (references == References.KEPT) {
            g.refer(i, 0, 0);
        }
    }

    /**
     * Completes the file.
     *
     * @throws LayerException if it cannot be written
     */
    public LayerFile finish() {
        try {
            flush();
            file.end(LayerSchema.metadata(sourceCode, references));
            file.close();
            CanonicalFooter.rewrite(path);
            isOpen = false;
            return new LayerFile(
                    Objects.requireNonNull(path.getFileName()).toString(),
                    rows,
                    Files.size(path),
                    FileHash.sha256(path),
                    firstKey == null ? "" : firstKey,
                    rows == 0 ? "" : hex(lastHigh, lastLow),
                    rowsByChange());
        } catch (IOException e) {
            throw LayerException.unwritable(path.toString(), e);
        }
    }

    /** Deletes the file unless it is finished. */
    @Override
    public void close() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw LayerException.unwritable(path.toString(), e);
        }
    }

    /** Takes the next place of the row group, which is written first if it is full. */
    private int place(long keyHigh, long keyLow, String extractId, Change change) {
        requireAscending(keyHigh, keyLow, extractId);
        if (group.size == groupRows) {
            try {
                flush();
            } catch (IOException e) {
                throw LayerException.unwritable(path.toString(), e);
            }
        }
        if (group.size == group.rowNumbers.length) {
            group.ensure(Math.min(groupRows, Math.max(INITIAL_ROWS, group.size * 4)));
        }
        if (rows == 0) {
            firstKey = hex(keyHigh, keyLow);
        }
        lastHigh = keyHigh;
        lastLow = keyLow;
        rows++;
        rowsByChange[change.ordinal()]++;
        int i = group.size++;
        group.keys.putLong(keyHigh).putLong(keyLow);
        group.extracts[i] = number(extractId);
        group.changes[i] = change.ordinal();
        return i;
    }

    private void requireAscending(long keyHigh, long keyLow, String extractId) {
        if (rows == 0) {
            return;
        }
        int order = Long.compareUnsigned(lastHigh, keyHigh);
        if (order == 0) {
            order = Long.compareUnsigned(lastLow, keyLow);
        }
        if (order == 0) {
            order = lastExtract.compareTo(extractId);
        }
        if (order >= 0) {
            throw new IllegalArgumentException("Layer file " + path + ": row " + (rows + 1)
                    + " does not come after the one before it; expected rows in ascending order of key and extract");
        }
    }

    private int number(String extractId) {
        if (lastExtractNumber < 0 || !extractId.equals(lastExtract)) {
            lastExtract = extractId;
            lastExtractNumber = numberByExtract.computeIfAbsent(extractId, id -> {
                extractIds.add(id);
                return extractIds.size() - 1;
            });
        }
        return lastExtractNumber;
    }

    private static int known(int date) {
        if (date == IncidentDate.INVALID) {
            throw new IllegalArgumentException("An incident with a date that is none was not accepted");
        }
        return date;
    }

    private void flush() throws IOException {
        RowGroup g = group;
        if (g.size == 0) {
            return;
        }
        file.startBlock(g.size);
        chunks.keys(LayerSchema.descriptor(CanonicalIncident.INCIDENT_KEY), g.keys.array(), g.size);
        texts(CanonicalIncident.SOURCE_CODE, new int[g.size], always -> utf8(sourceCode));
        texts(CanonicalIncident.EXTRACT_ID, g.extracts, number -> utf8(extractIds.get(number)));
        chunks.longs(LayerSchema.descriptor(CanonicalIncident.ROW_NUMBER), g.rowNumbers, g.size);
        chunks.ints(LayerSchema.descriptor(CanonicalIncident.PART_NUMBER), g.parts, g.size);
        codes(CanonicalIncident.RECORD_CLASS, g.recordClasses);
        dates(CanonicalIncident.OCCURRED_DATE, CanonicalIncident.OCCURRED_PRECISION, g.occurred);
        dates(CanonicalIncident.RECORDED_DATE, CanonicalIncident.RECORDED_PRECISION, g.recorded);
        codes(CanonicalIncident.AREA_CODE, g.areas);
        sets(CanonicalIncident.TARGET_COMMUNITIES, g.communities, communities);
        texts(
                CanonicalIncident.STRANDS,
                g.strands,
                bits -> utf8(codes.setText(CanonicalIncident.STRANDS, StoredCodes.indexes(bits))));
        sets(CanonicalIncident.OFFENCE_GROUP, g.offenceGroups, offenceGroups);
        sets(CanonicalIncident.LOCATION_TYPE, g.locationTypes, locationTypes);
        sets(CanonicalIncident.CONTEXT, g.contexts, contexts);
        codes(CanonicalIncident.REPORTING_SOURCE, g.reportingSources);
        codes(CanonicalIncident.OUTCOME, g.outcomes);
        chunks.booleans(LayerSchema.descriptor(CanonicalIncident.WITHDRAWN), g.withdrawn, g.size);
        chunks.ints(LayerSchema.descriptor(CanonicalIncident.INCIDENT_COUNT), g.counts, g.size);
        if (references == References.KEPT) {
            chunks.optionalKeys(
                    LayerSchema.descriptor(CanonicalIncident.SHARED_REFERENCE),
                    g.references.array(),
                    g.isReferring,
                    g.size);
        }
        texts(CanonicalIncident.CHANGE, g.changes, ordinal -> utf8(Change.values()[ordinal].code()));
        for (int c = 0; c < g.words.length; c++) {
            int column = c;
            texts(LayerSchema.WORDS.get(c), g.words[c], number -> wordNumbers.utf8(column, number));
        }
        file.endBlock();
        wordNumbers.forgetBlocks();
        g.clear();
    }

    private void codes(Column column, int[] indexes) throws IOException {
        texts(column, indexes, index -> index == IncidentColumns.UNMAPPED ? NOTHING : utf8(codes.text(column, index)));
    }

    private void sets(Column column, int[] ids, CodeSets sets) throws IOException {
        texts(column, ids, id -> utf8(codes.setText(column, sets.members(id))));
    }

    private void texts(Column column, int[] values, IntFunction<byte[]> textOf) throws IOException {
        chunks.texts(LayerSchema.descriptor(column), values, group.size, textOf);
    }

    private void dates(Column date, Column precision, int[] values) throws IOException {
        int size = group.size;
        int[] days = new int[size];
        int[] precisions = new int[size];
        for (int i = 0; i < size; i++) {
            boolean isKnown = IncidentDate.isKnown(values[i]);
            days[i] = isKnown ? IncidentDate.epochDay(values[i]) : ChunkWriter.NULL;
            precisions[i] = isKnown ? StoredCodes.precision(values[i]).ordinal() : ChunkWriter.NULL;
        }
        chunks.ints(LayerSchema.descriptor(date), days, size);
        texts(
                precision,
                precisions,
                ordinal -> utf8(StoredCodes.PRECISIONS.get(ordinal).code()));
    }

    private SortedMap<String, Long> rowsByChange() {
        SortedMap<String, Long> byCode = new TreeMap<>();
        for (Change change : Change.values()) {
            if (rowsByChange[change.ordinal()] > 0) {
                byCode.put(change.code(), rowsByChange[change.ordinal()]);
            }
        }
        return byCode;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    /** The rows of a row group in the making. */
    private static final class RowGroup {
        private int size;
        private ByteBuffer keys = ByteBuffer.allocate(0);
        private long[] rowNumbers = {};
        private int[] parts = {};
        private int[] extracts = {};
        private int[] changes = {};
        private int[] recordClasses = {};
        private int[] occurred = {};
        private int[] recorded = {};
        private int[] areas = {};
        private int[] communities = {};
        private int[] strands = {};
        private int[] offenceGroups = {};
        private int[] locationTypes = {};
        private int[] contexts = {};
        private int[] reportingSources = {};
        private int[] outcomes = {};
        private int[] counts = {};
        private boolean[] withdrawn = {};
        /** Keys that rows refer to, end to end; of those rows only. */
        private ByteBuffer references = ByteBuffer.allocate(0);

        private boolean[] isReferring = {};
        /** Nothing unless words were put there. */
        private final int[][] words = new int[LayerSchema.WORDS.size()][0];

        private final boolean[] hasWords = new boolean[words.length];

        void ensure(int capacity) {
            keys = ByteBuffer.allocate(capacity * LayerSchema.KEY_BYTES).put(keys.flip());
            rowNumbers = Arrays.copyOf(rowNumbers, capacity);
            parts = Arrays.copyOf(parts, capacity);
            extracts = Arrays.copyOf(extracts, capacity);
            changes = Arrays.copyOf(changes, capacity);
            recordClasses = Arrays.copyOf(recordClasses, capacity);
            occurred = Arrays.copyOf(occurred, capacity);
            recorded = Arrays.copyOf(recorded, capacity);
            areas = Arrays.copyOf(areas, capacity);
            communities = Arrays.copyOf(communities, capacity);
            strands = Arrays.copyOf(strands, capacity);
            offenceGroups = Arrays.copyOf(offenceGroups, capacity);
            locationTypes = Arrays.copyOf(locationTypes, capacity);
            contexts = Arrays.copyOf(contexts, capacity);
            reportingSources = Arrays.copyOf(reportingSources, capacity);
            outcomes = Arrays.copyOf(outcomes, capacity);
            counts = Arrays.copyOf(counts, capacity);
            withdrawn = Arrays.copyOf(withdrawn, capacity);
            for (int c = 0; c < words.length; c++) {
                int before = words[c].length;
                words[c] = Arrays.copyOf(words[c], capacity);
                Arrays.fill(words[c], before, capacity, ChunkWriter.NULL);
            }
        }

        void refer(int row, long high, long low) {
            if (isReferring.length < rowNumbers.length) {
                isReferring = Arrays.copyOf(isReferring, rowNumbers.length);
                references = ByteBuffer.allocate(rowNumbers.length * LayerSchema.KEY_BYTES)
                        .put(references.flip());
            }
            isReferring[row] = (high | low) != 0;
            if (isReferring[row]) {
                references.putLong(high).putLong(low);
            }
        }

        void clear() {
            for (int c = 0; c < words.length; c++) {
                if (hasWords[c]) {
                    Arrays.fill(words[c], 0, size, ChunkWriter.NULL);
                    hasWords[c] = false;
                }
            }
            size = 0;
            keys.clear();
            references.clear();
        }
    }
}
