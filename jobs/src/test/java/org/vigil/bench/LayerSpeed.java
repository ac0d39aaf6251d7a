package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.vigil.incident.CodeLists;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.layer.LayerWriter;
import org.vigil.layer.LocalLayerInput;
import org.vigil.layer.References;
import org.vigil.layer.StoredCodes;
import org.vigil.release.ZstdCodec;

/**
 * How fast layers are written, scanned and probed on one thread, and what a stored row costs.
 *
 * <p>Arguments: a folder for the files, thousands of rows, number of files.
 */
final class LayerSpeed {
    private static final int BLOCK_ROWS = 1 << 16;
    private static final int PROBES = 30_000;
    private static final int ROUNDS = 4;
    private static final int AREAS = 36;
    private static final String EXTRACT = "canonical-2024-01-07";
    private static final StoredCodes CODES = new StoredCodes(
            IntStream.range(0, AREAS).mapToObj(i -> "E0900%04d".formatted(i)).toList());
    private static final LayerReading READING = new LayerReading(CODES, Map.of(EXTRACT, 0), false, false, false);

    private final Path folder;
    private final long rows;
    private final int files;

    private LayerSpeed(Path folder, long rows, int files) {
        this.folder = folder;
        this.rows = rows;
        this.files = files;
    }

    public static void main(String[] args) throws IOException {
        new LayerSpeed(Path.of(args[0]), Long.parseLong(args[1]) * 1000, Integer.parseInt(args[2])).run();
    }

    private void run() throws IOException {
        Files.createDirectories(folder);
        System.out.printf("%,d rows in %d files%n", rows, files);
        write();
        printBytes();
        for (int round = 0; round < ROUNDS; round++) {
            timed("scan of all content", this::scan);
            timed("scan of keys alone", this::scanKeys);
            timed("probe of " + PROBES + " keys", this::probe);
        }
    }

    private void timed(String what, LongSupplier work) {
        long start = System.nanoTime();
        long result = work.getAsLong();
        System.out.printf("%-24s %6.3f s (%,d)%n", what, (System.nanoTime() - start) / 1e9, result);
    }

    private Path file(int partition) {
        return folder.resolve("layer-" + partition + ".parquet");
    }

    /** Keys as evenly spread as hashes are, in ascending order. */
    private long keyOf(long row) {
        long step = Long.divideUnsigned(-1L, rows);
        return row * step + Long.remainderUnsigned(row * 0x9E3779B97F4A7C15L, step);
    }

    private void write() throws IOException {
        Random random = new Random(7);
        IncidentColumns c = new IncidentColumns(BLOCK_ROWS);
        long nanos = 0;
        long row = 0;
        for (int p = 0; p < files; p++) {
            Files.deleteIfExists(file(p));
            KeyRange range = KeyRange.of(p, files);
            try (LayerWriter writer = LayerWriter.create(file(p), CODES, "canonical", References.NONE)) {
                while (row < rows && range.contains(keyOf(row))) {
                    PackedIncidents block = new PackedIncidents();
                    for (; row < rows && range.contains(keyOf(row)) && block.size() < BLOCK_ROWS; row++) {
                        fill(c, block.size(), random);
                        c.keyHigh[block.size()] = keyOf(row);
                        c.keyLow[block.size()] = random.nextLong();
                        long order = PackedIncidents.orderOf(0, random.nextInt((int) rows), 0);
                        block.append(c, block.size(), order);
                    }
                    long start = System.nanoTime();
                    for (int i = 0; i < block.size(); i++) {
                        writer.append(block, i, EXTRACT, Change.ADDED);
                    }
                    nanos += System.nanoTime() - start;
                }
                long start = System.nanoTime();
                writer.finish();
                nanos += System.nanoTime() - start;
            }
        }
        System.out.printf("write %.2f s%n", nanos / 1e9);
    }

    /** Shares as in the published files: a few values are common, most rows have one code where several are possible. */
    private static void fill(IncidentColumns c, int i, Random random) {
        int day = random.nextInt(3650) + 16_000;
        c.occurred[i] = random.nextInt(50) == 0 ? IncidentDate.MISSING : IncidentDate.ofDay(day);
        c.recorded[i] = IncidentDate.ofDay(day + Math.min(400, (int) (-Math.log(random.nextDouble()) * 6)));
        c.area[i] = skewed(random, AREAS);
        c.recordClass[i] = random.nextInt(7) == 0 ? 1 : 0;
        int community = skewed(random, CodeLists.communities().size());
        boolean isDouble = random.nextInt(25) == 0;
        c.communitySet[i] = isDouble
                ? c.communities.idOf(new int[] {community, random.nextInt(10)})
                : c.communities.idOf(new int[] {community});
        c.strands[i] = 1 << community % 5 | (isDouble ? 2 : 0);
        c.offenceGroupSet[i] = c.offenceGroups.idOf(
                new int[] {skewed(random, CodeLists.offenceGroups().size())});
        c.locationTypeSet[i] = c.locationTypes.idOf(
                new int[] {skewed(random, CodeLists.locationTypes().size())});
        c.contextSet[i] = random.nextInt(30) == 0 ? c.contexts.idOf(new int[] {0}) : c.contexts.idOf();
        c.reportingSource[i] = skewed(random, 5);
        c.outcome[i] = skewed(random, 8);
        c.withdrawn[i] = random.nextInt(500) == 0;
        c.incidentCount[i] = 1;
    }

    private static int skewed(Random random, int codes) {
        double draw = random.nextDouble();
        return (int) (draw * draw * codes);
    }

    private long scan() {
        long sum = 0;
        for (int p = 0; p < files; p++) {
            try (LayerCursor cursor = LayerCursor.open(new LocalLayerInput(file(p)), READING, KeyRange.ALL)) {
                while (cursor.next()) {
                    sum += fold(cursor.columns(), cursor.row(), cursor.batchSize());
                    cursor.moveTo(cursor.batchSize() - 1);
                }
            }
        }
        return sum;
    }

    private static long fold(IncidentColumns c, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += c.withdrawn[i]
                    ? 0
                    : c.incidentCount[i]
                            + c.area[i]
                            + c.communitySet[i]
                            + c.occurred[i]
                            + c.recorded[i]
                            + c.strands[i]
                            + c.offenceGroupSet[i]
                            + c.locationTypeSet[i]
                            + c.contextSet[i]
                            + c.reportingSource[i]
                            + c.outcome[i]
                            + c.recordClass[i];
        }
        return sum;
    }

    private long scanKeys() {
        long sum = 0;
        for (int p = 0; p < files; p++) {
            try (LayerCursor cursor = LayerCursor.open(new LocalLayerInput(file(p)), READING, KeyRange.ALL)) {
                while (cursor.next()) {
                    sum += cursor.keyHigh();
                }
            }
        }
        return sum;
    }

    /** Keys in order; those of two thirds are there. */
    private long probe() {
        long[] probes = new Random(11)
                .longs(PROBES, 0, rows)
                .sorted()
                .map(row -> row % 3 == 0 ? keyOf(row) + 1 : keyOf(row))
                .toArray();
        int next = 0;
        long found = 0;
        for (int p = 0; p < files; p++) {
            KeyRange range = KeyRange.of(p, files);
            try (LayerCursor cursor = LayerCursor.probe(new LocalLayerInput(file(p)), READING, KeyRange.ALL)) {
                while (next < PROBES && range.contains(probes[next]) && cursor.advanceTo(probes[next], 0)) {
                    if (cursor.keyHigh() == probes[next]) {
                        found += fold(cursor.columns(), cursor.row(), cursor.row() + 1) == 0 ? 0 : 1;
                        found += cursor.change(cursor.row()) == Change.ADDED ? 0 : 1;
                    }
                    next++;
                }
            }
        }
        return found;
    }

    private void printBytes() throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        Map<String, String> codecs = new TreeMap<>();
        long all = 0;
        for (int p = 0; p < files; p++) {
            all += Files.size(file(p));
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new ZstdCodec())
                    .build();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalLayerInput(file(p)), options)) {
                for (BlockMetaData block : reader.getRowGroups()) {
                    for (ColumnChunkMetaData chunk : block.getColumns()) {
                        String column = chunk.getPath().toDotString();
                        bytes.merge(column, chunk.getTotalSize(), Long::sum);
                        codecs.put(column, chunk.getCodec().toString());
                    }
                }
            }
        }
        double ofWordsAndPlaces = 0;
        for (Map.Entry<String, Long> column : bytes.entrySet()) {
            System.out.printf(
                    "  %-28s %6.3f bytes a row, %s%n",
                    column.getKey(), column.getValue() / (double) rows, codecs.get(column.getKey()));
            if (column.getKey().endsWith("_verbatim") || column.getKey().equals("row_number")) {
                ofWordsAndPlaces += column.getValue();
            }
        }
        System.out.printf(
                "a row %.2f bytes, without words and row number %.2f%n",
                all / (double) rows, (all - ofWordsAndPlaces) / rows);
    }
}
