package org.vigil.incident;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under a secret: 32 bytes that nobody can compute or test without it. An instance belongs to one thread.
 *
 * <p>Krawczyk, Bellare and Canetti (1997), RFC 2104, section 2.
 */
public final class Hmac {
    /** Length of a result, and of the keys that are derived for it, in bytes. */
    public static final int LENGTH = 32;

    private static final String NAME = "HmacSHA256";

    private final Mac mac;

    private Hmac(byte[] key) {
        try {
            mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + NAME, e);
        }
    }

    /**
     * Under a derived key.
     *
     * @throws IllegalArgumentException if it does not have {@value #LENGTH} bytes
     */
    public static Hmac under(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("key has " + key.length + " bytes; expected " + LENGTH);
        }
        return new Hmac(key);
    }

    /** Under a key of any length but 0. */
    static Hmac underAny(byte[] key) {
        return new Hmac(key);
    }

    /** That of a message, in an array of its own. */
    public byte[] of(byte[] message) {
        return mac.doFinal(message);
    }

    /** Writes that of the first bytes of a message into the first {@value #LENGTH} of {@code digest}. */
    void of(byte[] message, int length, byte[] digest) {
        mac.update(message, 0, length);
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NAME + " gives " + LENGTH + " bytes", e);
        }
    }
}
