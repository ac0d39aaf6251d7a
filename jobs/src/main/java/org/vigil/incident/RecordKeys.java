package org.vigil.incident;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Permanent pseudo-random numbers of records, which say when two cells hold the same records: the first 64 bits of HMAC-SHA-256 of the incident key. The sum over a
 * set of records, modulo 2 to the power of 64, names the set, and nobody who files a report can steer it without the key.
 *
 * <p>A row that stands for n incidents has n of them: that of its key, then those of its key followed by 2 … n, so that one more incident adds one number.
 * Makes no objects that stay; an instance belongs to one thread.
 */
public final class RecordKeys {
    /** Length of the key in bytes. */
    public static final int KEY_LENGTH = 32;

    private static final String HMAC = "HmacSHA256";
    private static final int INCIDENT_KEY_LENGTH = 2 * Long.BYTES;

    private final Mac mac;
    private final byte[] message = new byte[INCIDENT_KEY_LENGTH + Integer.BYTES];
    private final byte[] digest = new byte[32];

    /**
     * Record keys under a secret.
     *
     * @throws IllegalArgumentException if it does not have {@value #KEY_LENGTH} bytes
     */
    public RecordKeys(byte[] key) {
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
     * Sum of the record keys of one row, modulo 2 to the power of 64.
     *
     * @param keyHigh high half of the incident key
     * @param keyLow low half
     * @param incidents how many incidents the row stands for, 0 or more
     */
    public long sum(long keyHigh, long keyLow, int incidents) {
        ByteBuffer buffer = ByteBuffer.wrap(message).putLong(keyHigh).putLong(keyLow);
        long sum = 0;
        for (int n = 1; n <= incidents; n++) {
            buffer.putInt(INCIDENT_KEY_LENGTH, n);
            mac.update(message, 0, n == 1 ? INCIDENT_KEY_LENGTH : message.length);
            sum += firstLong();
        }
        return sum;
    }

    private long firstLong() {
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " gives " + digest.length + " bytes", e);
        }
        return ByteBuffer.wrap(digest).getLong();
    }
}
