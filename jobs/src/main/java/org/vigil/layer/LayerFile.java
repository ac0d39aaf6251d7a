package org.vigil.layer;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was written.
 *
 * @param name file name, without folders
 * @param sha256 checksum of the bytes, 64 hexadecimal digits
 * @param firstKey lowest key, 32 hexadecimal digits; empty in a file without rows
 * @param lastKey highest key; empty in a file without rows
 * @param rowsByChange rows by the code of their {@link Change}; what does not occur is left out
 */
public record LayerFile(
        String name,
        long rows,
        long bytes,
        String sha256,
        String firstKey,
        String lastKey,
        SortedMap<String, Long> rowsByChange)
        implements Serializable {
    public LayerFile {
        rowsByChange = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByChange));
    }
}
