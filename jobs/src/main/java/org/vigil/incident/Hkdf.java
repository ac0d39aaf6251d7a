package org.vigil.incident;

import java.util.Arrays;

/**
 * Keys from a key: HKDF with SHA-256, so that keys of different purposes say nothing about each other or about their source.
 *
 * <p>Krawczyk and Eronen (2010), RFC 5869, sections 2.2 and 2.3.
 */
final class Hkdf {
    private Hkdf() {}

    /** The pseudo-random key of 32 bytes from input key material; an empty salt counts as 32 zero bytes. */
    static byte[] extract(byte[] salt, byte[] inputKey) {
        return Hmac.underAny(salt.length == 0 ? new byte[Hmac.LENGTH] : salt).of(inputKey);
    }

    /**
     * Output key material of {@code length} bytes: T(1) | T(2) | …, T(n) = HMAC(key, T(n − 1) | info | n).
     *
     * @throws IllegalArgumentException if {@code length} is not 1 to 8160
     */
    static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        if (length < 1 || length > 255 * Hmac.LENGTH) {
            throw new IllegalArgumentException("length is " + length + "; expected 1 to " + 255 * Hmac.LENGTH);
        }
        Hmac hmac = Hmac.underAny(pseudoRandomKey);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int n = 1, filled = 0; filled < length; n++, filled += Hmac.LENGTH) {
            byte[] message = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, message, block.length, info.length);
            message[message.length - 1] = (byte) n;
            block = hmac.of(message);
            System.arraycopy(block, 0, output, filled, Math.min(Hmac.LENGTH, length - filled));
        }
        return output;
    }
}
