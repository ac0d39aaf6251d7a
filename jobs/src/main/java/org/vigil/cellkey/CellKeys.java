package org.vigil.cellkey;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * From the records of a cell to the key that its count is changed by: the first byte of HMAC-SHA-256 of the sum of their record keys. The same records have the
 * same key in every table and release, so that to ask again tells nothing new; and as it is no linear function of the sum, somebody who adds records of his
 * own learns nothing of the others. An instance belongs to one thread.
 */
public final class CellKeys {
    /** Length of the secret in bytes. */
    public static final int KEY_LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    /**
     * Cell keys under a secret.
     *
     * @throws IllegalArgumentException if it does not have {@value #KEY_LENGTH} bytes
     */
    public CellKeys(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("key has " + key.length + " bytes; expected " + KEY_LENGTH);
        }
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /**
     * The cell key, 0 to 255.
     *
     * @param recordKeys sum of the record keys of the cell, modulo 2 to the power of 64
     */
    public int of(long recordKeys) {
        return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(recordKeys).array())[0] & 0xff;
    }
}
