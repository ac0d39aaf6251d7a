package org.vigil.incident;

import java.nio.ByteBuffer;

/**
 * Permanent pseudo-random numbers of records, which say when two cells hold the same records: the first 64 bits of HMAC-SHA-256 of the incident key. The sum over a
 * set of records, modulo 2 to the power of 64, names the set, and nobody who files a report can steer it without the key.
 *
 * <p>A row that stands for n incidents has n of them: that of its key, then those of its key followed by 2 … n, so that one more incident adds one number.
 * Makes no objects that stay; an instance belongs to one thread.
 */
public final class RecordKeys {
    private static final int PSEUDONYM_LENGTH = 2 * Long.BYTES;

    private final Hmac hmac;
    private final byte[] message = new byte[PSEUDONYM_LENGTH + Integer.BYTES];
    private final byte[] digest = new byte[Hmac.LENGTH];

    /**
     * Record keys under a secret.
     *
     * @throws IllegalArgumentException if it does not have {@value Hmac#LENGTH} bytes
     */
    public RecordKeys(byte[] key) {
        hmac = Hmac.under(key);
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
            buffer.putInt(PSEUDONYM_LENGTH, n);
            hmac.of(message, n == 1 ? PSEUDONYM_LENGTH : message.length, digest);
            sum += ByteBuffer.wrap(digest).getLong();
        }
        return sum;
    }
}
