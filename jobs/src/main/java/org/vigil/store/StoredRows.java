package org.vigil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.InputFile;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.layer.References;
import org.vigil.storage.StorageFolder;

/** The stored rows of one source within a key range, from all layers of a state side by side, in the order of their keys. */
final class StoredRows implements AutoCloseable {
    private final List<LayerSequence> layers = new ArrayList<>();
    private final List<LayerSequence> atKey = new ArrayList<>();
    private boolean isStarted;

    /** Place after the run that was handed out last; 0 after a single key. */
    private int runEnd;

    /** Opens a layer file. */
    @FunctionalInterface
    private interface Opening {
        LayerCursor open(InputFile file, LayerReading reading, KeyRange range);
    }

    /**
     * To be read from the first row to the last.
     *
     * @param store folder of the store
     * @param plan the state
     * @param reading what is decoded
     * @param range the keys wanted
     */
    static StoredRows toScan(StorageFolder store, SourcePlan plan, LayerReading reading, KeyRange range) {
        return new StoredRows(store, plan, reading, range, LayerCursor::open);
    }

    /** To be asked for single keys; as {@link #toScan} otherwise. */
    static StoredRows toProbe(StorageFolder store, SourcePlan plan, LayerReading reading, KeyRange range) {
        return new StoredRows(store, plan, reading, range, LayerCursor::probe);
    }

    private StoredRows(StorageFolder store, SourcePlan plan, LayerReading reading, KeyRange range, Opening opening) {
        Map<String, List<SourcePlan.FilePlan>> byLayer = new TreeMap<>();
        plan.files()
                .forEach(file -> byLayer.computeIfAbsent(file.layerId(), id -> new ArrayList<>())
                        .add(file));
        for (List<SourcePlan.FilePlan> files : byLayer.values()) {
            layers.add(new LayerSequence(store, files, reading, range, opening));
        }
    }

    /** The layers that hold a row of this key; each stands on it. Keys have to be asked for in ascending order. */
    List<LayerSequence> seek(long keyHigh, long keyLow) {
        atKey.clear();
        for (LayerSequence layer : layers) {
            if (layer.advanceTo(keyHigh, keyLow) && layer.compareKey(keyHigh, keyLow) == 0) {
                atKey.add(layer);
            }
        }
        return atKey;
    }

    /** The one that speaks among layers that stand on one key. */
    static LayerSequence newest(List<LayerSequence> rivals) {
        LayerSequence newest = rivals.get(0);
        for (int i = 1; i < rivals.size(); i++) {
            if (speaksAfter(rivals.get(i), newest)) {
                newest = rivals.get(i);
            }
        }
        return newest;
    }

    private static boolean speaksAfter(LayerSequence a, LayerSequence b) {
        int ordinalOfA = a.cursor().extractOrdinal(a.row());
        int ordinalOfB = b.cursor().extractOrdinal(b.row());
        return ordinalOfA != ordinalOfB ? ordinalOfA > ordinalOfB : a.isRestoration() && !b.isRestoration();
    }

    /** Whether any file has rows that may refer to another source. */
    References references() {
        return layers.stream()
                        .flatMap(layer -> layer.cursors.stream())
                        .anyMatch(cursor -> cursor.references() == References.KEPT)
                ? References.KEPT
                : References.NONE;
    }

    /** The layers that hold the next key; each stands on it. Empty at the end. The rows are passed by the next call. */
    List<LayerSequence> nextKey() {
        step();
        atKey.clear();
        LayerSequence least = null;
        for (LayerSequence layer : layers) {
            if (layer.isValid() && (least == null || least.compareKey(layer.keyHigh(), layer.keyLow()) > 0)) {
                least = layer;
            }
        }
        if (least != null) {
            for (LayerSequence layer : layers) {
                if (layer.isValid() && layer.compareKey(least.keyHigh(), least.keyLow()) == 0) {
                    atKey.add(layer);
                }
            }
        }
        return atKey;
    }

    /** The layer with the least key, if no other layer holds a key up to and including it; the bound is the next key of the others. */
    Run nextRun() {
        step();
        atKey.clear();
        LayerSequence least = null;
        LayerSequence second = null;
        for (LayerSequence layer : layers) {
            if (!layer.isValid()) {
                continue;
            }
            if (least == null || least.compareKey(layer.keyHigh(), layer.keyLow()) > 0) {
                second = least;
                least = layer;
            } else if (second == null || second.compareKey(layer.keyHigh(), layer.keyLow()) > 0) {
                second = layer;
            }
        }
        if (least == null) {
            return Run.END;
        }
        if (second != null && second.compareKey(least.keyHigh(), least.keyLow()) == 0) {
            for (LayerSequence layer : layers) {
                if (layer.isValid() && layer.compareKey(least.keyHigh(), least.keyLow()) == 0) {
                    atKey.add(layer);
                }
            }
            return new Run(least, least.row(), least.row() + 1, atKey);
        }
        int to = second == null ? least.batchEnd() : least.batchEnd(second.keyHigh(), second.keyLow());
        Run run = new Run(least, least.row(), to, List.of());
        atKey.add(least);
        runEnd = to;
        return run;
    }

    /**
     * Rows of one layer that no other layer has anything to say about, or one key that several speak of.
     *
     * @param layer the layer of the rows
     * @param from first place in its current batch
     * @param to place after the last
     * @param rivals all layers that stand on the key of {@code from}; empty if only this one does
     */
    record Run(LayerSequence layer, int from, int to, List<LayerSequence> rivals) {
        static final Run END = new Run(LayerSequence.EMPTY, 0, 0, List.of());
    }

    private void step() {
        if (!isStarted) {
            isStarted = true;
            layers.forEach(LayerSequence::next);
        } else {
            if (runEnd > 0) {
                atKey.get(0).moveTo(runEnd - 1);
                runEnd = 0;
            }
            atKey.forEach(LayerSequence::next);
        }
    }

    @Override
    public void close() {
        layers.forEach(LayerSequence::close);
    }

    /** The files of one layer, one after the other. */
    static final class LayerSequence implements AutoCloseable {
        static final LayerSequence EMPTY = new LayerSequence();

        private final List<LayerCursor> cursors = new ArrayList<>();
        private final boolean isRestoration;
        private int current;
        private boolean isValid;

        private LayerSequence() {
            isRestoration = false;
        }

        LayerSequence(
                StorageFolder store,
                List<SourcePlan.FilePlan> files,
                LayerReading reading,
                KeyRange range,
                Opening opening) {
            isRestoration = files.get(0).isRestoration();
            // Names carry the number of the key range, so that their order is that of the keys.
            files.stream()
                    .map(SourcePlan.FilePlan::name)
                    .sorted()
                    .forEach(name -> cursors.add(opening.open(
                            store.input(Store.layerFolder(files.get(0).layerId()) + "/" + name), reading, range)));
        }

        LayerCursor cursor() {
            return cursors.get(current);
        }

        boolean isRestoration() {
            return isRestoration;
        }

        boolean isValid() {
            return isValid;
        }

        long keyHigh() {
            return cursor().keyHigh();
        }

        long keyLow() {
            return cursor().keyLow();
        }

        int row() {
            return cursor().row();
        }

        void next() {
            isValid = false;
            while (current < cursors.size() && !isValid) {
                isValid = cursor().next();
                if (!isValid) {
                    current++;
                }
            }
        }

        boolean advanceTo(long high, long low) {
            isValid = false;
            while (current < cursors.size() && !isValid) {
                isValid = cursor().advanceTo(high, low);
                if (!isValid) {
                    current++;
                }
            }
            return isValid;
        }

        int compareKey(long high, long low) {
            int byHigh = Long.compareUnsigned(cursor().keyHigh(), high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(cursor().keyLow(), low);
        }

        int batchEnd() {
            return cursor().batchEnd(-1L, -1L);
        }

        int batchEnd(long high, long low) {
            return cursor().batchEnd(high, low);
        }

        void moveTo(int row) {
            cursor().moveTo(row);
        }

        @Override
        public void close() {
            cursors.forEach(LayerCursor::close);
        }
    }
}
