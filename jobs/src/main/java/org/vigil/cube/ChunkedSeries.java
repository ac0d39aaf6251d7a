package org.vigil.cube;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many series of counts over the same long axis. Few counts are kept by their place, as those of a week that touches all of history; many in chunks
 * that exist only where something was counted.
 *
 * <p>In chunks a series is dense where it lives and costs nothing elsewhere, so counting is one array step and adding two of these is adding arrays.
 */
final class ChunkedSeries {
    /** Places beyond which chunks take no more room: about 50 bytes each by place. */
    private static final int MANY = 1 << 17;
    /** Additions beyond which counting into chunks saves more time than keeping counts by place saves room. */
    private static final int MANY_ADDITIONS = 1 << 20;

    private final int chunkBits;
    private final int length;
    private final int[][][] series;
    /** Counts by series and step while they are few; null from then on. */
    private @Nullable LongCounts few = new LongCounts();

    private int additions;

    /**
     * @param seriesCount number of series
     * @param length number of steps of the axis
     * @param chunkBits a chunk holds 2 to the power of this many steps
     */
    ChunkedSeries(int seriesCount, int length, int chunkBits) {
        this.chunkBits = chunkBits;
        this.length = length;
        this.series = new int[seriesCount][][];
    }

    /** As the constructor, in chunks from the start: for axes so short, or series so few, that all chunks together take little room. */
    static ChunkedSeries inChunks(int seriesCount, int length, int chunkBits) {
        ChunkedSeries series = new ChunkedSeries(seriesCount, length, chunkBits);
        series.few = null;
        return series;
    }

    void add(int seriesIndex, int step, int count) {
        LongCounts byPlace = few;
        if (byPlace == null) {
            addToChunk(seriesIndex, step, count);
        } else {
            byPlace.add((long) seriesIndex * length + step, count);
            additions++;
            if (byPlace.size() > MANY || additions > MANY_ADDITIONS) {
                toChunks();
            }
        }
    }

    private void addToChunk(int seriesIndex, int step, int count) {
        int[] chunk = chunkOf(seriesIndex, step >> chunkBits);
        int place = step & ((1 << chunkBits) - 1);
        chunk[place] = Math.addExact(chunk[place], count);
    }

    int get(int seriesIndex, int step) {
        toChunks();
        int[][] chunks = series[seriesIndex];
        if (chunks == null) {
            return 0;
        }
        int[] chunk = chunks[step >> chunkBits];
        return chunk == null ? 0 : chunk[step & ((1 << chunkBits) - 1)];
    }

    /** Whether every step is 0. */
    boolean isEmpty(int seriesIndex) {
        return first(seriesIndex) < 0;
    }

    /** First step that is not 0; -1 if there is none. */
    int first(int seriesIndex) {
        toChunks();
        int[][] chunks = series[seriesIndex];
        for (int c = 0; chunks != null && c < chunks.length; c++) {
            for (int i = 0; chunks[c] != null && i < chunks[c].length; i++) {
                if (chunks[c][i] != 0) {
                    return c << chunkBits | i;
                }
            }
        }
        return -1;
    }

    /** Last step that is not 0; -1 if there is none. */
    int last(int seriesIndex) {
        toChunks();
        int[][] chunks = series[seriesIndex];
        for (int c = chunks == null ? -1 : chunks.length - 1; c >= 0; c--) {
            for (int i = chunks[c] == null ? -1 : chunks[c].length - 1; i >= 0; i--) {
                if (chunks[c][i] != 0) {
                    return c << chunkBits | i;
                }
            }
        }
        return -1;
    }

    /** Calls back for every step that is not 0, in order. */
    void forEach(int seriesIndex, StepConsumer consumer) {
        toChunks();
        int[][] chunks = series[seriesIndex];
        for (int c = 0; chunks != null && c < chunks.length; c++) {
            for (int i = 0; chunks[c] != null && i < chunks[c].length; i++) {
                if (chunks[c][i] != 0) {
                    consumer.accept(c << chunkBits | i, chunks[c][i]);
                }
            }
        }
    }

    /** Receives one count. */
    @FunctionalInterface
    interface StepConsumer {
        void accept(int step, int count);
    }

    void merge(ChunkedSeries other) {
        LongCounts theirFew = other.few;
        if (theirFew != null) {
            theirFew.forEach(
                    (place, count) -> add((int) (place / length), (int) (place % length), Math.toIntExact(count)));
            return;
        }
        toChunks();
        for (int s = 0; s < series.length; s++) {
            int[][] theirs = other.series[s];
            if (theirs == null) {
                continue;
            }
            if (series[s] == null) {
                series[s] = theirs;
                continue;
            }
            for (int c = 0; c < theirs.length; c++) {
                int[] their = theirs[c];
                if (their != null) {
                    int[] ours = chunkOf(s, c);
                    for (int i = 0; i < ours.length; i++) {
                        ours[i] = Math.addExact(ours[i], their[i]);
                    }
                }
            }
        }
    }

    /** Equal counts give equal bytes, however they are kept. In chunks, runs of zeros cost two bytes. */
    void writeTo(ObjectOutput out) throws IOException {
        LongCounts byPlace = few != null ? few : byPlace();
        boolean isFew = byPlace != null;
        out.writeBoolean(isFew);
        if (byPlace != null) {
            byPlace.writeTo(out);
        } else {
            writeChunks(out);
        }
    }

    /** The counts by place if they are few; null otherwise. */
    private @Nullable LongCounts byPlace() {
        LongCounts byPlace = new LongCounts();
        for (int s = 0; s < series.length; s++) {
            for (int c = 0; series[s] != null && c < series[s].length; c++) {
                int[] chunk = series[s][c];
                for (int i = 0; chunk != null && i < chunk.length; i++) {
                    if (chunk[i] != 0) {
                        byPlace.add((long) s * length + (c << chunkBits | i), chunk[i]);
                        if (byPlace.size() > MANY) {
                            return null;
                        }
                    }
                }
            }
        }
        return byPlace;
    }

    private void writeChunks(ObjectOutput out) throws IOException {
        Varints bytes = new Varints();
        for (int s = 0; s < series.length; s++) {
            int[][] chunks = series[s];
            if (chunks == null) {
                continue;
            }
            for (int c = 0; c < chunks.length; c++) {
                int[] chunk = chunks[c];
                if (chunk != null && Arrays.stream(chunk).anyMatch(count -> count != 0)) {
                    bytes.put(s + 1);
                    bytes.put(c);
                    for (int i = 0; i < chunk.length; ) {
                        int zeros = 0;
                        while (i < chunk.length && chunk[i] == 0) {
                            zeros++;
                            i++;
                        }
                        bytes.put(zeros);
                        if (i < chunk.length) {
                            bytes.putSigned(chunk[i++]);
                        }
                    }
                }
            }
        }
        bytes.put(0);
        bytes.writeTo(out);
    }

    void readFrom(ObjectInput in) throws IOException {
        if (in.readBoolean()) {
            LongCounts byPlace = new LongCounts();
            byPlace.readFrom(in);
            few = byPlace;
            return;
        }
        few = null;
        Varints bytes = Varints.readFrom(in);
        for (int s = bytes.next(); s > 0; s = bytes.next()) {
            int[] chunk = chunkOf(s - 1, bytes.next());
            for (int i = 0; i < chunk.length; ) {
                i += bytes.next();
                if (i < chunk.length) {
                    chunk[i++] = bytes.nextSigned();
                }
            }
        }
    }

    private void toChunks() {
        LongCounts byPlace = few;
        if (byPlace != null) {
            few = null;
            byPlace.forEach((place, count) ->
                    addToChunk((int) (place / length), (int) (place % length), Math.toIntExact(count)));
        }
    }

    private int[] chunkOf(int seriesIndex, int chunkIndex) {
        int[][] chunks = series[seriesIndex];
        if (chunks == null) {
            chunks = new int[(length >> chunkBits) + 1][];
            series[seriesIndex] = chunks;
        }
        int[] chunk = chunks[chunkIndex];
        if (chunk == null) {
            chunk = new int[1 << chunkBits];
            chunks[chunkIndex] = chunk;
        }
        return chunk;
    }
}
