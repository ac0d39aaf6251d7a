package org.vigil.layer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.io.InputFile;

/** Reads one layer file whole and compares it with what was noted when it was written. */
public final class LayerCheck {
    private LayerCheck() {}

    /**
     * What differs, in words that complete "the file …"; empty if nothing does. The bytes themselves are to be compared by their checksum.
     *
     * @param file prints itself as its path
     * @param noted what was noted
     * @param extractIds extracts that its rows may be from
     * @throws LayerException if it cannot be read at all, or names another extract
     */
    public static List<String> differences(InputFile file, LayerFile noted, Set<String> extractIds) {
        Map<String, Integer> ordinals = new TreeMap<>();
        extractIds.forEach(id -> ordinals.put(id, ordinals.size()));
        LayerReading reading = new LayerReading(new StoredCodes(List.of()), ordinals, false, false, false);
        List<String> differences = new ArrayList<>();
        Map<String, Long> byChange = new TreeMap<>();
        long rows = 0;
        String first = "";
        String last = "";
        boolean isAscending = true;
        try (LayerCursor cursor = LayerCursor.open(file, reading, KeyRange.ALL)) {
            long high = 0;
            long low = 0;
            while (cursor.next()) {
                if (rows == 0) {
                    first = hex(cursor);
                } else {
                    int order = Long.compareUnsigned(high, cursor.keyHigh());
                    isAscending &= order < 0 || (order == 0 && Long.compareUnsigned(low, cursor.keyLow()) < 0);
                }
                high = cursor.keyHigh();
                low = cursor.keyLow();
                cursor.extractOrdinal(cursor.row());
                byChange.merge(cursor.change(cursor.row()).code(), 1L, Long::sum);
                rows++;
            }
            last = rows == 0
                    ? ""
                    : HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
        }
        if (rows != noted.rows()) {
            differences.add("has " + rows + " rows; expected " + noted.rows());
        }
        if (!byChange.equals(noted.rowsByChange())) {
            differences.add("has rows by change " + byChange + "; expected " + noted.rowsByChange());
        }
        if (!isAscending) {
            differences.add("is not in the order of its keys");
        }
        if (!first.equals(noted.firstKey()) || !last.equals(noted.lastKey())) {
            differences.add("begins or ends with another key than was noted");
        }
        return differences;
    }

    private static String hex(LayerCursor cursor) {
        return HexFormat.of().toHexDigits(cursor.keyHigh()) + HexFormat.of().toHexDigits(cursor.keyLow());
    }
}
