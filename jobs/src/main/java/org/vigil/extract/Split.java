package org.vigil.extract;

import java.io.Serializable;

/**
 * A part of a file that starts and ends at row ends, so that it can be read without the rest.
 *
 * @param file path of the file
 * @param from first byte; 0 for a compressed file
 * @param to byte after the last; {@link Long#MAX_VALUE} for a compressed file
 * @param isFirst whether it holds the header (and a byte order mark, where there is one)
 * @param isGzip whether the file is compressed; it is then one split
 * @param firstRow number of its first row in the file, from 0, header and blank lines not counted
 */
public record Split(String file, long from, long to, boolean isFirst, boolean isGzip, long firstRow)
        implements Serializable {
    public Split {
        if (from < 0 || to < from || firstRow < 0) {
            throw new IllegalArgumentException(
                    "split of " + file + ": found bytes " + from + " to " + to + ", first row " + firstRow);
        }
    }
}
