package org.vigil.layer;

import java.io.Serializable;
import java.util.Map;

/**
 * What a reader wants of a layer.
 *
 * @param codes the code lists of this program
 * @param ordinalByExtract number of each extract, for {@link LayerCursor#extractOrdinal}
 * @param withPlaces whether row and part numbers will be asked for
 * @param withWords whether the publisher's words will be asked for
 * @param withReferences whether references to other sources will be asked for
 */
public record LayerReading(
        StoredCodes codes,
        Map<String, Integer> ordinalByExtract,
        boolean withPlaces,
        boolean withWords,
        boolean withReferences)
        implements Serializable {
    public LayerReading {
        ordinalByExtract = Map.copyOf(ordinalByExtract);
    }
}
