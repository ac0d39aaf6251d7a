package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.layer.LayerFile;
import org.vigil.store.StoredLayer;

final class StoreCompactionTest {
    @ParameterizedTest
    @CsvSource({
        // Without newer layers, nothing is to be done.
        "BASE, 20000000, 0, 0, false",
        // Many layers are due whatever they hold.
        "BASE, 20000000, 32, 1, false",
        "BASE, 20000000, 33, 1, true",
        // Large ones are due by their share of the base, of the largest layer where there is none.
        "BASE, 20000000, 2, 1000000, false",
        "BASE, 20000000, 2, 1000001, true",
        "EXTRACT, 20000000, 2, 1000001, true",
        // A few rows are scanned sooner than compacted.
        "BASE, 1000, 2, 500000, false",
        "BASE, 1000, 2, 500001, true"
    })
    void isDueWhenReadingCostsMore(
            StoredLayer.Kind first, long firstRows, int newerLayers, long newerRows, boolean isDue) {
        List<StoredLayer> layers = new ArrayList<>(List.of(layer(first, firstRows)));
        layers.addAll(Collections.nCopies(newerLayers, layer(StoredLayer.Kind.EXTRACT, newerRows)));

        assertEquals(isDue, StoreCompaction.isDue(layers));
    }

    private static StoredLayer layer(StoredLayer.Kind kind, long rows) {
        return new StoredLayer(
                "layer",
                "source",
                kind,
                "extract",
                List.of(),
                List.of(new LayerFile("file", rows, rows, "", "", "", new TreeMap<>())));
    }
}
