package org.vigil.cellkey;

import java.nio.ByteBuffer;
import org.vigil.incident.Hmac;

/**
 * From the records of a cell to the key that its count is changed by: the first byte of HMAC-SHA-256 of the sum of their record keys. The same records have the
 * same key in every table and release, so that to ask again tells nothing new; and as it is no linear function of the sum, somebody who adds records of his
 * own learns nothing of the others. An instance belongs to one thread.
 */
public final class CellKeys {
    private final Hmac hmac;

    /**
     * Cell keys under a secret.
     *
     * @throws IllegalArgumentException if it does not have {@value Hmac#LENGTH} bytes
     */
    public CellKeys(byte[] key) {
        hmac = Hmac.under(key);
    }

    /**
     * The cell key, 0 to 255.
     *
     * @param recordKeys sum of the record keys of the cell, modulo 2 to the power of 64
     */
    public int of(long recordKeys) {
        return hmac.of(ByteBuffer.allocate(Long.BYTES).putLong(recordKeys).array())[0] & 0xff;
    }
}
